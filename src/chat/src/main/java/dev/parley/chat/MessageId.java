package dev.parley.chat;

import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;

/**
 * What makes a message this one and no other. {@link ChatMessage.Kind#DIRECT} messages count on their own, so that the
 * numbers of what everybody sees have no gaps.
 *
 * @param author the author's lasting identity
 * @param incarnation the run of the author's program, larger with each start
 * @param number counts from 1 within one incarnation
 */
public record MessageId(UUID author, long incarnation, long number, boolean direct) implements Comparable<MessageId> {
    private static final Comparator<MessageId> ORDER = Comparator.comparing(MessageId::author, AuthorRun.AUTHORS)
            .thenComparingLong(MessageId::incarnation)
            .thenComparingLong(MessageId::number)
            .thenComparing(MessageId::direct);

    public MessageId {
        Objects.requireNonNull(author, "author");
    }

    @Override
    public int compareTo(MessageId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return author + "/" + Long.toString(incarnation, 36) + "/" + (direct ? "d" : "") + number;
    }
}
