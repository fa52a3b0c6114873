package dev.parley.chat;

import java.util.List;
import java.util.Objects;

/**
 * Who has received what this peer has said in this run, as far as the others have acknowledged it.
 *
 * @param members the others that take part in the chat, in view order
 * @param messages the last ones to everybody, at most {@link #LAST_MESSAGES}, oldest first
 */
public record ReceiptReport(List<Member> members, List<Message> messages) {
    /** How many messages are reported one by one. */
    public static final int LAST_MESSAGES = 5;

    public ReceiptReport {
        members = List.copyOf(members);
        messages = List.copyOf(messages);
    }

    /**
     * What one member has.
     *
     * @param received the number up to which it has acknowledged all messages to everybody, counted from 1 in this run
     * @param missing how many it has not acknowledged of those
     * @param missingDirect how many it has not acknowledged of those to it alone
     */
    public record Member(String shownName, long received, long missing, int missingDirect) {
        public Member {
            Objects.requireNonNull(shownName, "shownName");
        }
    }

    /**
     * Who lacks one message.
     *
     * @param waitingFor the shown names of those that have not acknowledged it; empty if all have
     */
    public record Message(ChatMessage message, List<String> waitingFor) {
        public Message {
            Objects.requireNonNull(message, "message");
            waitingFor = List.copyOf(waitingFor);
        }
    }
}
