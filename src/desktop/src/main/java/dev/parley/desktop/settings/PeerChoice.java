package dev.parley.desktop.settings;

import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * Who enters which room, and by which service.
 *
 * @param service the bootstrap data service, empty for the one of this machine
 */
public record PeerChoice(PeerName name, RoomName room, Optional<URI> service) {
    public PeerChoice {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(room, "room");
        Objects.requireNonNull(service, "service");
    }
}
