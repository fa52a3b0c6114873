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

/**
 * Table {@code span}: which numbers of each run are in table {@code message}, in ranges that neither overlap nor touch.
 * Changed in the transaction that changes the messages. Confined to the session thread.
 */
final class HeldSpans implements AutoCloseable {
    private final PreparedStatement touching;
    private final PreparedStatement delete;
    private final PreparedStatement insert;

    HeldSpans(Connection database) throws SQLException {
        touching = database.prepareStatement("SELECT first, last FROM span WHERE author = ? AND incarnation = ?"
                + " AND first <= ? ORDER BY first DESC");
        delete = database.prepareStatement("DELETE FROM span WHERE author = ? AND incarnation = ? AND first = ?");
        insert = database.prepareStatement("INSERT INTO span VALUES (?,?,?,?)");
    }

    /** Adds the numbers of entries that everybody sees. */
    void add(List<LogEntry> entries) throws SQLException {
        Map<AuthorRun, Range> growing = new HashMap<>();
        for (LogEntry entry : entries) {
            if (entry.id().direct()) continue;
            long number = entry.id().number();
            Range range = growing.get(entry.run());
            boolean follows = range != null && number == range.to() + 1;
            if (range != null && !follows) add(entry.run(), range);
            growing.put(entry.run(), new Range(follows ? range.from() : number, number));
        }
        for (Map.Entry<AuthorRun, Range> grown : growing.entrySet()) add(grown.getKey(), grown.getValue());
    }

    private void add(AuthorRun run, Range range) throws SQLException {
        long from = range.from();
        long to = range.to();
        for (Range other : touching(run, from - 1, to + 1)) {
            from = Math.min(from, other.from());
            to = Math.max(to, other.to());
            delete(run, other);
        }
        insert(run, from, to);
    }

    /** Takes out the numbers of a range. */
    void remove(AuthorRun run, Range range) throws SQLException {
        for (Range other : touching(run, range.from(), range.to())) {
            delete(run, other);
            if (other.from() < range.from()) insert(run, other.from(), range.from() - 1);
            if (other.to() > range.to()) insert(run, range.to() + 1, other.to());
        }
    }

    private List<Range> touching(AuthorRun run, long from, long to) throws SQLException {
        List<Range> found = new ArrayList<>();
        touching.setLong(EntryRows.bindRun(touching, 1, run), to);
        try (ResultSet row = touching.executeQuery()) {
            while (row.next() && row.getLong(2) >= from) found.add(new Range(row.getLong(1), row.getLong(2)));
        }
        return found;
    }

    private void delete(AuthorRun run, Range range) throws SQLException {
        delete.setLong(EntryRows.bindRun(delete, 1, run), range.from());
        delete.executeUpdate();
    }

    private void insert(AuthorRun run, long from, long to) throws SQLException {
        int next = EntryRows.bindRun(insert, 1, run);
        insert.setLong(next, from);
        insert.setLong(next + 1, to);
        insert.executeUpdate();
    }

    /** Adds everything held to {@code held}, whose floors are there already. */
    static void read(Connection database, Map<AuthorRun, Numbers> held) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet spans = statement.executeQuery("SELECT author, incarnation, first, last FROM span")) {
            while (spans.next())
                held.computeIfAbsent(EntryRows.run(spans, 1), any -> new Numbers(1))
                        .addRange(spans.getLong(3), spans.getLong(4));
        }
    }

    @Override
    public void close() throws SQLException {
        touching.close();
        delete.close();
        insert.close();
    }
}
