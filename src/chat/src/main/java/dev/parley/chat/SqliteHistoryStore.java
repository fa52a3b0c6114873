package dev.parley.chat;

import dev.parley.chat.HistoryException.Reason;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * A room's log in one SQLite file, in WAL mode with synchronous NORMAL: what was appended survives a kill of the process,
 * the last moments before a power loss may be lost, the file is never damaged by either
 * (https://www.sqlite.org/pragma.html#pragma_synchronous). A {@link SearchIndex} follows what is appended.
 */
final class SqliteHistoryStore implements HistoryStore {
    private static final Logger LOG = LogManager.getLogger();

    /** Later than every clock. */
    private static final Stamp END_OF_TIME = new Stamp(Long.MAX_VALUE, -1);

    private final HistoryFile file;
    private final Connection database;
    private final Optional<LogWriter> writer;
    private final Optional<SearchIndex> index;

    private SqliteHistoryStore(
            HistoryFile file, Connection database, Optional<LogWriter> writer, Optional<SearchIndex> index) {
        this.file = file;
        this.database = database;
        this.writer = writer;
        this.index = index;
    }

    /**
     * Opens the file, or makes it; brings one of an older version up to date.
     *
     * @param mostMegabytes how much it may hold
     * @throws HistoryException if the file cannot be read and written or was written by a newer program
     */
    static SqliteHistoryStore open(HistoryFile file, int mostMegabytes) throws HistoryException {
        Connection database = null;
        try {
            if (file.versionInHeader() > HistorySchema.VERSION) throw file.newer(file.versionInHeader());
            database = file.open();
            int version = HistorySchema.versionOf(database);
            if (version > HistorySchema.VERSION) throw file.newer(version);
            if (version < HistorySchema.VERSION) HistorySchema.bringUp(database);
            LogWriter writer = new LogWriter(database, mostMegabytes);
            SearchIndex index = new SearchIndex(file, writer.token(), writer.lastId());
            SqliteHistoryStore store = new SqliteHistoryStore(file, database, Optional.of(writer), Optional.of(index));
            store.probe();
            index.appended();
            return store;
        } catch (SQLException e) {
            close(database);
            throw file.failed(e);
        } catch (HistoryException e) {
            close(database);
            throw e;
        }
    }

    /** Opens a file that can only be read. */
    static SqliteHistoryStore openForReading(HistoryFile file) throws HistoryException {
        Connection database = null;
        try {
            database = file.openForReading();
            int version = HistorySchema.versionOf(database);
            if (version != HistorySchema.VERSION) throw file.newer(version);
            return new SqliteHistoryStore(file, database, Optional.empty(), Optional.empty());
        } catch (SQLException e) {
            close(database);
            throw file.failed(e);
        } catch (HistoryException e) {
            close(database);
            throw e;
        }
    }

    /** Damage shows when pages are read: those that will be needed first are read now. */
    private void probe() throws HistoryException {
        held();
        last(1);
        oldest();
    }

    /** Makes the disk full for this store once the file has so many pages. For tests. */
    void limitPages(long pages) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("PRAGMA max_page_count = " + pages);
        }
    }

    /** Refuses to write as a file system does that is mounted for reading. For tests. */
    void refuseWrites() throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("PRAGMA query_only = ON");
        }
    }

    @Override
    public void append(List<LogEntry> entries) throws HistoryException {
        try {
            writer().append(entries);
            index.ifPresent(SearchIndex::appended);
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    @Override
    public void floor(AuthorRun run, long low) throws HistoryException {
        try {
            writer().floor(run, low);
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    @Override
    public Optional<Map<AuthorRun, Long>> prune() throws HistoryException {
        try {
            Optional<Map<AuthorRun, Long>> raised = writer().prune();
            if (raised.isPresent()) index.ifPresent(SearchIndex::appended);
            return raised;
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    private LogWriter writer() {
        return writer.orElseThrow(() -> new IllegalStateException(file + " was opened for reading"));
    }

    @Override
    public Map<AuthorRun, Numbers> held() throws HistoryException {
        Map<AuthorRun, Numbers> held = new TreeMap<>();
        try (Statement statement = database.createStatement();
                ResultSet floors = statement.executeQuery("SELECT author, incarnation, low FROM floor")) {
            while (floors.next()) held.put(EntryRows.run(floors, 1), new Numbers(floors.getLong(3)));
            HeldSpans.read(database, held);
        } catch (SQLException e) {
            throw file.failed(e);
        }
        return held;
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
    public Map<AuthorRun, Long> lowestOfLast(Optional<Stamp> before, int count) throws HistoryException {
        Map<AuthorRun, Long> lowest = new TreeMap<>();
        try (PreparedStatement select = database.prepareStatement("SELECT author, incarnation, min(number) FROM ("
                + "SELECT author, incarnation, number FROM message WHERE direct = 0 AND (millis, counter) < (?,?)"
                + EntryRows.NEWEST_FIRST + " LIMIT ?) GROUP BY author, incarnation")) {
            Stamp end = before.orElse(END_OF_TIME);
            select.setLong(1, end.millis());
            select.setLong(2, Integer.toUnsignedLong(end.counter()));
            select.setInt(3, count);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) lowest.put(EntryRows.run(rows, 1), rows.getLong(3));
            }
        } catch (SQLException e) {
            throw file.failed(e);
        }
        return lowest;
    }

    @Override
    public Optional<Stamp> oldest() throws HistoryException {
        try (Statement select = database.createStatement();
                ResultSet row = select.executeQuery(
                        "SELECT millis, counter FROM message WHERE direct = 0 ORDER BY millis, counter LIMIT 1")) {
            return row.next() ? Optional.of(new Stamp(row.getLong(1), (int) row.getLong(2))) : Optional.empty();
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    @Override
    public List<LogEntry> range(AuthorRun run, long from, long to, int limit) throws HistoryException {
        try (PreparedStatement select = database.prepareStatement("SELECT " + EntryRows.COLUMNS
                + " FROM message WHERE author = ? AND incarnation = ? AND direct = 0 AND number BETWEEN ? AND ?"
                + " ORDER BY number LIMIT ?")) {
            int next = EntryRows.bindRun(select, 1, run);
            select.setLong(next, from);
            select.setLong(next + 1, to);
            select.setInt(next + 2, limit);
            return EntryRows.entries(select);
        } catch (SQLException e) {
            throw file.failed(e);
        }
    }

    @Override
    public LogReader reader() throws HistoryException {
        return new SqliteLogReader(file, index);
    }

    /** A damaged file is set aside, so that the next start begins a fresh one; any other stays where it is. */
    @Override
    public Successor afterFailure(HistoryException failure) {
        MemoryHistoryStore memory = new MemoryHistoryStore();
        HistoryFile readable = file;
        String sentence = failure.getMessage();
        close();
        if (failure.reason() == Reason.DAMAGED) {
            try {
                readable = file.setAside();
                sentence =
                        "The history file %s is damaged and is now %s; what is said from now on is kept only until you leave, and the next start begins a new file."
                                .formatted(file.path(), readable.path());
            } catch (IOException e) {
                LOG.warn("{} stays where it is", file.path(), e);
            }
        }
        try {
            return new Successor(new LayeredHistoryStore(openForReading(readable), memory), sentence);
        } catch (HistoryException e) {
            LOG.warn("nothing of {} can be read", readable.path(), e);
            return new Successor(memory, sentence);
        }
    }

    @Override
    public void close() {
        index.ifPresent(SearchIndex::close);
        writer.ifPresent(LogWriter::close);
        close(database);
    }

    private static void close(Connection database) {
        try {
            if (database != null) database.close();
        } catch (SQLException e) {
            // Everything appended is in the file already.
            LOG.warn("closing a history file", e);
        }
    }
}
