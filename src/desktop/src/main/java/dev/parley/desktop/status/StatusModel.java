package dev.parley.desktop.status;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.chat.SessionState;
import dev.parley.desktop.fx.Later;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** How the session stands, in the few figures that fit one line. JavaFX thread. */
public final class StatusModel implements SessionListener {
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);

    private final Later later;
    private final ReadOnlyObjectWrapper<SessionState> state = new ReadOnlyObjectWrapper<>(SessionState.LEFT);
    private final ReadOnlyStringWrapper room = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Optional<InetSocketAddress>> address =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObjectProperty<StatusFacts> facts = new SimpleObjectProperty<>(StatusFacts.NONE);
    private final ObjectProperty<Optional<Duration>> medianRoundTrip = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyIntegerWrapper inPerSecond = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper outPerSecond = new ReadOnlyIntegerWrapper();
    private int in;
    private int out;
    private boolean counting;

    public StatusModel(Later later) {
        this.later = later;
    }

    public ReadOnlyObjectProperty<SessionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty roomProperty() {
        return room.getReadOnlyProperty();
    }

    /** This peer's address in the group. */
    public ReadOnlyObjectProperty<Optional<InetSocketAddress>> addressProperty() {
        return address.getReadOnlyProperty();
    }

    /** To be set by who knows them. */
    public ObjectProperty<StatusFacts> factsProperty() {
        return facts;
    }

    /** To be bound to who measures it. */
    public ObjectProperty<Optional<Duration>> medianRoundTripProperty() {
        return medianRoundTrip;
    }

    /** Messages of others in the last second. */
    public ReadOnlyIntegerProperty inPerSecondProperty() {
        return inPerSecond.getReadOnlyProperty();
    }

    /** Own messages in the last second. */
    public ReadOnlyIntegerProperty outPerSecondProperty() {
        return outPerSecond.getReadOnlyProperty();
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        room.set(event.room().text());
        address.set(event.address());
        state.set(event.state());
    }

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {
        int own = (int) event.messages().stream().filter(ChatMessage::self).count();
        out += own;
        in += event.messages().size() - own;
        if (counting) return;
        counting = true;
        later.after(ONE_SECOND, this::secondPassed);
    }

    private void secondPassed() {
        inPerSecond.set(in);
        outPerSecond.set(out);
        counting = in + out > 0;
        in = 0;
        out = 0;
        if (counting) later.after(ONE_SECOND, this::secondPassed);
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {}

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {}

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {}

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {}
}
