package dev.parley.chat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A session and all that it has told. */
final class TestPeer implements SessionListener {
    private final Session session;
    final List<SessionEvent.StateChanged> states = new CopyOnWriteArrayList<>();
    final List<SessionEvent.ViewShown> views = new CopyOnWriteArrayList<>();
    final List<ChatMessage> messages = new CopyOnWriteArrayList<>();
    final List<SessionEvent.NoticeGiven> notices = new CopyOnWriteArrayList<>();

    final List<Timeline.Entry> events = new CopyOnWriteArrayList<>();

    TestPeer(Session session) {
        this.session = session;
        session.listen(this);
    }

    Session session() {
        return session;
    }

    List<String> texts() {
        return messages.stream().map(ChatMessage::text).toList();
    }

    List<String> log() throws SessionException {
        return session.chat().history(10_000).stream().map(ChatMessage::text).toList();
    }

    List<SessionState> stateNames() {
        return states.stream().map(SessionEvent.StateChanged::state).toList();
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        states.add(event);
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        views.add(event);
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {}

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {
        messages.addAll(event.messages());
    }

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {
        notices.add(event);
    }

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {
        events.add(event.entry());
    }
}
