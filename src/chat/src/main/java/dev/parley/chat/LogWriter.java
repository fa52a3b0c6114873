package dev.parley.chat;

import dev.parley.chat.Numbers.Range;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Everything that changes a history file; each change is one transaction. Confined to the session thread. */
final class LogWriter implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();

    /** Deleting so many takes about 20 ms. */
    private static final int SLICE = 2_000;

    private static final long BYTES_OF_MEGABYTE = 1L << 20;

    private final Statement statement;
    private final PreparedStatement insert;
    private final PreparedStatement pageCount;
    private final PreparedStatement freePages;
    private final HeldSpans spans;
    private final long mostPages;
    private final long token;
    private long nextId;

    LogWriter(Connection database, int mostMegabytes) throws SQLException {
        statement = database.createStatement();
        try (ResultSet row = statement.executeQuery(
                "SELECT token, max(next, 1 + (SELECT ifnull(max(id), 0) FROM message)) FROM bookkeeping")) {
            token = row.getLong(1);
            nextId = row.getLong(2);
        }
        mostPages = mostMegabytes
                * BYTES_OF_MEGABYTE
                / statement.executeQuery("PRAGMA page_size").getInt(1);
        insert = database.prepareStatement(
                "INSERT OR IGNORE INTO message (" + EntryRows.COLUMNS + ", id) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)");
        pageCount = database.prepareStatement("PRAGMA page_count");
        freePages = database.prepareStatement("PRAGMA freelist_count");
        spans = new HeldSpans(database);
    }

    /** What the file is known by. */
    long token() {
        return token;
    }

    /** No message has a greater row number. */
    long lastId() {
        return nextId - 1;
    }

    private interface Change {
        void make() throws SQLException;
    }

    private void transaction(Change change) throws SQLException {
        statement.executeUpdate("BEGIN IMMEDIATE");
        try {
            change.make();
            statement.executeUpdate("COMMIT");
        } catch (SQLException e) {
            rollBack();
            throw e;
        }
    }

    private void rollBack() {
        try {
            statement.executeUpdate("ROLLBACK");
        } catch (SQLException e) {
            // A full disk has rolled it back already (https://www.sqlite.org/lang_transaction.html).
            LOG.debug("not rolled back", e);
        }
    }

    void append(List<LogEntry> entries) throws SQLException {
        long first = nextId;
        transaction(() -> {
            long id = first;
            for (LogEntry entry : entries) {
                EntryRows.bind(insert, entry);
                insert.setLong(EntryRows.COUNT + 1, id++);
                insert.executeUpdate();
            }
            spans.add(entries);
        });
        nextId = first + entries.size();
    }

    void floor(AuthorRun run, long low) throws SQLException {
        transaction(() -> writeFloor(run, low));
    }

    private void writeFloor(AuthorRun run, long low) throws SQLException {
        try (PreparedStatement floor =
                statement.getConnection().prepareStatement("INSERT OR REPLACE INTO floor VALUES (?,?,?)")) {
            floor.setLong(EntryRows.bindRun(floor, 1, run), low);
            floor.executeUpdate();
        }
    }

    /** Deletes a slice of the oldest if more pages are in use than may be; returns the floors raised with it. */
    Optional<Map<AuthorRun, Long>> prune() throws SQLException {
        if (number(pageCount) - number(freePages) <= mostPages) return Optional.empty();
        Map<AuthorRun, Long> raised = new TreeMap<>();
        transaction(() -> {
            List<LogPlace> oldest = oldest();
            if (oldest.isEmpty()) return;
            delete(oldest);
            for (Map.Entry<AuthorRun, List<Range>> gone : ranges(oldest).entrySet()) {
                long low = 0;
                for (Range range : gone.getValue()) {
                    spans.remove(gone.getKey(), range);
                    low = Math.max(low, range.to() + 1);
                }
                if (low > floorOf(gone.getKey())) {
                    writeFloor(gone.getKey(), low);
                    raised.put(gone.getKey(), low);
                }
            }
            statement.executeUpdate("UPDATE bookkeeping SET next = " + nextId);
        });
        return Optional.of(raised);
    }

    private static long number(PreparedStatement pragma) throws SQLException {
        try (ResultSet row = pragma.executeQuery()) {
            return row.getLong(1);
        }
    }

    private List<LogPlace> oldest() throws SQLException {
        List<LogPlace> oldest = new ArrayList<>();
        try (ResultSet row = statement.executeQuery(
                "SELECT " + EntryRows.PLACE + " FROM message ORDER BY " + EntryRows.PLACE + " LIMIT " + SLICE)) {
            while (row.next()) oldest.add(EntryRows.place(row));
        }
        return oldest;
    }

    private void delete(List<LogPlace> oldest) throws SQLException {
        try (PreparedStatement delete = statement
                .getConnection()
                .prepareStatement("DELETE FROM message WHERE (" + EntryRows.PLACE + ") <= (?,?,?,?,?,?)")) {
            EntryRows.bindPlace(delete, 1, oldest.get(oldest.size() - 1));
            delete.executeUpdate();
        }
    }

    private long floorOf(AuthorRun run) throws SQLException {
        try (PreparedStatement select = statement
                .getConnection()
                .prepareStatement("SELECT low FROM floor WHERE author = ? AND incarnation = ?")) {
            EntryRows.bindRun(select, 1, run);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 1;
            }
        }
    }

    /** The numbers that everybody sees, run by run. */
    private static Map<AuthorRun, List<Range>> ranges(List<LogPlace> places) {
        Map<AuthorRun, List<Range>> ranges = new HashMap<>();
        for (LogPlace place : places) {
            if (place.id().direct()) continue;
            AuthorRun run = new AuthorRun(place.id().author(), place.id().incarnation());
            long number = place.id().number();
            List<Range> known = ranges.computeIfAbsent(run, any -> new ArrayList<>());
            int last = known.size() - 1;
            if (last >= 0 && known.get(last).to() + 1 == number)
                known.set(last, new Range(known.get(last).from(), number));
            else known.add(new Range(number, number));
        }
        return ranges;
    }

    @Override
    public void close() {
        try {
            spans.close();
            insert.close();
            pageCount.close();
            freePages.close();
            statement.close();
        } catch (SQLException e) {
            LOG.debug("closing statements", e);
        }
    }
}
