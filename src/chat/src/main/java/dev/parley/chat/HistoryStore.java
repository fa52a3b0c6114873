package dev.parley.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a room's log is kept. Confined to the session thread. */
interface HistoryStore extends AutoCloseable {
    /** Appends all or nothing; entries already there are left as they are. */
    void append(List<LogEntry> entries) throws HistoryException;

    /** Remembers from which number on a run is kept here. */
    void floor(AuthorRun run, long low) throws HistoryException;

    /** What is held, run by run. */
    Map<AuthorRun, Numbers> held() throws HistoryException;

    /** The last entries of the log, direct ones included, oldest first. */
    List<LogEntry> last(int count) throws HistoryException;

    /**
     * For each run with entries among the {@code count} latest that everybody sees and whose clock is before {@code before}
     * (any clock if empty), the lowest number of those.
     */
    Map<AuthorRun, Long> lowestOfLast(Optional<Stamp> before, int count) throws HistoryException;

    /** The clock of the oldest entry that everybody sees. */
    Optional<Stamp> oldest() throws HistoryException;

    /** The entries of a run that everybody sees from one number to another, by number, at most {@code limit}. */
    List<LogEntry> range(AuthorRun run, long from, long to, int limit) throws HistoryException;

    @Override
    void close();
}
