package dev.parley.chat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Entries of one run in memory, by number. What comes in order, which is nearly everything, is put at the end; what goes,
 * goes from the beginning. Confined to the session thread.
 */
final class MemoryRun {
    private static final int USUAL_SIZE = 16;

    private final AuthorRun run;
    private final boolean direct;
    private final PackedEntries packed;

    /** Where the entries are, from {@link #first} to before {@link #end}. */
    private long[] places = new long[USUAL_SIZE];

    private int first;
    private int end;

    /** What the last entry has; meaningless if there is none. */
    private long lastNumber;

    private Stamp lastClock = Stamp.ZERO;

    /** Whether the clocks rise with the numbers, as they do with every honest author. */
    private boolean clocksRise = true;

    /** @param direct whether its messages are for one only */
    MemoryRun(AuthorRun run, boolean direct, PackedEntries packed) {
        this.run = run;
        this.direct = direct;
        this.packed = packed;
    }

    /** An entry of a run; valid until that is removed. */
    record Kept(MemoryRun of, long at) implements Comparable<Kept> {
        long number() {
            return of.packed.number(at);
        }

        Stamp clock() {
            return of.packed.clock(at);
        }

        AuthorRun run() {
            return of.run;
        }

        LogPlace place() {
            return new LogPlace(clock(), new MessageId(of.run.author(), of.run.incarnation(), number(), of.direct));
        }

        /** How many bytes it takes. */
        int size() {
            return PackedEntries.size(at);
        }

        LogEntry entry() {
            return of.packed.get(at, of.run, of.direct);
        }

        /** The order of the log. */
        @Override
        public int compareTo(Kept other) {
            int byClock = clock().compareTo(other.clock());
            return byClock != 0 ? byClock : place().compareTo(other.place());
        }
    }

    /** How many bytes it takes here; 0 if it was here before. */
    int add(LogEntry entry) {
        long number = entry.id().number();
        if (isEmpty() || number > lastNumber) {
            clocksRise &= isEmpty() || lastClock.compareTo(entry.clock()) <= 0;
            lastNumber = number;
            lastClock = entry.clock();
            return insert(end, entry);
        }
        int at = indexOf(number);
        if (at >= 0) return 0;
        int place = -at - 1;
        int size = insert(place, entry);
        clocksRise &= kept(place).compareTo(kept(place + 1)) < 0
                && (place == first || kept(place - 1).compareTo(kept(place)) < 0);
        return size;
    }

    private int insert(int place, LogEntry entry) {
        long at = packed.put(entry);
        if (end == places.length) places = Arrays.copyOf(places, 2 * end);
        System.arraycopy(places, place, places, place + 1, end - place);
        places[place] = at;
        end++;
        return PackedEntries.size(at);
    }

    private Kept kept(int index) {
        return new Kept(this, places[index]);
    }

    boolean isEmpty() {
        return first == end;
    }

    int size() {
        return end - first;
    }

    /** Where the number is, or where it belongs as {@link Collections#binarySearch} tells it. */
    private int indexOf(long number) {
        int low = first;
        int high = end - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = packed.number(places[middle]);
            if (there == number) return middle;
            if (there < number) low = middle + 1;
            else high = middle - 1;
        }
        return -low - 1;
    }

    /** The entries from one number to another, at most {@code limit}. */
    List<LogEntry> range(long from, long to, int limit) {
        List<LogEntry> range = new ArrayList<>();
        int at = indexOf(from);
        for (int i = at < 0 ? -at - 1 : at; i < end && range.size() < limit; i++) {
            if (packed.number(places[i]) > to) break;
            range.add(packed.get(places[i], run, direct));
        }
        return range;
    }

    /** A view of the entries in the order of the log; valid until the next change. */
    List<Kept> inOrderOfTheLog() {
        List<Kept> kept = new ByNumber();
        return clocksRise ? kept : kept.stream().sorted().toList();
    }

    private final class ByNumber extends AbstractList<Kept> implements RandomAccess {
        @Override
        public Kept get(int index) {
            return kept(first + index);
        }

        @Override
        public int size() {
            return MemoryRun.this.size();
        }
    }

    /**
     * Takes out the oldest in the order of the log.
     *
     * @param count at least one, at most {@link #size}
     * @return the highest number among them
     */
    long removeOldest(int count) {
        if (!clocksRise) return removeScattered(count);
        long highest = packed.number(places[first + count - 1]);
        for (int i = first; i < first + count; i++) packed.remove(places[i]);
        first += count;
        if (first > end / 2) {
            System.arraycopy(places, first, places, 0, size());
            end -= first;
            first = 0;
        }
        return highest;
    }

    private long removeScattered(int count) {
        List<Kept> oldest = inOrderOfTheLog().subList(0, count);
        long highest = oldest.stream().mapToLong(Kept::number).max().orElseThrow();
        Set<Long> gone = oldest.stream().map(Kept::at).collect(Collectors.toSet());
        int to = first;
        for (int i = first; i < end; i++) if (!gone.contains(places[i])) places[to++] = places[i];
        end = to;
        gone.forEach(packed::remove);
        if (!isEmpty()) {
            lastNumber = packed.number(places[end - 1]);
            lastClock = packed.clock(places[end - 1]);
        }
        return highest;
    }

    /** Adds the numbers to those held. */
    void addTo(Numbers numbers) {
        long from = 0;
        long to = -1;
        for (int i = first; i < end; i++) {
            long number = packed.number(places[i]);
            if (number != to + 1 || to < from) {
                if (to >= from) numbers.addRange(from, to);
                from = number;
            }
            to = number;
        }
        if (to >= from) numbers.addRange(from, to);
    }
}
