package dev.parley.desktop;

import dev.parley.chat.SessionListener;
import java.util.List;
import javafx.scene.layout.Region;

/** The parts of the window that show the session, with their models. JavaFX thread. */
final class WindowParts {
    private final RoomModel room = new RoomModel();
    private final Region members = new Region();
    private final Region notices = new Region();
    private final Region log = new Region();
    private final Region input = new Region();
    private final Region console = new Region();
    private final Region status = new Region();

    RoomModel room() {
        return room;
    }

    Region members() {
        return members;
    }

    Region notices() {
        return notices;
    }

    Region log() {
        return log;
    }

    Region input() {
        return input;
    }

    Region console() {
        return console;
    }

    Region status() {
        return status;
    }

    /** Who hears the session's events. */
    List<SessionListener> models() {
        return List.of(room);
    }
}
