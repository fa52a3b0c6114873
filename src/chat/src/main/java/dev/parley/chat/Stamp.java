package dev.parley.chat;

/**
 * A reading of a {@link HybridClock}.
 *
 * @param millis the largest physical time seen, milliseconds since 1970
 * @param counter orders what happened within one millisecond
 */
public record Stamp(long millis, int counter) implements Comparable<Stamp> {
    public static final Stamp ZERO = new Stamp(0, 0);

    @Override
    public int compareTo(Stamp other) {
        int byTime = Long.compare(millis, other.millis);
        return byTime != 0 ? byTime : Integer.compareUnsigned(counter, other.counter);
    }

    @Override
    public String toString() {
        return millis + "." + Integer.toUnsignedString(counter);
    }
}
