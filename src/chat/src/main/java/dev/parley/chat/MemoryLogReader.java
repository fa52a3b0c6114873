package dev.parley.chat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads a log that is in memory.
 *
 * @param log in its order
 */
record MemoryLogReader(List<LogEntry> log) implements LogReader {
    MemoryLogReader {
        log = List.copyOf(log);
    }

    @Override
    public List<LogEntry> search(LogSearch search, int limit) {
        List<LogEntry> found = new ArrayList<>();
        for (int at = log.size() - 1; at >= 0 && found.size() < limit; at--)
            if (search.finds(log.get(at))) found.add(log.get(at));
        Collections.reverse(found);
        return found;
    }

    @Override
    public List<LogEntry> before(Optional<LogPlace> place, int count) {
        int end = place.map(this::firstNotBefore).orElse(log.size());
        return log.subList(Math.max(0, end - count), end);
    }

    @Override
    public List<LogEntry> after(Optional<LogPlace> place, int count) {
        int start = place.map(this::firstAfter).orElse(0);
        return log.subList(start, (int) Math.min(log.size(), (long) start + count));
    }

    private int firstNotBefore(LogPlace place) {
        int at = 0;
        while (at < log.size() && log.get(at).place().compareTo(place) < 0) at++;
        return at;
    }

    private int firstAfter(LogPlace place) {
        int at = firstNotBefore(place);
        return at < log.size() && log.get(at).place().equals(place) ? at + 1 : at;
    }

    @Override
    public void close() {}
}
