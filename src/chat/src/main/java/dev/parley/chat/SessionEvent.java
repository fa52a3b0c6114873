package dev.parley.chat;

import dev.parley.group.GroupEvent;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What a session tells its faces. Immutable. */
public sealed interface SessionEvent {
    void deliverTo(SessionListener listener);

    /**
     * The state has changed, or the room, the own shown name or the own address with it.
     *
     * @param self this peer's shown name
     * @param address this peer's address in the group, empty while it has none
     */
    record StateChanged(SessionState state, RoomName room, String self, Optional<InetSocketAddress> address)
            implements SessionEvent {
        @Override
        public void deliverTo(SessionListener listener) {
            listener.stateChanged(this);
        }
    }

    /**
     * A view was installed, or a name shown in it has changed (then nobody joined or left). In one's first view
     * {@code joined} is all others.
     */
    record ViewShown(RoomName room, Roster roster, List<String> joined, List<Departed> left, boolean merged)
            implements SessionEvent {
        public ViewShown {
            Objects.requireNonNull(room, "room");
            Objects.requireNonNull(roster, "roster");
            joined = List.copyOf(joined);
            left = List.copyOf(left);
        }

        @Override
        public void deliverTo(SessionListener listener) {
            listener.viewShown(this);
        }
    }

    /** Who is gone, under the name last shown, and why. */
    record Departed(String shownName, GroupEvent.Reason reason) {}

    /** Something else about the members has changed: who takes part in the chat, or an address became known. */
    record RosterChanged(RoomName room, Roster roster) implements SessionEvent {
        @Override
        public void deliverTo(SessionListener listener) {
            listener.rosterChanged(this);
        }
    }

    /** Messages are now part of what this peer knows and has stored, own ones too; each exactly once. */
    record MessagesAdded(RoomName room, List<ChatMessage> messages) implements SessionEvent {
        public MessagesAdded {
            Objects.requireNonNull(room, "room");
            messages = List.copyOf(messages);
        }

        @Override
        public void deliverTo(SessionListener listener) {
            listener.messagesAdded(this);
        }
    }

    /** A sentence for the user. */
    record NoticeGiven(Level level, String text) implements SessionEvent {
        @Override
        public void deliverTo(SessionListener listener) {
            listener.noticeGiven(this);
        }
    }

    /** Something is new in the timeline. */
    record EventNoted(Timeline.Entry entry) implements SessionEvent {
        @Override
        public void deliverTo(SessionListener listener) {
            listener.eventNoted(this);
        }
    }

    /** How much a notice wants to be seen. */
    enum Level {
        INFO,
        WARN
    }
}
