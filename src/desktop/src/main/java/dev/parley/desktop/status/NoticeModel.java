package dev.parley.desktop.status;

import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What needs attention: the newest notice is shown, the others wait behind it, one of each kind. JavaFX thread. */
public final class NoticeModel implements SessionListener {
    private final List<Notice> waiting = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Optional<Notice>> current = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyIntegerWrapper behind = new ReadOnlyIntegerWrapper();

    /** The notice that is shown. */
    public ReadOnlyObjectProperty<Optional<Notice>> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** How many wait behind it. */
    public ReadOnlyIntegerProperty behindProperty() {
        return behind.getReadOnlyProperty();
    }

    /** Shows a notice instead of an older one of its kind, and before all others. */
    public void show(Notice notice) {
        waiting.removeIf(other -> other.kind() == notice.kind());
        waiting.add(0, notice);
        refresh();
    }

    /** Changes what is said where it stands; does nothing if no notice of that kind is there. */
    void update(Notice notice) {
        waiting.replaceAll(other -> other.kind() == notice.kind() ? notice : other);
        refresh();
    }

    /** Takes away the notice of that kind, if there is one. */
    public void remove(Notice.Kind kind) {
        waiting.removeIf(notice -> notice.kind() == kind);
        refresh();
    }

    /** Closes the notice that is shown; the next one appears. */
    public void close() {
        current.get().ifPresent(notice -> remove(notice.kind()));
    }

    private void refresh() {
        current.set(waiting.stream().findFirst());
        behind.set(Math.max(0, waiting.size() - 1));
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {}

    @Override
    public void viewShown(SessionEvent.ViewShown event) {}

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {}

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {}

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {
        if (event.level() == SessionEvent.Level.WARN) show(Notice.warning(event.text()));
    }

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {}
}
