package dev.parley.chat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Reads a history file through a connection of its own, which blocks no writer. Used by one thread at a time. */
final class SqliteLogReader implements LogReader {
    private static final Logger LOG = LogManager.getLogger();

    /** So few messages that the index names are read one by one, wherever they are. */
    private static final int FEW = 5_000;

    /** The index names more, so most likely the newest so many have enough of them. */
    private static final int LIKELY = 30_000;

    private final HistoryFile file;
    private final Connection database;
    private final Optional<SearchIndex> index;

    SqliteLogReader(HistoryFile file, Optional<SearchIndex> index) throws HistoryException {
        this.file = file;
        try {
            database = file.openForReading();
        } catch (SQLException e) {
            throw file.failed(e);
        }
        this.index = index.filter(this::attach);
    }

    private boolean attach(SearchIndex wanted) {
        if (!wanted.usable()) return false;
        try (PreparedStatement attach = database.prepareStatement("ATTACH ? AS search")) {
            attach.setString(1, wanted.path().toString());
            attach.executeUpdate();
            return true;
        } catch (SQLException e) {
            LOG.debug("the search index is not there", e);
            return false;
        }
    }

    /**
     * Rare words by the index; frequent ones among the newest messages, where they soon are enough; what occurs often, but
     * not lately, by the index again.
     */
    @Override
    public List<LogEntry> search(LogSearch search, int limit) throws HistoryException {
        try {
            return index.isPresent() && !search.words().isEmpty()
                    ? byIndex(search, limit)
                    : newest(search, limit, Long.MAX_VALUE);
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    private List<LogEntry> byIndex(LogSearch search, int limit) throws SQLException {
        try {
            IndexedSearch indexed = new IndexedSearch(database, search, limit);
            Optional<List<LogEntry>> few = indexed.ifFewer(FEW);
            if (few.isPresent()) return few.get();
            List<LogEntry> newest = newest(search, limit, LIKELY);
            return newest.size() == limit ? newest : indexed.all();
        } catch (SQLException e) {
            LOG.warn("searching without the index", e);
            index.orElseThrow().doubt();
            return newest(search, limit, Long.MAX_VALUE);
        }
    }

    private List<LogEntry> newest(LogSearch search, int limit, long among) throws SQLException {
        List<LogEntry> found = new ArrayList<>();
        try (PreparedStatement select = database.prepareStatement("SELECT " + EntryRows.COLUMNS
                + " FROM message WHERE shown BETWEEN ? AND ?" + EntryRows.NEWEST_FIRST + " LIMIT ?")) {
            select.setLong(1, search.fromMillis());
            select.setLong(2, search.toMillis());
            select.setLong(3, among);
            try (ResultSet row = select.executeQuery()) {
                while (found.size() < limit && row.next()) {
                    if (EntryRows.mayBeFound(row, search)) found.add(EntryRows.entry(row));
                }
            }
        }
        Collections.reverse(found);
        return found;
    }

    @Override
    public List<LogEntry> before(Optional<LogPlace> place, int count) throws HistoryException {
        try {
            return EntryRows.before(database, place, count);
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    @Override
    public List<LogEntry> after(Optional<LogPlace> place, int count) throws HistoryException {
        try {
            return EntryRows.after(database, place, count);
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            LOG.warn("closing {}", file.path(), e);
        }
    }
}
