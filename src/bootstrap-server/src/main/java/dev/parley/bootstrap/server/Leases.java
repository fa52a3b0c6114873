package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Drops peers that have not renewed for the lease time, as pure functions of a room and the time. Without a lease time nobody is
 * dropped, and renewing changes nothing. Immutable.
 *
 * @param time how long an entry lasts; empty: until it is removed
 */
record Leases(Optional<Duration> time) {
    /** The room without those whose lease has run out; the very room if there are none. */
    Room live(Room room, Instant now) {
        if (time.isEmpty()) return room;
        Instant oldest = now.minus(time.get());
        Map<String, Peer> peers = new LinkedHashMap<>(room.peers());
        room.renewed().forEach((id, renewed) -> {
            if (renewed.isBefore(oldest)) peers.remove(id);
        });
        return peers.size() == room.peers().size()
                ? room
                : room.with(room.data().withPeers(peers));
    }

    /**
     * The room after an operation on its data.
     *
     * @param live the room before it
     * @param after its data afterwards
     * @param registering who has registered or renewed by it; empty if nobody has
     * @return the very room if nothing has changed
     */
    Room after(Room live, BootstrapData after, Optional<String> registering, Instant now) {
        boolean renews = time.isPresent()
                && registering.filter(after.peers()::containsKey).isPresent();
        if (!renews && after.equals(live.data())) return live;
        Map<String, Instant> renewed = new HashMap<>();
        after.peers().forEach((id, peer) -> {
            boolean isNew = !peer.equals(live.peers().get(id));
            renewed.put(id, isNew ? now : live.renewed().getOrDefault(id, now));
        });
        if (renews) renewed.put(registering.orElseThrow(), now);
        return new Room(after, renewed);
    }
}
