package dev.parley.desktop;

import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent.NoticeGiven;
import dev.parley.console.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A session that the window shows, with its console.
 *
 * @param folder this peer's own folder
 * @param notices what the user should be told at the start
 */
public record Opened(Session session, Console console, Path folder, List<NoticeGiven> notices) {
    public Opened {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(console, "console");
        Objects.requireNonNull(folder, "folder");
        notices = List.copyOf(notices);
    }
}
