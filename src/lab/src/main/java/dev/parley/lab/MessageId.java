package dev.parley.lab;

import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message's {@code id} in {@code --json} says: {@code author/incarnation/number}, the incarnation to base 36, and a
 * {@code d} before the number of a direct message.
 */
public record MessageId(AuthorRun run, boolean direct, long number) implements Comparable<MessageId> {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})/(-?[0-9a-z]{1,13})/(d?)([0-9]{1,18})");

    private static final Comparator<MessageId> ORDER = Comparator.comparing(MessageId::run)
            .thenComparingLong(MessageId::number)
            .thenComparing(MessageId::direct);

    public MessageId {
        Objects.requireNonNull(run, "run");
    }

    /** One author in one run of its program, in which messages are numbered from 1. */
    public record AuthorRun(UUID author, long incarnation) implements Comparable<AuthorRun> {
        /** Authors by their bytes, which is how their texts compare; UUIDs compare as signed numbers. */
        private static final Comparator<AuthorRun> ORDER = Comparator.comparing(
                        (AuthorRun run) -> run.author().toString())
                .thenComparingLong(AuthorRun::incarnation);

        @Override
        public int compareTo(AuthorRun other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * Reads an id.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static MessageId parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("'" + text + "' is no id of a message");
        AuthorRun run = new AuthorRun(UUID.fromString(parts.group(1)), Long.parseLong(parts.group(2), 36));
        return new MessageId(run, !parts.group(3).isEmpty(), Long.parseLong(parts.group(4)));
    }

    /** As the log orders what was said at the same time. */
    @Override
    public int compareTo(MessageId other) {
        return ORDER.compare(this, other);
    }

    /** As in {@code --json}. */
    @Override
    public String toString() {
        return run.author() + "/" + Long.toString(run.incarnation(), 36) + "/" + (direct ? "d" : "") + number;
    }
}
