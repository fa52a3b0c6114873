package dev.parley.group;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** What a group tells its listener. Everything in an event is immutable and may cross threads, payloads included. */
public sealed interface GroupEvent {
    void deliverTo(GroupListener listener);

    /**
     * A new view was installed. In the first view after connecting, {@code joined} is everybody else.
     *
     * @param merged whether two or more parts of the group have just found together again
     */
    record ViewChanged(Membership membership, List<Member> joined, List<Departure> left, boolean merged)
            implements GroupEvent {
        public ViewChanged {
            Objects.requireNonNull(membership, "membership");
            joined = List.copyOf(joined);
            left = List.copyOf(left);
        }

        @Override
        public void deliverTo(GroupListener listener) {
            listener.viewChanged(this);
        }
    }

    /** A member that is no longer in the view, and why as far as this member could see. */
    record Departure(Member member, Reason reason) {}

    /** Why a member is out of the view. */
    enum Reason {
        /** It said good-bye. */
        LEFT,
        /** The failure detectors suspected it. */
        CRASHED,
        /** Not seen here: another member decided. */
        UNKNOWN
    }

    /**
     * A failure detector suspects a member, which may yet turn out to be alive.
     *
     * @param cause what it has seen, within a sentence
     */
    record Suspected(Member member, String cause) implements GroupEvent {
        @Override
        public void deliverTo(GroupListener listener) {
            listener.suspected(this);
        }
    }

    /**
     * Somebody outside the view, who looks for others or was found by this member, runs a stack that does not fit this one. Told
     * once for each such stack; before connecting ends if it is known by then.
     */
    record StackMet(StackPrint stack) implements GroupEvent {
        @Override
        public void deliverTo(GroupListener listener) {
            listener.stackMet(this);
        }
    }

    /** Messages of members, in the order in which one sender sent them; own multicasts never come back. */
    record MessagesReceived(List<Received> messages) implements GroupEvent {
        public MessagesReceived {
            messages = List.copyOf(messages);
        }

        @Override
        public void deliverTo(GroupListener listener) {
            listener.messagesReceived(this);
        }
    }

    /**
     * One message. Its array is not to be altered: JGroups may have to send it again to others.
     *
     * @param from the sender, a member of the view or, for the last words of one that has left, of the view before
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Received(UUID from, byte[] payload) {}

    /** A member of the view, or one that is or was last cut off, said something past all faults; see {@link Faults#whisper}. */
    record Whispered(Received message) implements GroupEvent {
        @Override
        public void deliverTo(GroupListener listener) {
            listener.whispered(this);
        }
    }

    /** The group was left or shut down, on purpose or because the transport is gone; no further event follows. */
    record Disconnected() implements GroupEvent {
        @Override
        public void deliverTo(GroupListener listener) {
            listener.disconnected(this);
        }
    }
}
