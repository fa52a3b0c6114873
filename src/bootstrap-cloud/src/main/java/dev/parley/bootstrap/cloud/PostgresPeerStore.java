package dev.parley.bootstrap.cloud;

import com.zaxxer.hikari.HikariDataSource;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.PeerStore;
import dev.parley.bootstrap.server.Room;
import dev.parley.bootstrap.server.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Keeps the rooms in a PostgreSQL database, which any number of instances of the service share. What was acknowledged is as safe
 * as a commit of that database.
 *
 * <p>While the database does not answer, operations fail within seconds; as soon as it does again, they work again. Only if it
 * goes away at the very moment of a commit nobody can know whether the change was kept, and the exception says so. Every operation
 * of the service may be repeated then.
 */
public final class PostgresPeerStore implements PeerStore {
    private static final Logger LOG = LogManager.getLogger();

    /** Serialization failure, deadlock, and a server that stops, has crashed or is starting. */
    private static final Set<String> PASSING = Set.of("40001", "40P01", "57P01", "57P02", "57P03");

    private final HikariDataSource pool;
    private final RoomRows rows;
    private final SharedTransactions updates = new SharedTransactions(this::change, MAX_PEERS_A_ROOM);
    private volatile boolean failing;
    private volatile boolean closed;

    private PostgresPeerStore(HikariDataSource pool, RoomRows rows) {
        this.pool = pool;
        this.rows = rows;
    }

    /**
     * Connects to the database, and makes or migrates its tables.
     *
     * @param defaults the configuration of a room that nobody has touched
     * @throws StoreException if the database does not answer, or is not one to use
     */
    public static PostgresPeerStore open(PostgresSettings settings, BootstrapConfig defaults) throws StoreException {
        return open(settings, defaults, PostgresSchema.newest());
    }

    static PostgresPeerStore open(PostgresSettings settings, BootstrapConfig defaults, PostgresSchema schema)
            throws StoreException {
        try {
            PostgresPeerStore store = new PostgresPeerStore(settings.pool(), new RoomRows(defaults));
            try (Connection connection = store.pool.getConnection()) {
                schema.migrate(connection);
                connection.commit();
                return store;
            } catch (SQLException | StoreException | RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (SQLException e) {
            throw cannotOpen(settings, e);
        }
    }

    private static StoreException cannotOpen(PostgresSettings settings, SQLException e) {
        String said = e.getMessage().lines().findFirst().orElse("").replaceFirst("\\.$", "");
        String database = "The database " + settings.shown();
        return isAway(e)
                ? new DatabaseAwayException(
                        database + " does not answer (" + said + "); start it, or check PARLEY_DATABASE_URL.", e)
                : new StoreException(
                        database + " cannot be used (" + said
                                + "); check its name, user and password, and what the user may do.",
                        e);
    }

    @Override
    public Room read(String room) throws StoreException {
        return inTransaction(connection -> rows.read(connection, room).room());
    }

    @Override
    public Room update(String room, UnaryOperator<Room> change) throws StoreException {
        return updates.update(room, change);
    }

    @Override
    public List<String> rooms() throws StoreException {
        return inTransaction(rows::names).stream().sorted().toList();
    }

    /** A database that only reads, as after a switch to a standby, is none that keeps changes. */
    @Override
    public void check() throws StoreException {
        boolean reads = inTransaction(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row =
                            statement.executeQuery("SELECT current_setting('transaction_read_only')::boolean")) {
                row.next();
                return row.getBoolean(1);
            }
        });
        if (reads) throw new StoreException("the service's database only reads at the moment");
    }

    @Override
    public void close() {
        closed = true;
        pool.close();
    }

    /** As one transaction. A change that changes nothing takes no lock. */
    private void change(String name, UnaryOperator<Room> change) throws StoreException {
        RoomRows.Stored kept = inTransaction(connection -> {
            RoomRows.Stored before = rows.read(connection, name);
            while (true) {
                Room after = change.apply(before.room());
                if (after.equals(before.room())) return before;
                Optional<RoomRows.Stored> replaced = rows.replace(connection, name, before, after);
                if (replaced.isPresent()) return replaced.get();
                before = rows.lock(connection, name);
            }
        });
        rows.remember(name, kept);
    }

    /** Work of a transaction, which may be done again from its beginning. */
    @FunctionalInterface
    private interface Work<T> {
        T run(Connection connection) throws SQLException, StoreException;
    }

    /** After a restart of the database every connection of the pool may be a broken one: each of them gets its try. */
    private <T> T inTransaction(Work<T> work) throws StoreException {
        for (int triesLeft = pool.getMaximumPoolSize(); ; triesLeft--) {
            if (closed) throw new StoreException("the service is stopping");
            boolean committing = false;
            try (Connection connection = pool.getConnection()) {
                T result = work.run(connection);
                committing = true;
                connection.commit();
                worked();
                return result;
            } catch (SQLException e) {
                if (committing || triesLeft == 0 || !isPassing(e)) throw failure(e, committing);
            }
        }
    }

    /** Whether another try may go well; the pool itself has tried for long enough before it gives no connection. */
    private static boolean isPassing(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return !(e instanceof SQLTransientConnectionException) && (state.startsWith("08") || PASSING.contains(state));
    }

    /** Whether there is no server, or one that is not ready. */
    private static boolean isAway(SQLException e) {
        String state = e.getSQLState() == null ? "08" : e.getSQLState();
        return state.startsWith("08") || state.startsWith("57P");
    }

    private void worked() {
        if (failing) LOG.warn("The database works again.");
        failing = false;
    }

    private StoreException failure(SQLException e, boolean committing) {
        if (closed) return new StoreException("the service is stopping", e);
        if (failing) LOG.debug("The database still fails", e);
        else LOG.error("The database fails, operations are refused until it works again", e);
        failing = true;
        return new StoreException(
                committing
                        ? "the service's database went away while it kept this change, which may be kept or not; try"
                                + " again"
                        : "the service cannot use its database at the moment; try again",
                e);
    }
}
