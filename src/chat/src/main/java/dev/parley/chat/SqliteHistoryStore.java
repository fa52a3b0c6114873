package dev.parley.chat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.sqlite.SQLiteConfig;

/**
 * A room's log in one SQLite file, in WAL mode with synchronous NORMAL: what was appended survives a kill of the process,
 * the last moments before a power loss may be lost, the file is never damaged by either
 * (https://www.sqlite.org/pragma.html#pragma_synchronous).
 */
final class SqliteHistoryStore implements HistoryStore {
    private static final Logger LOG = LogManager.getLogger();
    private static final int SCHEMA = 1;
    private static final String COLUMNS =
            "author, incarnation, number, direct, kind, millis, counter, sent, name, recipient, text";

    /** Later than every clock. */
    private static final Stamp END_OF_TIME = new Stamp(Long.MAX_VALUE, -1);

    private final Path file;
    private final Connection database;

    /**
     * Opens the file, or makes it.
     *
     * @throws HistoryException if the file cannot be opened or was written by a newer program
     */
    SqliteHistoryStore(Path file) throws HistoryException {
        this.file = file;
        try {
            SQLiteConfig config = new SQLiteConfig();
            config.setJournalMode(SQLiteConfig.JournalMode.WAL);
            config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
            config.setBusyTimeout(1_000);
            database = config.createConnection("jdbc:sqlite:" + file);
            prepareSchema();
        } catch (SQLException e) {
            throw failed("opened", e);
        }
    }

    private void prepareSchema() throws SQLException {
        try (Statement statement = database.createStatement()) {
            int version = statement.executeQuery("PRAGMA user_version").getInt(1);
            if (version > SCHEMA) throw new SQLException("a newer Parley has written it (schema " + version + ")");
            if (version == SCHEMA) return;
            statement.executeUpdate("BEGIN IMMEDIATE");
            statement.executeUpdate("""
                    CREATE TABLE message (
                        author BLOB NOT NULL, incarnation INTEGER NOT NULL, number INTEGER NOT NULL,
                        direct INTEGER NOT NULL, kind TEXT NOT NULL, millis INTEGER NOT NULL, counter INTEGER NOT NULL,
                        sent INTEGER NOT NULL, name TEXT NOT NULL, recipient TEXT, text TEXT NOT NULL,
                        PRIMARY KEY (author, incarnation, direct, number)) WITHOUT ROWID""");
            statement.executeUpdate(
                    "CREATE INDEX message_log ON message (millis, counter, author, incarnation, number, direct)");
            statement.executeUpdate("""
                    CREATE TABLE floor (author BLOB NOT NULL, incarnation INTEGER NOT NULL, low INTEGER NOT NULL,
                        PRIMARY KEY (author, incarnation)) WITHOUT ROWID""");
            statement.executeUpdate("PRAGMA user_version = " + SCHEMA);
            statement.executeUpdate("COMMIT");
        }
    }

