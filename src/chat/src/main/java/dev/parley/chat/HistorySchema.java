package dev.parley.chat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The tables of a history file. Version 2: rows are numbered, so that the search index can name them, a message keeps the
 * time it is shown with, and table {@code span} says which numbers of a run are there without reading them all.
 */
final class HistorySchema {
    /** The version that this program writes. */
    static final int VERSION = 2;

    private static final String MESSAGE = """
            CREATE TABLE message (
                id INTEGER PRIMARY KEY,
                author BLOB NOT NULL, incarnation INTEGER NOT NULL, number INTEGER NOT NULL, direct INTEGER NOT NULL,
                kind TEXT NOT NULL, millis INTEGER NOT NULL, counter INTEGER NOT NULL,
                sent INTEGER NOT NULL, shown INTEGER NOT NULL,
                name TEXT NOT NULL, recipient TEXT, text TEXT NOT NULL)""";

    private HistorySchema() {}

    /** The version of a file; 0 if it is empty. */
    static int versionOf(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            return statement.executeQuery("PRAGMA user_version").getInt(1);
        }
    }

    /** Brings a file of any earlier version to this one, all or nothing. */
    static void bringUp(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            try {
                // Another process may have done it while this one waited for the lock.
                int version = versionOf(database);
                if (version == 0) create(statement);
                else if (version == 1) migrateFromFirst(statement);
                statement.executeUpdate("COMMIT");
            } catch (SQLException e) {
                statement.executeUpdate("ROLLBACK");
                throw e;
            }
        }
    }

    private static void create(Statement statement) throws SQLException {
        statement.executeUpdate(MESSAGE);
        createAround(statement);
        statement.executeUpdate("""
                CREATE TABLE floor (author BLOB NOT NULL, incarnation INTEGER NOT NULL, low INTEGER NOT NULL,
                    PRIMARY KEY (author, incarnation)) WITHOUT ROWID""");
    }

    private static void createAround(Statement statement) throws SQLException {
        statement.executeUpdate("CREATE UNIQUE INDEX message_number ON message (author, incarnation, direct, number)");
        statement.executeUpdate("CREATE INDEX message_log ON message (" + EntryRows.PLACE + ")");
        statement.executeUpdate("""
                CREATE TABLE span (
                    author BLOB NOT NULL, incarnation INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
                    PRIMARY KEY (author, incarnation, first)) WITHOUT ROWID""");
        // token: what the search index knows this file by; next: no message had this row number or a greater one yet.
        statement.executeUpdate("CREATE TABLE bookkeeping (token INTEGER NOT NULL, next INTEGER NOT NULL)");
        statement.executeUpdate("INSERT INTO bookkeeping VALUES (random(), 1)");
        statement.executeUpdate("PRAGMA user_version = " + VERSION);
    }

    /** Version 1 had no row numbers, no shown time and no spans. */
    private static void migrateFromFirst(Statement statement) throws SQLException {
        statement.executeUpdate("DROP INDEX message_log");
        statement.executeUpdate("ALTER TABLE message RENAME TO old");
        statement.executeUpdate(MESSAGE);
        statement.executeUpdate("INSERT INTO message (" + EntryRows.COLUMNS + ")"
                + " SELECT author, incarnation, number, direct, kind, millis, counter, sent, sent, name, recipient, text"
                + " FROM old ORDER BY " + EntryRows.PLACE);
        statement.executeUpdate("DROP TABLE old");
        createAround(statement);
        // Numbers without a gap have one difference between number and row number.
        statement.executeUpdate("""
                INSERT INTO span SELECT author, incarnation, min(number), max(number) FROM (
                    SELECT author, incarnation, number,
                        number - row_number() OVER (PARTITION BY author, incarnation ORDER BY number) AS island
                    FROM message WHERE direct = 0)
                GROUP BY author, incarnation, island""");
        statement.executeUpdate("UPDATE bookkeeping SET next = 1 + (SELECT ifnull(max(id), 0) FROM message)");
    }
}
