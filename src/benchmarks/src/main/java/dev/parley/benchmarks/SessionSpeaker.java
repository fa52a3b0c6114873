package dev.parley.benchmarks;

import dev.parley.chat.LocalBootstrap;
import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.chat.SessionSettings;
import dev.parley.group.JGroupsGroup;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A session without any face: texts into its chat, and a listener that counts what others said. */
final class SessionSpeaker implements Speaker {
    /** As many as a program that has much to say hands over together. */
    private static final int AT_ONCE = 1_000;

    private final Session session;

    SessionSpeaker(SessionSettings settings, Ear ear) {
        session = new Session(settings, JGroupsGroup.FACTORY, LocalBootstrap.none());
        session.listen(new Counting(ear));
    }

    @Override
    public void join() throws Exception {
        session.join(Optional.empty());
    }

    @Override
    public int members() {
        return session.chat().members().size();
    }

    @Override
    public String address() {
        return session.connection()
                .overview()
                .node()
                .map(node -> node.address().toString())
                .orElse("nowhere");
    }

    @Override
    public Saying oneByOne(int bytes) {
        String text = "x".repeat(bytes);
        return () -> {
            session.chat().say(text);
            return 1;
        };
    }

    @Override
    public Saying inNumbers(int bytes) {
        List<String> texts = Collections.nCopies(AT_ONCE, "x".repeat(bytes));
        return () -> session.chat().sayAll(texts).size();
    }

    @Override
    public void close() {
        session.close();
    }

    private record Counting(Ear ear) implements SessionListener {
        @Override
        public void messagesAdded(SessionEvent.MessagesAdded event) {
            int others = 0;
            for (var message : event.messages()) if (!message.self()) others++;
            if (others > 0) ear.heard(others);
        }

        @Override
        public void stateChanged(SessionEvent.StateChanged event) {}

        @Override
        public void viewShown(SessionEvent.ViewShown event) {}

        @Override
        public void rosterChanged(SessionEvent.RosterChanged event) {}

        @Override
        public void noticeGiven(SessionEvent.NoticeGiven event) {}

        @Override
        public void eventNoted(SessionEvent.EventNoted event) {}
    }
}
