package dev.parley.lab;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a message's {@code clock} in {@code --json} says: {@code millis.counter}, its place in the log.
 *
 * @param millis milliseconds since 1970
 * @param counter orders what happened within one millisecond, an unsigned number of 32 bits
 */
public record Stamp(long millis, long counter) implements Comparable<Stamp> {
    /** Before everything. */
    public static final Stamp ZERO = new Stamp(0, 0);

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,10})");

    /**
     * Reads a clock.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Stamp parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException("'" + text + "' is no clock of a message");
        return new Stamp(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    @Override
    public int compareTo(Stamp other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Long.compare(counter, other.counter);
    }

    @Override
    public String toString() {
        return millis + "." + counter;
    }
}
