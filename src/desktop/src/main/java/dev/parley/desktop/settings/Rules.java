package dev.parley.desktop.settings;

import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import java.net.URI;
import java.util.Optional;

/** What may stand in the fields for name, room and service, and the sentence for what may not. Any thread. */
public enum Rules {
    NAME,
    ROOM,
    SERVICE;

    /** Why this text cannot stand there, as a sentence; empty if it can. */
    public Optional<String> objection(String text) {
        try {
            return read(text.strip()).toString().isEmpty()
                    ? Optional.of("Something must stand here.")
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage() + (e.getMessage().matches("(?s).*[.?!]") ? "" : "."));
        }
    }

    private Object read(String text) {
        return switch (this) {
            case NAME -> new PeerName(text);
            case ROOM -> new RoomName(text);
            case SERVICE -> url(text);
        };
    }

    /** The URL of a service as somebody types it. */
    public static URI url(String text) {
        return BootstrapSettings.of(text.strip()).url();
    }
}
