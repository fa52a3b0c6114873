package dev.parley.bootstrap.cloud;

import dev.parley.bootstrap.server.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Brings the tables of the service to the newest version, step by step, in the transaction of the connection that it is given.
 * Any number of instances may start at once: one of them does it, the others wait.
 */
final class PostgresSchema {
    private final List<String> steps;

    private PostgresSchema(List<String> steps) {
        this.steps = List.copyOf(steps);
    }

    /** What this program needs. */
    static PostgresSchema newest() {
        return of(List.of(resource("schema-1.sql")));
    }

    /** @param steps the first makes the tables, each further one changes what the one before has left */
    static PostgresSchema of(List<String> steps) {
        return new PostgresSchema(steps);
    }

    /**
     * Does what is missing; the caller commits.
     *
     * @throws StoreException if the tables are of a newer program, or the database keeps texts in another encoding
     */
    void migrate(Connection connection) throws SQLException, StoreException {
        try (Statement statement = connection.createStatement()) {
            requireUtf8(statement);
            if (isNewest(statement)) return;
            AdvisoryLock.SCHEMA.take(connection);
            statement.execute("CREATE TABLE IF NOT EXISTS parley_schema"
                    + " (version integer PRIMARY KEY, applied timestamptz NOT NULL DEFAULT now())");
            int version = version(statement);
            if (version > steps.size())
                throw new StoreException("The database has tables of version " + version
                        + ", made by a newer Parley, and this one knows " + steps.size()
                        + "; start the newer one, or restore a backup from before it.");
            for (int next = version; next < steps.size(); next++) {
                statement.execute(steps.get(next));
                record(connection, next + 1);
            }
        }
    }

    /** Without a lock and without writing, so that it may be done on a standby, and by whoever may not change tables. */
    private boolean isNewest(Statement statement) throws SQLException {
        return text(statement, "SELECT to_regclass('parley_schema')") != null && version(statement) == steps.size();
    }

    private static void requireUtf8(Statement statement) throws SQLException, StoreException {
        String encoding = text(statement, "SHOW server_encoding");
        if (!encoding.equals("UTF8"))
            throw new StoreException("The database keeps texts as " + encoding
                    + ", which cannot hold every name; make one with CREATE DATABASE … ENCODING 'UTF8'.");
    }

    private static int version(Statement statement) throws SQLException {
        return Integer.parseInt(text(statement, "SELECT coalesce(max(version), 0) FROM parley_schema"));
    }

    private static void record(Connection connection, int version) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO parley_schema (version) VALUES (?)")) {
            insert.setInt(1, version);
            insert.executeUpdate();
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static String resource(String name) {
        try (InputStream text = PostgresSchema.class.getResourceAsStream(name)) {
            if (text == null) throw new IllegalStateException("The resource " + name + " is missing; build again.");
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
