package dev.parley.chat;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing said, as this peer shows it.
 *
 * @param from the author's shown name
 * @param self whether this peer said it
 * @param to the shown name of the one it was for, only with {@link Kind#DIRECT}
 * @param time when it was said by the author's clock, or when it arrived if the two differ by more than 60 s on a live message
 * @param clock its place in the log
 * @param late whether it arrived by repair instead of live
 */
public record ChatMessage(
        MessageId id,
        String from,
        boolean self,
        Kind kind,
        Optional<String> to,
        String text,
        Instant time,
        Stamp clock,
        boolean late)
        implements Comparable<ChatMessage> {
    /** What sort of message. */
    public enum Kind {
        /** Said to everybody in the chat. */
        TEXT,
        /** Done for everybody to see: {@code * alice waves}. */
        ACTION,
        /** Said to one member only. */
        DIRECT
    }

    public ChatMessage {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(time, "time");
        Objects.requireNonNull(clock, "clock");
    }

    /** The order of the log: clock, author, number; the same at every member. */
    @Override
    public int compareTo(ChatMessage other) {
        int byClock = clock.compareTo(other.clock);
        return byClock != 0 ? byClock : id.compareTo(other.id);
    }
}
