package dev.parley.bootstrap.cloud;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** What instances of the service do one after the other, on one database. */
enum AdvisoryLock {
    SCHEMA(1),
    ROOMS(2);

    /** Ours among the locks of a database; any number that no other program takes would do. */
    private static final int SPACE = 0x7061726c;

    private final int number;

    AdvisoryLock(int number) {
        this.number = number;
    }

    /** Waits for the lock and keeps it until the transaction ends. */
    void take(Connection connection) throws SQLException {
        try (Statement lock = connection.createStatement()) {
            lock.execute("SELECT pg_advisory_xact_lock(" + SPACE + ", " + number + ")");
        }
    }
}
