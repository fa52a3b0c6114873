package dev.parley.desktop;

import dev.parley.chat.SessionEvent.EventNoted;
import dev.parley.chat.SessionEvent.MessagesAdded;
import dev.parley.chat.SessionEvent.NoticeGiven;
import dev.parley.chat.SessionEvent.RosterChanged;
import dev.parley.chat.SessionEvent.StateChanged;
import dev.parley.chat.SessionEvent.ViewShown;
import dev.parley.chat.SessionListener;
import dev.parley.chat.SessionState;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/** The room in a few words, for the header and for the window's title, with what has come unseen. JavaFX thread. */
final class RoomModel implements SessionListener {
    private static final int MANY = 999;

    private final ReadOnlyStringWrapper room = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper subtitle = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Parley");
    private final ReadOnlyObjectWrapper<SessionState> state = new ReadOnlyObjectWrapper<>(SessionState.LEFT);
    private final BooleanProperty watched = new SimpleBooleanProperty(true);
    private int members;
    private int unread;

    RoomModel() {
        watched.addListener((property, before, now) -> {
            if (now) unread = 0;
            refresh();
        });
    }

    /** Shows this before the session says anything. */
    void expect(String roomName, SessionState expected) {
        room.set(roomName);
        state.set(expected);
        refresh();
    }

    ReadOnlyStringProperty room() {
        return room.getReadOnlyProperty();
    }

    /** How things stand there. */
    ReadOnlyStringProperty subtitle() {
        return subtitle.getReadOnlyProperty();
    }

    /** What the window is called. */
    ReadOnlyStringProperty title() {
        return title.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<SessionState> state() {
        return state.getReadOnlyProperty();
    }

    /** Whether the user has the window before them; what comes otherwise is counted. */
    BooleanProperty watched() {
        return watched;
    }

    private void refresh() {
        subtitle.set(describe());
        String name = room.get().isEmpty() ? "Parley" : room.get() + " - Parley";
        title.set(unread == 0 ? name : "(%s) %s".formatted(unread > MANY ? MANY + "+" : unread, name));
    }

    private String describe() {
        return switch (state.get()) {
            case JOINING -> "Joining…";
            case JOINED -> "%d members".formatted(members);
            case ALONE -> "You are alone so far";
            case LEFT -> room.get().isEmpty() ? "" : "Not in the room";
        };
    }

    @Override
    public void stateChanged(StateChanged event) {
        if (!room.get().equals(event.room().text())) unread = 0;
        room.set(event.room().text());
        state.set(event.state());
        refresh();
    }

    @Override
    public void viewShown(ViewShown event) {
        members = event.roster().entries().size();
        refresh();
    }

    @Override
    public void rosterChanged(RosterChanged event) {
        members = event.roster().entries().size();
        refresh();
    }

    @Override
    public void messagesAdded(MessagesAdded event) {
        if (watched.get()) return;
        unread += (int) event.messages().stream()
                .filter(message -> !message.self() && !message.late())
                .count();
        refresh();
    }

    @Override
    public void noticeGiven(NoticeGiven event) {}

    @Override
    public void eventNoted(EventNoted event) {}
}
