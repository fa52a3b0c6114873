package dev.parley.chat;

import dev.parley.chat.MemoryRun.Kept;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.IntPredicate;

/** Runs in memory merged into the order of the log, forwards or backwards. Valid until the next change of a run. */
final class MergedRuns implements Iterator<Kept> {
    private final Comparator<Kept> order;
    private final PriorityQueue<Cursor> cursors;
    private final IdentityHashMap<MemoryRun, Cursor> byRun = new IdentityHashMap<>();

    /** The one taken from last, as long as it is the first of all; it is not among {@link #cursors} then. */
    private Cursor first;

    private MergedRuns(Comparator<Kept> order) {
        this.order = order;
        cursors = new PriorityQueue<>(Comparator.comparing(Cursor::entry, order));
    }

    /** Where the merge is within one run. */
    private static final class Cursor {
        private final List<Kept> entries;
        private final int start;
        private final int step;
        private int at;

        /** Where, of the first of all, the entries begin that others come before. */
        private int until;

        private Cursor(List<Kept> entries, int start, int step) {
            this.entries = entries;
            this.start = start;
            this.step = step;
            at = start;
        }

        private Kept entry() {
            return entries.get(at);
        }

        private boolean valid() {
            return at >= 0 && at < entries.size();
        }

        /** Finds the first entry that comes after the rival; the end, if there is none. */
        private void goUpTo(Optional<Kept> rival, Comparator<Kept> order) {
            int left = step > 0 ? entries.size() - at : at + 1;
            until = at + step * rival.map(one -> stepsBefore(one, left, order)).orElse(left);
        }

        /** Looks near first: authors who talk at the same time take turns after a few entries, and what is far is cold. */
        private int stepsBefore(Kept rival, int left, Comparator<Kept> order) {
            IntPredicate before = steps -> order.compare(entries.get(at + step * steps), rival) < 0;
            int from = 1;
            int to = 1;
            while (to < left && before.test(to)) {
                from = to + 1;
                to = 2 * to;
            }
            return MemoryRun.firstNot(before, from, Math.min(to, left));
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
            List<Kept> entries = run.inOrderOfTheLog();
            int end = before.map(place -> firstNotBefore(entries, place)).orElse(entries.size());
            merged.start(run, new Cursor(entries, end - 1, -1));
        }
        return merged;
    }

    private static List<MemoryRun> all(List<Map<AuthorRun, MemoryRun>> kinds) {
        return kinds.stream().map(Map::values).flatMap(Collection::stream).toList();
    }

    private static int firstNotBefore(List<Kept> entries, LogPlace place) {
        return MemoryRun.firstNot(index -> entries.get(index).place().compareTo(place) < 0, 0, entries.size());
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
    public Kept next() {
        if (first == null) first = theFirst();
        Kept entry = first.entry();
        first.at += first.step;
        if (first.at == first.until) {
            add(first);
            first = null;
        }
        return entry;
    }

    private Cursor theFirst() {
        Cursor cursor = cursors.poll();
        if (cursor == null) throw new NoSuchElementException();
        cursor.goUpTo(Optional.ofNullable(cursors.peek()).map(Cursor::entry), order);
        return cursor;
    }
}
