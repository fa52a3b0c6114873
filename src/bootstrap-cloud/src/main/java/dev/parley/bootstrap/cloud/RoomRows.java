package dev.parley.bootstrap.cloud;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.PeerStore;
import dev.parley.bootstrap.server.Room;
import dev.parley.bootstrap.server.StoreFullException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A room as rows: one of {@code parley_room}, and one of {@code parley_peer} for each listed peer. A room without a row is as
 * nobody touched it. All within the transaction of the connection that it is given. Any thread.
 */
final class RoomRows {
    private static final int CACHED_PEERS = 200_000;
    private static final int FETCHED_ROWS = 1_000;

    private final Room untouched;
    private final RoomCache cache = new RoomCache(CACHED_PEERS);

    /**
     * A room as it was read.
     *
     * @param version of its row; empty if it has none
     */
    record Stored(Optional<UUID> version, Room room) {}

    RoomRows(BootstrapConfig defaults) {
        untouched = Room.untouched(defaults);
    }

    /** The room as one commit has left it. */
    Stored read(Connection connection, String name) throws SQLException {
        Optional<UUID> version = version(connection, name, "");
        if (version.isEmpty()) return new Stored(version, untouched);
        Optional<Room> cached = cache.get(name, version.get());
        return cached.isPresent() ? new Stored(version, cached.get()) : readAll(connection, name);
    }

    /** The same, and nobody else changes the room until the transaction ends. A room without a row cannot be locked. */
    Stored lock(Connection connection, String name) throws SQLException {
        version(connection, name, " FOR UPDATE");
        return read(connection, name);
    }

    /**
     * Puts a room in the place of what was read.
     *
     * @return the room in its new version; empty, with nothing changed, if it is no longer as it was read
     * @throws StoreFullException if it would be one room too many
     */
    Optional<Stored> replace(Connection connection, String name, Stored before, Room after)
            throws SQLException, StoreFullException {
        if (after.equals(untouched)) return delete(connection, name, before);
        UUID version = UUID.randomUUID();
        boolean replaced = before.version().isEmpty()
                ? insert(connection, name, version, after)
                : update(connection, name, before.version().get(), version, after);
        if (!replaced) return Optional.empty();
        writePeers(connection, name, before.room(), after);
        return Optional.of(new Stored(Optional.of(version), after));
    }

    /** Takes note of what has been committed, so that it need not be read again. */
    void remember(String name, Stored stored) {
        stored.version().ifPresent(version -> cache.put(name, version, stored.room()));
    }

    /** In no order. */
    List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement("SELECT name FROM parley_room");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) names.add(rows.getString(1));
        }
        return names;
    }

    private static Optional<UUID> version(Connection connection, String name, String lock) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT version FROM parley_room WHERE name = ?" + lock)) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.empty();
            }
        }
    }

    /** One statement, so that the peers are those of the version. */
    private Stored readAll(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT version, max_peers, min_refill_candidates, id, p.name, ip, port, protocol, status, timestamp, renewed"
                        + " FROM parley_room r LEFT JOIN parley_peer p ON p.room = r.name"
                        + " WHERE r.name = ? ORDER BY place")) {
            select.setString(1, name);
            select.setFetchSize(FETCHED_ROWS);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) return new Stored(Optional.empty(), untouched);
                UUID version = rows.getObject(1, UUID.class);
                BootstrapConfig config = new BootstrapConfig(rows.getInt(2), rows.getInt(3), 0);
                Stored stored = new Stored(Optional.of(version), room(config, rows));
                remember(name, stored);
                return stored;
            }
        }
    }

    /** From the row at which the result stands; a room without peers has one row without an id. */
    private static Room room(BootstrapConfig config, ResultSet rows) throws SQLException {
        Map<String, Peer> peers = new LinkedHashMap<>();
        Map<String, Instant> renewed = new HashMap<>();
        do {
            String id = rows.getString(4);
            if (id == null) continue;
            peers.put(
                    id,
                    new Peer(
                            id,
                            rows.getString(5),
                            rows.getString(6),
                            rows.getInt(7),
                            rows.getString(8),
                            rows.getString(9),
                            rows.getLong(10)));
            OffsetDateTime time = rows.getObject(11, OffsetDateTime.class);
            if (time != null) renewed.put(id, time.toInstant());
        } while (rows.next());
        return new Room(new BootstrapData(config, peers), renewed);
    }

    /** Rooms are made one after the other, so that their number is known. */
    private static boolean insert(Connection connection, String name, UUID version, Room room)
            throws SQLException, StoreFullException {
        AdvisoryLock.ROOMS.take(connection);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO parley_room (name, max_peers, min_refill_candidates, version) SELECT ?, ?, ?, ?"
                        + " WHERE (SELECT count(*) FROM parley_room) < ? ON CONFLICT DO NOTHING")) {
            insert.setString(1, name);
            insert.setInt(2, room.data().config().maxPeers());
            insert.setInt(3, room.data().config().minRefillCandidates());
            insert.setObject(4, version);
            insert.setInt(5, PeerStore.MAX_ROOMS);
            if (insert.executeUpdate() == 1) return true;
        }
        if (version(connection, name, "").isEmpty()) throw StoreFullException.ofRooms(PeerStore.MAX_ROOMS);
        return false;
    }

    private static boolean update(Connection connection, String name, UUID before, UUID version, Room room)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE parley_room SET max_peers = ?, min_refill_candidates = ?, version = ? WHERE name = ? AND"
                        + " version = ?")) {
            update.setInt(1, room.data().config().maxPeers());
            update.setInt(2, room.data().config().minRefillCandidates());
            update.setObject(3, version);
            update.setString(4, name);
            update.setObject(5, before);
            return update.executeUpdate() == 1;
        }
    }

    private Optional<Stored> delete(Connection connection, String name, Stored before) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM parley_room WHERE name = ? AND version = ?")) {
            delete.setString(1, name);
            delete.setObject(2, before.version().orElseThrow());
            return delete.executeUpdate() == 1
                    ? Optional.of(new Stored(Optional.empty(), untouched))
                    : Optional.empty();
        }
    }

    private static void writePeers(Connection connection, String name, Room before, Room after) throws SQLException {
        PeerChanges changes = PeerChanges.between(before, after);
        PeerRows rows = new PeerRows(connection, name);
        rows.delete(changes.removed());
        rows.put(changes.put(), after.renewed());
    }
}
