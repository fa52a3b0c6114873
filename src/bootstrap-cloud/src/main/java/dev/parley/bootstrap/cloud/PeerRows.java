package dev.parley.bootstrap.cloud;

import dev.parley.bootstrap.Peer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Writes the peers of a room, each one row of {@code parley_peer}, within a transaction. Confined to the thread of it. */
final class PeerRows {
    private static final int BATCH = 1_000;

    private final Connection connection;
    private final String room;

    PeerRows(Connection connection, String room) {
        this.connection = connection;
        this.room = room;
    }

    void delete(List<String> ids) throws SQLException {
        if (ids.isEmpty()) return;
        try (PreparedStatement delete =
                connection.prepareStatement("DELETE FROM parley_peer WHERE room = ? AND id = ANY (?)")) {
            delete.setString(1, room);
            delete.setArray(2, connection.createArrayOf("text", ids.toArray()));
            delete.executeUpdate();
        }
    }

    /** Adds them in this order behind those who are there; one who is there keeps its place. */
    void put(List<Peer> peers, Map<String, Instant> renewed) throws SQLException {
        if (peers.isEmpty()) return;
        try (PreparedStatement put = connection.prepareStatement(
                "INSERT INTO parley_peer (room, id, name, ip, port, protocol, status, timestamp, renewed) VALUES (?,"
                        + " ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (room, id) DO UPDATE SET name = EXCLUDED.name, ip ="
                        + " EXCLUDED.ip, port = EXCLUDED.port, protocol = EXCLUDED.protocol, status = EXCLUDED.status,"
                        + " timestamp = EXCLUDED.timestamp, renewed = EXCLUDED.renewed")) {
            int waiting = 0;
            for (Peer peer : peers) {
                set(put, peer, renewed.get(peer.id()));
                put.addBatch();
                if (++waiting % BATCH == 0) put.executeBatch();
            }
            put.executeBatch();
        }
    }

    private void set(PreparedStatement put, Peer peer, Instant renewed) throws SQLException {
        put.setString(1, room);
        put.setString(2, peer.id());
        put.setString(3, peer.name());
        put.setString(4, peer.ip());
        put.setInt(5, peer.port());
        put.setString(6, peer.protocol());
        put.setString(7, peer.status());
        put.setLong(8, peer.timestamp());
        if (renewed == null) put.setNull(9, Types.TIMESTAMP_WITH_TIMEZONE);
        else put.setObject(9, renewed.atOffset(ZoneOffset.UTC));
    }
}
