package dev.parley.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Entries of one run in memory, by number. What comes in order, which is nearly everything, is put at the end; what goes,
 * goes from the beginning. Confined to the session thread.
 */
final class MemoryRun {
    /** From {@link #first} on. */
    private final List<LogEntry> entries = new ArrayList<>();

    private int first;

    /** Whether the clocks rise with the numbers, as they do with every honest author. */
    private boolean clocksRise = true;

    /** Whether it is new here. */
    boolean add(LogEntry entry) {
        if (isEmpty() || entry.id().number() > last().id().number()) {
            clocksRise &= isEmpty() || last().compareTo(entry) < 0;
            entries.add(entry);
            return true;
        }
        int at = indexOf(entry.id().number());
        if (at >= 0) return false;
        int place = -at - 1;
        clocksRise &= entry.compareTo(entries.get(place)) < 0
                && (place == first || entries.get(place - 1).compareTo(entry) < 0);
        entries.add(place, entry);
        return true;
    }

    boolean isEmpty() {
        return first == entries.size();
    }

    int size() {
        return entries.size() - first;
    }

    private LogEntry last() {
        return entries.get(entries.size() - 1);
    }

    /** Where the number is, or where it belongs as {@link Collections#binarySearch} tells it. */
    private int indexOf(long number) {
        int low = first;
        int high = entries.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = entries.get(middle).id().number();
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
        for (int i = at < 0 ? -at - 1 : at; i < entries.size() && range.size() < limit; i++) {
            if (entries.get(i).id().number() > to) break;
            range.add(entries.get(i));
        }
        return range;
    }

    /** A view of the entries in the order of the log; valid until the next change. */
    List<LogEntry> inOrderOfTheLog() {
        List<LogEntry> kept = entries.subList(first, entries.size());
        return clocksRise ? kept : kept.stream().sorted().toList();
    }

    /**
     * Takes out the oldest in the order of the log.
     *
     * @param count at least one, at most {@link #size}
     * @return the highest number among them
     */
    long removeOldest(int count) {
        if (!clocksRise) return removeScattered(inOrderOfTheLog().subList(0, count));
        long highest = entries.get(first + count - 1).id().number();
        for (int i = first; i < first + count; i++) entries.set(i, null);
        first += count;
        if (first > entries.size() / 2) {
            entries.subList(0, first).clear();
            first = 0;
        }
        return highest;
    }

    private long removeScattered(List<LogEntry> gone) {
        Set<LogEntry> these = Collections.newSetFromMap(new IdentityHashMap<>());
        these.addAll(gone);
        entries.subList(first, entries.size()).removeIf(these::contains);
        return gone.stream().mapToLong(entry -> entry.id().number()).max().orElseThrow();
    }

    /** Adds the numbers to those held. */
    void addTo(Numbers numbers) {
        long from = 0;
        long to = -1;
        for (LogEntry entry : entries.subList(first, entries.size())) {
            long number = entry.id().number();
            if (number != to + 1 || to < from) {
                if (to >= from) numbers.addRange(from, to);
                from = number;
            }
            to = number;
        }
        if (to >= from) numbers.addRange(from, to);
    }
}
