package dev.parley.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Keeps the latest of the log as long as the session runs: where no file can be had or none is wanted. Taking a message in
 * costs little; the order of the log is found when it is asked for, by merging the runs.
 */
final class MemoryHistoryStore implements HistoryStore {
    /** How many messages are kept. */
    static final int MOST_ENTRIES = 10_000;

    /** How many bytes are kept. */
    static final long MOST_BYTES = 32L << 20;

    /** More than may be kept is given up in one go once it is so much more. */
    private static final int SLACK = 1_000;

    private final PackedEntries packed = new PackedEntries();
    private final Map<AuthorRun, MemoryRun> runs = new HashMap<>();
    private final Map<AuthorRun, MemoryRun> directs = new HashMap<>();
    private final Map<AuthorRun, Long> floors = new HashMap<>();
    private int size;
    private long bytes;

    @Override
    public void append(List<LogEntry> entries) {
        LogEntry before = null;
        MemoryRun run = null;
        for (LogEntry entry : entries) {
            if (before == null || !sameRun(entry, before)) run = runOf(entry);
            before = entry;
            int added = run.add(entry);
            if (added == 0) continue;
            size++;
            bytes += added;
        }
    }

    private MemoryRun runOf(LogEntry entry) {
        boolean direct = entry.id().direct();
        return (direct ? directs : runs).computeIfAbsent(entry.run(), run -> new MemoryRun(run, direct, packed));
    }

    private static boolean sameRun(LogEntry one, LogEntry other) {
        return one.id().direct() == other.id().direct() && one.sameRun(other);
    }

    @Override
    public void floor(AuthorRun run, long low) {
        floors.put(run, low);
    }

    @Override
    public Map<AuthorRun, Numbers> held() {
        Map<AuthorRun, Numbers> held = new TreeMap<>();
        floors.forEach((run, low) -> held.put(run, new Numbers(low)));
        runs.forEach((run, entries) -> entries.addTo(held.computeIfAbsent(run, any -> new Numbers(1))));
        return held;
    }

    @Override
    public List<LogEntry> before(Optional<LogPlace> place, int count) {
        List<LogEntry> newestFirst = new ArrayList<>();
        MergedRuns backwards = MergedRuns.backwards(List.of(runs, directs), place);
        while (newestFirst.size() < count && backwards.hasNext())
            newestFirst.add(backwards.next().entry());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public Map<AuthorRun, Long> lowestOfLast(Optional<Stamp> before, int count) {
        Map<AuthorRun, Long> lowest = new TreeMap<>();
        MergedRuns backwards = MergedRuns.backwards(List.of(runs), Optional.empty());
        for (int counted = 0; counted < count && backwards.hasNext(); ) {
            MemoryRun.Kept entry = backwards.next();
            if (before.isPresent() && entry.clock().compareTo(before.get()) >= 0) continue;
            lowest.merge(entry.run(), entry.number(), Math::min);
            counted++;
        }
        return lowest;
    }

    @Override
    public Optional<Stamp> oldest() {
        return runs.values().stream()
                .filter(run -> !run.isEmpty())
                .map(run -> run.inOrderOfTheLog().get(0).clock())
                .min(Comparator.naturalOrder());
    }

    @Override
    public List<LogEntry> range(AuthorRun run, long from, long to, int limit) {
        MemoryRun entries = runs.get(run);
        return entries == null ? List.of() : entries.range(from, to, limit);
    }

    @Override
    public Optional<Map<AuthorRun, Long>> prune() {
        if (size <= MOST_ENTRIES + SLACK && bytes <= MOST_BYTES) return Optional.empty();
        MergedRuns oldestFirst = MergedRuns.forwards(List.of(runs, directs));
        while (size > MOST_ENTRIES || bytes > MOST_BYTES) {
            bytes -= oldestFirst.next().size();
            size--;
        }
        Map<AuthorRun, Long> raised = new HashMap<>();
        runs.forEach((run, entries) ->
                removed(oldestFirst.takenFrom(entries), entries).ifPresent(highest -> raised.put(run, highest + 1)));
        directs.values().forEach(entries -> removed(oldestFirst.takenFrom(entries), entries));
        runs.values().removeIf(MemoryRun::isEmpty);
        directs.values().removeIf(MemoryRun::isEmpty);
        raised.values().removeIf(low -> low <= 0);
        raised.forEach((run, low) -> floors.merge(run, low, Math::max));
        return Optional.of(raised);
    }

    private static OptionalLong removed(int count, MemoryRun entries) {
        return count == 0 ? OptionalLong.empty() : OptionalLong.of(entries.removeOldest(count));
    }

    @Override
    public LogReader reader() {
        return new MemoryLogReader(before(Optional.empty(), Integer.MAX_VALUE));
    }

    /** Memory does not fail. */
    @Override
    public Successor afterFailure(HistoryException failure) {
        return new Successor(this, failure.getMessage());
    }

    @Override
    public void close() {
        runs.clear();
        directs.clear();
        packed.clear();
    }
}
