package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapJson;
import dev.parley.bootstrap.Peer;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * What the status page shows, as JSON: the first rooms by name, the first peers of each, and how many there are. Read from the
 * store once a second at most, however many look. Any thread.
 */
final class StatusReport {
    private static final int ROOMS = 100;
    private static final int PEERS_A_ROOM = 50;
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final PeerStore store;
    private final Leases leases;
    private final InstantSource clock;
    private final Instant started;
    private Instant made = Instant.MIN;
    private String report = "";

    StatusReport(PeerStore store, Leases leases, InstantSource clock) {
        this.store = store;
        this.leases = leases;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** The report of now, or of a moment ago. */
    synchronized String json() throws StoreException {
        Instant now = clock.instant();
        if (now.isBefore(made) || !now.isBefore(made.plus(KEPT))) {
            report = make(now);
            made = now;
        }
        return report;
    }

    private String make(Instant now) throws StoreException {
        List<String> names = store.rooms();
        StringWriter text = new StringWriter();
        try (JsonGenerator json = BootstrapJson.format().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeNumberProperty("now", now.getEpochSecond());
            json.writeNumberProperty(
                    "uptimeSeconds", Duration.between(started, now).toSeconds());
            json.writeNumberProperty(
                    "leaseSeconds", leases.time().map(Duration::toSeconds).orElse(0L));
            json.writeNumberProperty("roomCount", names.size());
            json.writeNumberProperty("moreRooms", Math.max(0, names.size() - ROOMS));
            json.writeArrayPropertyStart("rooms");
            int peers = 0;
            for (String name : names.subList(0, Math.min(ROOMS, names.size())))
                peers += write(name, leases.live(store.read(name), now), now, json);
            json.writeEndArray();
            json.writeNumberProperty("peerCount", peers);
            json.writeEndObject();
        }
        return text.toString();
    }

    private static int write(String name, Room room, Instant now, JsonGenerator json) {
        BootstrapConfig config = room.data().config();
        json.writeStartObject();
        json.writeStringProperty("name", name);
        json.writeNumberProperty("maxpeers", config.maxPeers());
        json.writeNumberProperty("minrefillcandidates", config.minRefillCandidates());
        json.writeNumberProperty("numpeers", config.numPeers());
        json.writeArrayPropertyStart("peers");
        room.peers().values().stream().limit(PEERS_A_ROOM).forEach(peer -> write(peer, room, now, json));
        json.writeEndArray();
        json.writeEndObject();
        return config.numPeers();
    }

    private static void write(Peer peer, Room room, Instant now, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("id", peer.id());
        json.writeStringProperty("name", peer.name());
        json.writeStringProperty("ip", peer.ip());
        json.writeNumberProperty("port", peer.port());
        json.writeStringProperty("protocol", peer.protocol());
        json.writeNumberProperty("timestamp", peer.timestamp());
        Instant renewed = room.renewed().get(peer.id());
        if (renewed == null) json.writeNullProperty("renewedSecondsAgo");
        else
            json.writeNumberProperty(
                    "renewedSecondsAgo",
                    Math.max(0, Duration.between(renewed, now).toSeconds()));
        json.writeEndObject();
    }
}
