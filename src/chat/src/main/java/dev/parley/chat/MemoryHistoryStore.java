package dev.parley.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps the log as long as the session runs: where no file can be had. */
final class MemoryHistoryStore implements HistoryStore {
    private final TreeSet<LogEntry> log = new TreeSet<>();
    private final NavigableMap<AuthorRun, NavigableMap<Long, LogEntry>> runs = new TreeMap<>();
    private final NavigableMap<AuthorRun, Long> floors = new TreeMap<>();

    @Override
    public void append(List<LogEntry> entries) {
        for (LogEntry entry : entries) {
            if (entry.id().direct()) log.add(entry);
            else if (runs.computeIfAbsent(entry.run(), run -> new TreeMap<>())
                            .putIfAbsent(entry.id().number(), entry)
                    == null) log.add(entry);
        }
    }

    @Override
    public void floor(AuthorRun run, long low) {
        floors.put(run, low);
    }

    @Override
    public Map<AuthorRun, Numbers> held() {
        Map<AuthorRun, Numbers> held = new TreeMap<>();
        floors.forEach((run, low) -> held.put(run, new Numbers(low)));
        runs.forEach((run, entries) -> entries.keySet()
                .forEach(number ->
                        held.computeIfAbsent(run, any -> new Numbers(1)).add(number)));
        return held;
    }

    @Override
    public List<LogEntry> last(int count) {
        List<LogEntry> last =
                new ArrayList<>(log.descendingSet().stream().limit(count).toList());
        Collections.reverse(last);
        return last;
    }

    @Override
    public Map<AuthorRun, Long> lowestOfLast(Optional<Stamp> before, int count) {
        Map<AuthorRun, Long> lowest = new TreeMap<>();
        log.descendingSet().stream()
                .filter(entry -> !entry.id().direct())
                .filter(entry -> before.isEmpty() || entry.clock().compareTo(before.get()) < 0)
                .limit(count)
                .forEach(entry -> lowest.merge(entry.run(), entry.id().number(), Math::min));
        return lowest;
    }

    @Override
    public Optional<Stamp> oldest() {
        return log.stream().filter(entry -> !entry.id().direct()).findFirst().map(LogEntry::clock);
    }

    @Override
    public List<LogEntry> range(AuthorRun run, long from, long to, int limit) {
        NavigableMap<Long, LogEntry> entries = runs.get(run);
        if (entries == null || from > to) return List.of();
        return entries.subMap(from, true, to, true).values().stream()
                .limit(limit)
                .toList();
    }

    @Override
    public void close() {
        log.clear();
        runs.clear();
    }
}
