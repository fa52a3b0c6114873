package dev.parley.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** A file that can still be read, with what is said since in memory on top of it. */
final class LayeredHistoryStore implements HistoryStore {
    /** Read at a time while entries are counted. */
    private static final int CHUNK = 1_000;

    private final HistoryStore below;
    private final MemoryHistoryStore above;

    LayeredHistoryStore(HistoryStore below, MemoryHistoryStore above) {
        this.below = below;
        this.above = above;
    }

    @Override
    public void append(List<LogEntry> entries) {
        above.append(entries);
    }

    @Override
    public void floor(AuthorRun run, long low) {
        above.floor(run, low);
    }

    @Override
    public Map<AuthorRun, Numbers> held() throws HistoryException {
        Map<AuthorRun, Numbers> held = new TreeMap<>(below.held());
        above.held().forEach((run, numbers) -> {
            Numbers both = held.computeIfAbsent(run, any -> new Numbers(numbers.low()));
            numbers.ranges().forEach(range -> both.addRange(range.from(), range.to()));
            both.raiseLow(numbers.low());
        });
        return held;
    }

    @Override
    public List<LogEntry> before(Optional<LogPlace> place, int count) throws HistoryException {
        List<LogEntry> both = merged(below.before(place, count), above.before(place, count));
        return last(both, count);
    }

    private static List<LogEntry> merged(List<LogEntry> some, List<LogEntry> others) {
        return Stream.concat(some.stream(), others.stream()).sorted().distinct().toList();
    }

    private static List<LogEntry> last(List<LogEntry> entries, int count) {
        return entries.subList(Math.max(0, entries.size() - count), entries.size());
    }

    @Override
    public Map<AuthorRun, Long> lowestOfLast(Optional<Stamp> before, int count) throws HistoryException {
        Map<AuthorRun, Long> lowest = new TreeMap<>();
        Optional<LogPlace> place = before.map(LayeredHistoryStore::firstAt);
        int counted = 0;
        while (counted < count) {
            List<LogEntry> chunk = before(place, CHUNK);
            for (int at = chunk.size() - 1; at >= 0 && counted < count; at--) {
                LogEntry entry = chunk.get(at);
                if (entry.id().direct()) continue;
                lowest.merge(entry.run(), entry.id().number(), Math::min);
                counted++;
            }
            if (chunk.size() < CHUNK) break;
            place = Optional.of(chunk.get(0).place());
        }
        return lowest;
    }

    /** Nothing with that clock is before this place. */
    private static LogPlace firstAt(Stamp clock) {
        return new LogPlace(clock, new MessageId(new UUID(0, 0), Long.MIN_VALUE, Long.MIN_VALUE, false));
    }

    @Override
    public Optional<Stamp> oldest() throws HistoryException {
        return Stream.concat(below.oldest().stream(), above.oldest().stream()).min(Comparator.naturalOrder());
    }

    @Override
    public List<LogEntry> range(AuthorRun run, long from, long to, int limit) throws HistoryException {
        List<LogEntry> both = new ArrayList<>(below.range(run, from, to, limit));
        both.addAll(above.range(run, from, to, limit));
        return both.stream()
                .sorted(Comparator.comparingLong(entry -> entry.id().number()))
                .distinct()
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Map<AuthorRun, Long>> prune() {
        return above.prune();
    }

    @Override
    public LogReader reader() throws HistoryException {
        LogReader file = below.reader();
        return new Reader(file, above.reader());
    }

    /** The file has given out in the end. */
    @Override
    public Successor afterFailure(HistoryException failure) {
        below.close();
        return new Successor(above, failure.getMessage());
    }

    @Override
    public void close() {
        below.close();
        above.close();
    }

    private record Reader(LogReader below, LogReader above) implements LogReader {
        @Override
        public List<LogEntry> search(LogSearch search, int limit) throws HistoryException {
            List<LogEntry> both = merged(below.search(search, limit), above.search(search, limit));
            return last(both, limit);
        }

        @Override
        public List<LogEntry> before(Optional<LogPlace> place, int count) throws HistoryException {
            List<LogEntry> both = merged(below.before(place, count), above.before(place, count));
            return last(both, count);
        }

        @Override
        public List<LogEntry> after(Optional<LogPlace> place, int count) throws HistoryException {
            return merged(below.after(place, count), above.after(place, count)).stream()
                    .limit(count)
                    .toList();
        }

        @Override
        public void close() {
            below.close();
            above.close();
        }
    }
}
