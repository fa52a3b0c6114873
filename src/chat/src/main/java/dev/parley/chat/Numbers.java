package dev.parley.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which numbers of one author's run are held: all from {@link #low} to {@link #high}, and perhaps islands above. What lies
 * below {@code low} is not kept and not asked for.
 */
final class Numbers {
    private final TreeMap<Long, Long> islands = new TreeMap<>();
    private long low;
    private long high;

    /** Holds nothing yet and wants everything from {@code low} on. */
    Numbers(long low) {
        this.low = low;
        this.high = low - 1;
    }

    /** A closed range of numbers. */
    record Range(long from, long to) {}

    long low() {
        return low;
    }

    /** The highest number up to which nothing is missing; {@code low - 1} if nothing is held. */
    long high() {
        return high;
    }

    boolean nothing() {
        return high < low && islands.isEmpty();
    }

    boolean holds(long number) {
        if (number <= high) return true;
        Map.Entry<Long, Long> island = islands.floorEntry(number);
        return island != null && number <= island.getValue();
    }

    /** Adds a number; tells whether it is new. Numbers below {@code low} are not. */
    boolean add(long number) {
        if (holds(number)) return false;
        addRange(number, number);
        return true;
    }

    void addRange(long from, long to) {
        if (islands.isEmpty() && from <= high + 1) {
            high = Math.max(high, to);
            return;
        }
        long start = from;
        long end = to;
        Map.Entry<Long, Long> before = islands.floorEntry(from);
        if (before != null && before.getValue() >= from - 1) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        Map.Entry<Long, Long> within;
        while ((within = islands.ceilingEntry(start)) != null && within.getKey() <= end + 1) {
            end = Math.max(end, within.getValue());
            islands.remove(within.getKey());
        }
        islands.put(start, end);
        absorb();
    }

    /** Gives up what is missing below {@code number}. */
    void raiseLow(long number) {
        if (number <= low) return;
        low = number;
        high = Math.max(high, number - 1);
        absorb();
    }

    /** Wants what lies from {@code number} on after all; what is held stays held. */
    void lowerLow(long number) {
        if (number >= low) return;
        if (high >= low) islands.put(low, high);
        low = number;
        high = number - 1;
        absorb();
    }

    /** What is held, in order. */
    List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        if (high >= low) ranges.add(new Range(low, high));
        islands.forEach((from, to) -> ranges.add(new Range(from, to)));
        return ranges;
    }

    /** The highest number held, or given up; 0 if there is none. */
    long last() {
        return islands.isEmpty() ? high : islands.lastEntry().getValue();
    }

    /**
     * A number that is the same wherever the same is held, whatever lies below {@code low} there, and very probably another
     * where something else is; 0 if nothing is.
     */
    long fingerprint() {
        if (last() < 1) return 0;
        long print = mixed(high);
        for (Map.Entry<Long, Long> island : islands.entrySet())
            print = mixed(mixed(print ^ island.getKey()) ^ island.getValue());
        return print;
    }

    /** The finalizer of SplitMix64 (Steele et al., "Fast Splittable Pseudorandom Number Generators", 2014). */
    static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    private void absorb() {
        Map.Entry<Long, Long> first;
        while ((first = islands.firstEntry()) != null && first.getKey() <= high + 1) {
            high = Math.max(high, first.getValue());
            islands.pollFirstEntry();
        }
    }

    /** What is missing between {@code from} and {@code to}, in order. */
    List<Range> missing(long from, long to) {
        List<Range> gaps = new ArrayList<>();
        long next = Math.max(from, high + 1);
        for (Map.Entry<Long, Long> island : islands.entrySet()) {
            if (island.getKey() > to) break;
            if (island.getKey() > next) gaps.add(new Range(next, Math.min(to, island.getKey() - 1)));
            next = Math.max(next, island.getValue() + 1);
        }
        if (next <= to) gaps.add(new Range(next, to));
        return gaps;
    }
}
