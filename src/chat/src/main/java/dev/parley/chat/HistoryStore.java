package dev.parley.chat;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a room's log is kept. Confined to the session thread. */
interface HistoryStore extends AutoCloseable {
    /** Appends all or nothing; entries already there are left as they are. */
    void append(List<LogEntry> entries) throws HistoryException;

    /** Brings everything appended to the place where it is read; to be called from time to time, takes a while. */
    default void settle() throws HistoryException {
        // Appended is settled, unless a store says otherwise.
    }

    /** Remembers from which number on a run is kept here, more than before or less. */
    void floor(AuthorRun run, long low) throws HistoryException;

    /** What is held, run by run; not by reading every entry. */
    Map<AuthorRun, Numbers> held() throws HistoryException;

    /** The last {@code count} entries before a place, or before the end of the log; direct ones included, oldest first. */
    List<LogEntry> before(Optional<LogPlace> place, int count) throws HistoryException;

    /** The last entries of the log, direct ones included, oldest first. */
    default List<LogEntry> last(int count) throws HistoryException {
        return before(Optional.empty(), count);
    }

    /**
     * For each run with entries among the {@code count} latest that everybody sees and whose clock is before {@code before}
     * (any clock if empty), the lowest number of those.
     */
    Map<AuthorRun, Long> lowestOfLast(Optional<Stamp> before, int count) throws HistoryException;

    /** The clock of the oldest entry that everybody sees. */
    Optional<Stamp> oldest() throws HistoryException;

    /** The entries of a run that everybody sees from one number to another, by number, at most {@code limit}. */
    List<LogEntry> range(AuthorRun run, long from, long to, int limit) throws HistoryException;

    /**
     * If more is held than may be, gives up some of the oldest, not so many that it takes long.
     *
     * @return from which number on the runs that have lost entries are still kept; empty if nothing was to be given up, so
     *     that it need not be called again
     */
    Optional<Map<AuthorRun, Long>> prune() throws HistoryException;

    /** Reads what is held at this moment beside the session thread; the caller closes it. */
    LogReader reader() throws HistoryException;

    /** Makes the best of a failure: what takes this store's place, with as much of the log as can still be read. */
    Successor afterFailure(HistoryException failure);

    /**
     * What goes on after a failure.
     *
     * @param sentence what to tell the user
     */
    record Successor(HistoryStore store, String sentence) {}

    @Override
    void close();
}
