package dev.parley.desktop;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.chat.SessionState;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.fx.PulseQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries a session's events from its thread to the models, in batches: messages that follow each other arrive as one event. A
 * model that fails does not keep the others from hearing.
 */
final class SessionFeed implements SessionListener {
    private final List<SessionListener> models;
    private final Consumer<RuntimeException> failures;
    private final PulseQueue<SessionEvent> queue;
    private boolean joinExpected;
    private Optional<SessionEvent.StateChanged> heldBack = Optional.empty();

    /**
     * @param models called on the JavaFX thread
     * @param failures told there what a model has thrown
     */
    SessionFeed(FxThread fxThread, List<SessionListener> models, Consumer<RuntimeException> failures) {
        this.models = List.copyOf(models);
        this.failures = failures;
        this.queue = new PulseQueue<>(fxThread, this::deliver);
    }

    /**
     * Says that the session is about to join: until it does, or says why it cannot, it is not shown as one that has left.
     * Before it is listened to.
     */
    void expectJoin() {
        joinExpected = true;
    }

    private void deliver(List<SessionEvent> events) {
        for (SessionEvent event : merged(events)) models.forEach(model -> deliver(event, model));
    }

    private void deliver(SessionEvent event, SessionListener model) {
        try {
            event.deliverTo(model);
        } catch (RuntimeException e) {
            failures.accept(e);
        }
    }

    private static List<SessionEvent> merged(List<SessionEvent> events) {
        List<SessionEvent> merged = new ArrayList<>();
        List<ChatMessage> messages = new ArrayList<>();
        for (int index = 0; index < events.size(); index++) {
            if (!(events.get(index) instanceof SessionEvent.MessagesAdded added)) {
                merged.add(events.get(index));
                continue;
            }
            messages.addAll(added.messages());
            if (index + 1 < events.size() && continues(added, events.get(index + 1))) continue;
            merged.add(new SessionEvent.MessagesAdded(added.room(), messages));
            messages.clear();
        }
        return merged;
    }

    private static boolean continues(SessionEvent.MessagesAdded added, SessionEvent next) {
        return next instanceof SessionEvent.MessagesAdded more && more.room().equals(added.room());
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        if (!joinExpected || event.state() != SessionState.LEFT) {
            joinExpected = false;
            queue.add(event);
            return;
        }
        heldBack = Optional.of(event);
        queue.add(new SessionEvent.StateChanged(SessionState.JOINING, event.room(), event.self(), event.address()));
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        queue.add(event);
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {
        queue.add(event);
    }

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {
        queue.add(event);
    }

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {
        if (joinExpected && event.level() == SessionEvent.Level.WARN) {
            joinExpected = false;
            heldBack.ifPresent(queue::add);
        }
        queue.add(event);
    }

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {
        queue.add(event);
    }
}
