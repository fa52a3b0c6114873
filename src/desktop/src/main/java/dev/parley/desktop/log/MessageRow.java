package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import java.time.Duration;
import java.time.Instant;

/**
 * A message in the log.
 *
 * @param mention whether it speaks of this user by name
 * @param late whether the others could read it before, while this user was in the room
 */
record MessageRow(long key, ChatMessage message, boolean mention, boolean late) implements LogRow {
    private static final Duration GROUP = Duration.ofMinutes(5);

    @Override
    public Instant time() {
        return message.time();
    }

    boolean is(ChatMessage.Kind kind) {
        return message.kind() == kind;
    }

    /** Whether this row needs no head of its own under that one. */
    boolean continues(MessageRow before) {
        ChatMessage earlier = before.message;
        return message.kind() == earlier.kind()
                && message.id().author().equals(earlier.id().author())
                && message.from().equals(earlier.from())
                && message.to().equals(earlier.to())
                && late == before.late
                && Duration.between(earlier.time(), message.time()).abs().compareTo(GROUP) < 0;
    }
}
