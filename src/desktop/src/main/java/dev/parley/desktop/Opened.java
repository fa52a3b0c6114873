package dev.parley.desktop;

import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent.NoticeGiven;
import dev.parley.console.Console;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A session that the window shows, with its console.
 *
 * @param folder this peer's own folder
 * @param service the bootstrap data service that was asked for, empty for the one of this machine
 * @param notices what the user should be told at the start
 */
public record Opened(Session session, Console console, Path folder, Optional<URI> service, List<NoticeGiven> notices) {
    public Opened {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(console, "console");
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(service, "service");
        notices = List.copyOf(notices);
    }
}
