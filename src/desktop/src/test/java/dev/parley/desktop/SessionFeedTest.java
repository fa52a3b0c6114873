package dev.parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionListener;
import dev.parley.chat.SessionState;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.testing.FxTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionFeedTest extends FxTest {
    private final Heard heard = new Heard();
    private final List<RuntimeException> failures = new ArrayList<>();

    @Test
    void messagesThatFollowEachOtherArriveAsOne() {
        SessionFeed feed = new SessionFeed(new FxThread(), List.of(heard), failures::add);
        onFx(() -> {
            feed.messagesAdded(added(RoomName.LOBBY, "one"));
            feed.messagesAdded(added(RoomName.LOBBY, "two"));
            feed.messagesAdded(added(new RoomName("kitchen"), "three"));
            feed.noticeGiven(notice(SessionEvent.Level.INFO));
            feed.messagesAdded(added(new RoomName("kitchen"), "four"));
        });

        assertThat(heard.events)
                .containsExactly("lobby [one, two]", "kitchen [three]", "notice INFO", "kitchen [four]");
    }

    @Test
    void aModelThatFailsKeepsNobodyElseFromHearing() {
        SessionFeed feed = new SessionFeed(new FxThread(), List.of(new Broken(), heard), failures::add);

        onFx(() -> feed.messagesAdded(added(RoomName.LOBBY, "one")));

        assertThat(heard.events).containsExactly("lobby [one]");
        assertThat(failures).singleElement().isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoIsAboutToJoinIsNotShownAsOneThatHasLeft() {
        SessionFeed feed = new SessionFeed(new FxThread(), List.of(heard), failures::add);
        feed.expectJoin();

        onFx(() -> {
            feed.stateChanged(state(SessionState.LEFT));
            feed.stateChanged(state(SessionState.JOINING));
            feed.stateChanged(state(SessionState.ALONE));
            feed.stateChanged(state(SessionState.LEFT));
        });

        assertThat(heard.events).containsExactly("JOINING", "JOINING", "ALONE", "LEFT");
    }

    @Test
    void whoCouldNotJoinIsShownAsNotInTheRoom() {
        SessionFeed feed = new SessionFeed(new FxThread(), List.of(heard), failures::add);
        feed.expectJoin();

        onFx(() -> {
            feed.stateChanged(state(SessionState.LEFT));
            feed.noticeGiven(notice(SessionEvent.Level.WARN));
        });

        assertThat(heard.events).containsExactly("JOINING", "LEFT", "notice WARN");
    }

    private static SessionEvent.StateChanged state(SessionState state) {
        return new SessionEvent.StateChanged(state, RoomName.LOBBY, "ann", Optional.empty());
    }

    private static SessionEvent.NoticeGiven notice(SessionEvent.Level level) {
        return new SessionEvent.NoticeGiven(level, "a sentence");
    }

    private static SessionEvent.MessagesAdded added(RoomName room, String text) {
        return new SessionEvent.MessagesAdded(room, List.of(Messages.from("bob", text)));
    }

    private static class Heard implements SessionListener {
        private final List<String> events = new ArrayList<>();

        @Override
        public void stateChanged(SessionEvent.StateChanged event) {
            events.add(event.state().name());
        }

        @Override
        public void viewShown(SessionEvent.ViewShown event) {
            events.add("view");
        }

        @Override
        public void rosterChanged(SessionEvent.RosterChanged event) {
            events.add("roster");
        }

        @Override
        public void messagesAdded(SessionEvent.MessagesAdded event) {
            events.add(event.room() + " "
                    + event.messages().stream().map(ChatMessage::text).toList());
        }

        @Override
        public void noticeGiven(SessionEvent.NoticeGiven event) {
            events.add("notice " + event.level());
        }

        @Override
        public void eventNoted(SessionEvent.EventNoted event) {
            events.add("event " + event.entry().kind());
        }
    }

    private static final class Broken extends Heard {
        @Override
        public void messagesAdded(SessionEvent.MessagesAdded event) {
            throw new IllegalStateException("a defect");
        }
    }
}