    @Override
    public void append(List<LogEntry> entries) throws HistoryException {
        try {
            database.setAutoCommit(false);
            try (PreparedStatement insert = database.prepareStatement(
                    "INSERT OR IGNORE INTO message (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?)")) {
                for (LogEntry entry : entries) {
                    bind(insert, entry);
                    insert.executeUpdate();
                }
                database.commit();
            } catch (SQLException e) {
                database.rollback();
                throw e;
            } finally {
                database.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw failed("written", e);
        }
    }

    private static void bind(PreparedStatement insert, LogEntry entry) throws SQLException {
        insert.setBytes(1, bytes(entry.id().author()));
        insert.setLong(2, entry.id().incarnation());
        insert.setLong(3, entry.id().number());
        insert.setBoolean(4, entry.id().direct());
        insert.setString(5, entry.kind().name());
        insert.setLong(6, entry.clock().millis());
        insert.setLong(7, Integer.toUnsignedLong(entry.clock().counter()));
        insert.setLong(8, entry.sentMillis());
        insert.setString(9, entry.name());
        insert.setString(10, entry.to().orElse(null));
        insert.setString(11, entry.text());
    }

    @Override
    public void floor(AuthorRun run, long low) throws HistoryException {
        try (PreparedStatement insert = database.prepareStatement("INSERT OR REPLACE INTO floor VALUES (?,?,?)")) {
            bindRun(insert, run);
            insert.setLong(3, low);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed("written", e);
        }
    }

    /** Runs of consecutive numbers have one difference between number and row number. */
    @Override
    public Map<AuthorRun, Numbers> held() throws HistoryException {
        Map<AuthorRun, Numbers> held = new TreeMap<>();
        try (Statement statement = database.createStatement()) {
            try (ResultSet floors = statement.executeQuery("SELECT author, incarnation, low FROM floor")) {
                while (floors.next()) held.put(run(floors), new Numbers(floors.getLong(3)));
            }
            try (ResultSet ranges = statement.executeQuery("""
                    SELECT author, incarnation, min(number), max(number) FROM (
                        SELECT author, incarnation, number,
                            number - row_number() OVER (PARTITION BY author, incarnation ORDER BY number) AS island
                        FROM message WHERE direct = 0)
                    GROUP BY author, incarnation, island ORDER BY author, incarnation, min(number)""")) {
                while (ranges.next())
                    held.computeIfAbsent(run(ranges), any -> new Numbers(1))
                            .addRange(ranges.getLong(3), ranges.getLong(4));
            }
        } catch (SQLException e) {
            throw failed("read", e);
        }
        return held;
    }

    @Override
    public List<LogEntry> last(int count) throws HistoryException {
        try (PreparedStatement select = database.prepareStatement(
                "SELECT " + COLUMNS
                        + " FROM message ORDER BY millis DESC, counter DESC, author DESC, incarnation DESC, number DESC LIMIT ?")) {
            select.setInt(1, count);
            List<LogEntry> entries = entries(select);
            Collections.sort(entries);
            return entries;
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    @Override
    public Map<AuthorRun, Long> lowestOfLast(Optional<Stamp> before, int count) throws HistoryException {
        Map<AuthorRun, Long> lowest = new TreeMap<>();
        try (PreparedStatement select = database.prepareStatement("""
                SELECT author, incarnation, min(number) FROM (
                    SELECT author, incarnation, number FROM message WHERE direct = 0 AND (millis, counter) < (?, ?)
                    ORDER BY millis DESC, counter DESC, author DESC, incarnation DESC, number DESC LIMIT ?)
                GROUP BY author, incarnation""")) {
            Stamp end = before.orElse(END_OF_TIME);
            select.setLong(1, end.millis());
            select.setLong(2, Integer.toUnsignedLong(end.counter()));
            select.setInt(3, count);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) lowest.put(run(rows), rows.getLong(3));
            }
        } catch (SQLException e) {
            throw failed("read", e);
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
            throw failed("read", e);
        }
    }

    @Override
    public List<LogEntry> range(AuthorRun run, long from, long to, int limit) throws HistoryException {
        try (PreparedStatement select = database.prepareStatement("SELECT " + COLUMNS
                + " FROM message WHERE author = ? AND incarnation = ? AND direct = 0 AND number BETWEEN ? AND ?"
                + " ORDER BY number LIMIT ?")) {
            bindRun(select, run);
            select.setLong(3, from);
            select.setLong(4, to);
            select.setInt(5, limit);
            return entries(select);
        } catch (SQLException e) {
            throw failed("read", e);
        }
    }

    @Override
    public void close() {
        try {
            database.close();
        } catch (SQLException e) {
            // Everything appended is in the file already.
            LOG.warn("closing {}", file, e);
        }
    }

    private static List<LogEntry> entries(PreparedStatement select) throws SQLException {
        List<LogEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) entries.add(entry(row));
        }
        return entries;
    }

    private static LogEntry entry(ResultSet row) throws SQLException {
        AuthorRun run = run(row);
        return new LogEntry(
                new MessageId(run.author(), run.incarnation(), row.getLong(3), row.getBoolean(4)),
                ChatMessage.Kind.valueOf(row.getString(5)),
                new Stamp(row.getLong(6), (int) row.getLong(7)),
                row.getLong(8),
                row.getLong(8),
                row.getString(9),
                Optional.ofNullable(row.getString(10)),
                row.getString(11));
    }

    private static void bindRun(PreparedStatement statement, AuthorRun run) throws SQLException {
        statement.setBytes(1, bytes(run.author()));
        statement.setLong(2, run.incarnation());
    }

    private static AuthorRun run(ResultSet row) throws SQLException {
        ByteBuffer author = ByteBuffer.wrap(row.getBytes(1));
        return new AuthorRun(new UUID(author.getLong(), author.getLong()), row.getLong(2));
    }

    private static byte[] bytes(UUID author) {
        return ByteBuffer.allocate(16)
                .putLong(author.getMostSignificantBits())
                .putLong(author.getLeastSignificantBits())
                .array();
    }

    private HistoryException failed(String verb, SQLException e) {
        return new HistoryException(
                "The history file %s cannot be %s (%s); what is said now is kept only until you leave."
                        .formatted(file, verb, e.getMessage()),
                e);
    }
}
