package dev.parley.lab;

import java.util.Objects;

/**
 * What everybody must agree upon about one message.
 *
 * @param kind one of {@code text}, {@code action}, {@code direct}
 */
public record Said(MessageId id, Stamp clock, String kind, String text) implements Comparable<Said> {
    private static final int SHOWN = 40;

    public Said {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** The order of the log: clock, author, number. */
    @Override
    public int compareTo(Said other) {
        int byClock = clock.compareTo(other.clock);
        return byClock != 0 ? byClock : id.compareTo(other.id);
    }

    /** For a sentence: the id, and how the text begins. */
    @Override
    public String toString() {
        String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
        return "%s at %s ('%s')".formatted(id, clock, shown);
    }
}
