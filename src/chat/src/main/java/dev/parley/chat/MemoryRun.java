package dev.parley.chat;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.IntPredicate;
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
            int byClock = of.packed.compareClocks(at, other.of.packed, other.at);
            return byClock != 0 ? byClock : place().compareTo(other.place());
        }
    }

    /** How many bytes it takes here; 0 if it was here before. */
    int add(LogEntry entry) {
        long number = entry.id().number();
        int index = isEmpty() || packed.number(places[end - 1]) < number ? end : firstFrom(number);
        if (index < end && packed.number(places[index]) == number) return 0;
        long place = packed.put(entry);
        if (end == places.length) places = Arrays.copyOf(places, 2 * end);
        System.arraycopy(places, index, places, index + 1, end - index);
        places[index] = place;
        end++;
        clocksRise &= clockRisesAfter(index - 1) && clockRisesAfter(index);
        return PackedEntries.size(place);
    }

    /** Where the first entry is whose number is not smaller. */
    private int firstFrom(long number) {
        return firstNot(index -> packed.number(places[index]) < number, first, end);
    }

    /** The first in a range that is not as the ones before it; {@code to} if all are. */
    static int firstNot(IntPredicate before, int from, int to) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before.test(middle)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    /** Of one clock reading the greater number comes later. */
    private boolean clockRisesAfter(int index) {
        return index < first || index + 1 == end || packed.compareClocks(places[index], packed, places[index + 1]) <= 0;
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

    /** The entries from one number to another, at most {@code limit}. */
    List<LogEntry> range(long from, long to, int limit) {
        List<LogEntry> range = new ArrayList<>();
        for (int i = firstFrom(from); i < end && range.size() < limit; i++) {
            if (packed.number(places[i]) > to) break;
            range.add(kept(i).entry());
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
