package dev.parley.chat;

import java.util.List;
import java.util.Optional;

/** Reads a room's log beside the session thread. Used by one thread at a time, any. */
interface LogReader extends AutoCloseable {
    /** The newest {@code limit} entries that a search finds, oldest first. */
    List<LogEntry> search(LogSearch search, int limit) throws HistoryException;

    /** The last {@code count} entries before a place, or before the end of the log; oldest first. */
    List<LogEntry> before(Optional<LogPlace> place, int count) throws HistoryException;

    /** The first {@code count} entries after a place, or from the beginning of the log; oldest first. */
    List<LogEntry> after(Optional<LogPlace> place, int count) throws HistoryException;

    @Override
    void close();
}
