package dev.parley.bootstrap.cloud;

import com.google.cloud.Timestamp;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.Room;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A room as one document of Firestore:
 * {@code {name, maxpeers, minrefillcandidates, peers: [{id, name, ip, port, protocol, status, timestamp, renewed}]}}, the peers in
 * the order in which they were listed.
 */
final class RoomDocument {
    /** A peer takes up to 850 bytes, and Firestore takes a MiB a document. */
    static final int MAX_PEERS = 1_000;

    private RoomDocument() {}

    /** A room name may be what Firestore does not take, such as two dots, or one with slashes. */
    static String id(String room) {
        return "room-" + URLEncoder.encode(room, StandardCharsets.UTF_8);
    }

    static Map<String, Object> write(String name, Room room) {
        List<Map<String, Object>> peers = new ArrayList<>();
        room.peers()
                .values()
                .forEach(peer -> peers.add(write(peer, room.renewed().get(peer.id()))));
        return Map.of(
                "name",
                name,
                "maxpeers",
                room.data().config().maxPeers(),
                "minrefillcandidates",
                room.data().config().minRefillCandidates(),
                "peers",
                peers);
    }

    /** @throws IllegalArgumentException if somebody else has written something else there */
    static Room read(Map<String, Object> document) {
        if (!(document.get("peers") instanceof List<?> entries))
            throw new IllegalArgumentException("the document of a room has no list of peers");
        Map<String, Peer> peers = new LinkedHashMap<>();
        Map<String, Instant> renewed = new HashMap<>();
        for (Object entry : entries) {
            if (!(entry instanceof Map<?, ?> fields))
                throw new IllegalArgumentException("the document of a room lists a peer that is none");
            Peer peer = peer(fields);
            peers.put(peer.id(), peer);
            if (fields.get("renewed") instanceof Timestamp time)
                renewed.put(peer.id(), Instant.ofEpochSecond(time.getSeconds(), time.getNanos()));
        }
        BootstrapConfig config =
                new BootstrapConfig(integer(document.get("maxpeers")), integer(document.get("minrefillcandidates")), 0);
        return new Room(new BootstrapData(config, peers), renewed);
    }

    private static Map<String, Object> write(Peer peer, Instant renewed) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("id", peer.id());
        fields.put("name", peer.name());
        fields.put("ip", peer.ip());
        fields.put("port", peer.port());
        fields.put("protocol", peer.protocol());
        fields.put("status", peer.status());
        fields.put("timestamp", peer.timestamp());
        if (renewed != null)
            fields.put("renewed", Timestamp.ofTimeSecondsAndNanos(renewed.getEpochSecond(), renewed.getNano()));
        return fields;
    }

    private static Peer peer(Map<?, ?> fields) {
        return new Peer(
                text(fields.get("id")),
                text(fields.get("name")),
                text(fields.get("ip")),
                integer(fields.get("port")),
                text(fields.get("protocol")),
                text(fields.get("status")),
                number(fields.get("timestamp")));
    }

    private static String text(Object value) {
        return value instanceof String text ? text : "";
    }

    private static int integer(Object value) {
        return Math.toIntExact(number(value));
    }

    private static long number(Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }
}
