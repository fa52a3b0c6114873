package dev.parley.chat;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How entries of the log stand in the columns of table {@code message}. */
final class EntryRows {
    /** The columns of an entry, in the order in which they are bound and read. */
    static final String COLUMNS =
            "author, incarnation, number, direct, kind, millis, counter, sent, shown, name, recipient, text";

    /** How many {@link #COLUMNS} there are. */
    static final int COUNT = 12;

    private static final int NAME = 10;
    private static final int TEXT = COUNT;

    /** The place in the log: {@link LogPlace#compareTo} in columns. */
    static final String PLACE = "millis, counter, author, incarnation, number, direct";

    /** The log backwards. */
    static final String NEWEST_FIRST =
            " ORDER BY millis DESC, counter DESC, author DESC, incarnation DESC, number DESC, direct DESC";

    private EntryRows() {}

    static void bind(PreparedStatement insert, LogEntry entry) throws SQLException {
        bindRun(insert, 1, entry.run());
        insert.setLong(3, entry.id().number());
        insert.setInt(4, entry.id().direct() ? 1 : 0);
        insert.setString(5, entry.kind().name());
        insert.setLong(6, entry.clock().millis());
        insert.setLong(7, Integer.toUnsignedLong(entry.clock().counter()));
        insert.setLong(8, entry.sentMillis());
        insert.setLong(9, entry.shownMillis());
        insert.setString(10, entry.name());
        insert.setString(11, entry.to().orElse(null));
        insert.setString(12, entry.text());
    }

    /** Binds author and incarnation; returns the next place. */
    static int bindRun(PreparedStatement statement, int at, AuthorRun run) throws SQLException {
        statement.setBytes(at, bytes(run.author()));
        statement.setLong(at + 1, run.incarnation());
        return at + 2;
    }

    /** Binds the columns of {@link #PLACE}; returns the next place. */
    static int bindPlace(PreparedStatement statement, int at, LogPlace place) throws SQLException {
        statement.setLong(at, place.clock().millis());
        statement.setLong(at + 1, Integer.toUnsignedLong(place.clock().counter()));
        int next = bindRun(
                statement, at + 2, new AuthorRun(place.id().author(), place.id().incarnation()));
        statement.setLong(next, place.id().number());
        statement.setInt(next + 1, place.id().direct() ? 1 : 0);
        return next + 2;
    }

    /** Reads the columns of {@link #PLACE}. */
    static LogPlace place(ResultSet row) throws SQLException {
        AuthorRun run = run(row, 3);
        return new LogPlace(
                new Stamp(row.getLong(1), (int) row.getLong(2)),
                new MessageId(run.author(), run.incarnation(), row.getLong(5), row.getInt(6) != 0));
    }

    /** The last {@code count} before a place or the end, oldest first. */
    static List<LogEntry> before(Connection database, Optional<LogPlace> place, int count) throws SQLException {
        List<LogEntry> entries = page(database, " < ", place, NEWEST_FIRST, count);
        Collections.reverse(entries);
        return entries;
    }

    /** The first {@code count} after a place or the beginning, oldest first. */
    static List<LogEntry> after(Connection database, Optional<LogPlace> place, int count) throws SQLException {
        return page(database, " > ", place, " ORDER BY " + PLACE, count);
    }

    private static List<LogEntry> page(
            Connection database, String compared, Optional<LogPlace> place, String order, int count)
            throws SQLException {
        String where = place.isPresent() ? " WHERE (" + PLACE + ")" + compared + "(?,?,?,?,?,?)" : "";
        try (PreparedStatement select =
                database.prepareStatement("SELECT " + COLUMNS + " FROM message" + where + order + " LIMIT ?")) {
            int next = place.isPresent() ? bindPlace(select, 1, place.get()) : 1;
            select.setInt(next, count);
            return entries(select);
        }
    }

    static List<LogEntry> entries(PreparedStatement select) throws SQLException {
        List<LogEntry> entries = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) entries.add(entry(row));
        }
        return entries;
    }

    static LogEntry entry(ResultSet row) throws SQLException {
        AuthorRun run = run(row, 1);
        return new LogEntry(
                new MessageId(run.author(), run.incarnation(), row.getLong(3), row.getInt(4) != 0),
                ChatMessage.Kind.valueOf(row.getString(5)),
                new Stamp(row.getLong(6), (int) row.getLong(7)),
                row.getLong(8),
                row.getLong(9),
                row.getString(10),
                Optional.ofNullable(row.getString(11)),
                row.getString(TEXT));
    }

    /** Whether the row has the words and the author looked for, at less cost than reading all of it. */
    static boolean mayBeFound(ResultSet row, LogSearch search) throws SQLException {
        return (!search.asksForAuthor()
                        || search.mayBeFrom(row.getString(NAME), run(row, 1).author()))
                && search.hasWords(search.words().isEmpty() ? "" : row.getString(TEXT));
    }

    /** Reads author and incarnation. */
    static AuthorRun run(ResultSet row, int at) throws SQLException {
        ByteBuffer author = ByteBuffer.wrap(row.getBytes(at));
        return new AuthorRun(new UUID(author.getLong(), author.getLong()), row.getLong(at + 1));
    }

    private static byte[] bytes(UUID author) {
        return ByteBuffer.allocate(16)
                .putLong(author.getMostSignificantBits())
                .putLong(author.getLeastSignificantBits())
                .array();
    }
}
