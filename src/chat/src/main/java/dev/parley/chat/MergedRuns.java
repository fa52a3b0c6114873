package dev.parley.chat;

import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;

/** Runs in memory merged into the order of the log, forwards or backwards. Valid until the next change of a run. */
final class MergedRuns implements Iterator<LogEntry> {
    private final Comparator<LogEntry> order;
    private final PriorityQueue<Cursor> cursors;
    private final IdentityHashMap<MemoryRun, Cursor> byRun = new IdentityHashMap<>();

    /** The one taken from last, as long as it is the first of all; it is not among {@link #cursors} then. */
    private Cursor first;

    private MergedRuns(Comparator<LogEntry> order) {
        this.order = order;
        cursors = new PriorityQueue<>(Comparator.comparing(Cursor::entry, order));
    }

    /** Where the merge is within one run. */
    private static final class Cursor {
        private final List<LogEntry> entries;
        private final int start;
        private final int step;
        private int at;

        private Cursor(List<LogEntry> entries, int start, int step) {
            this.entries = entries;
            this.start = start;
            this.step = step;
            at = start;
        }

        private LogEntry entry() {
            return entries.get(at);
        }

        private boolean valid() {
            return at >= 0 && at < entries.size();
        }
    }

    /** Oldest first. */
    static MergedRuns forwards(List<Map<AuthorRun, MemoryRun>> kinds) {
        MergedRuns merged = new MergedRuns(Comparator.naturalOrder());
        for (MemoryRun run : all(kinds)) merged.start(run, new Cursor(run.inOrderOfTheLog(), 0, 1));
        return merged;
    }

    /** Newest first, from before a place or the end. */
    static MergedRuns backwards(List<Map<AuthorRun, MemoryRun>> kinds, Optional<LogPlace> before) {
        MergedRuns merged = new MergedRuns(Comparator.reverseOrder());
        for (MemoryRun run : all(kinds)) {
            List<LogEntry> entries = run.inOrderOfTheLog();
            int end = before.map(place -> firstNotBefore(entries, place)).orElse(entries.size());
            merged.start(run, new Cursor(entries, end - 1, -1));
        }
        return merged;
    }

    private static List<MemoryRun> all(List<Map<AuthorRun, MemoryRun>> kinds) {
        return kinds.stream().map(Map::values).flatMap(Collection::stream).toList();
    }

    private static int firstNotBefore(List<LogEntry> entries, LogPlace place) {
        int low = 0;
        int high = entries.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (entries.get(middle).place().compareTo(place) < 0) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private void start(MemoryRun run, Cursor cursor) {
        byRun.put(run, cursor);
        add(cursor);
    }

    /** How many of what came so far were of this run. */
    int takenFrom(MemoryRun run) {
        Cursor cursor = byRun.get(run);
        return Math.abs(cursor.at - cursor.start);
    }

    private void add(Cursor cursor) {
        if (cursor.valid()) cursors.add(cursor);
    }

    @Override
    public boolean hasNext() {
        return first != null || !cursors.isEmpty();
    }

    /** What one author says in a row is taken without looking for the next cursor each time. */
    @Override
    public LogEntry next() {
        if (first == null) first = cursors.poll();
        if (first == null) throw new NoSuchElementException();
        LogEntry entry = first.entry();
        first.at += first.step;
        if (!first.valid() || isOvertaken()) {
            add(first);
            first = null;
        }
        return entry;
    }

    private boolean isOvertaken() {
        return !cursors.isEmpty() && order.compare(first.entry(), cursors.peek().entry()) > 0;
    }
}
