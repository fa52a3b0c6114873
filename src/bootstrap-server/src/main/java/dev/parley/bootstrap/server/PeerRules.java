package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What each operation of the wire contract does to a room, as functions of the room. An operation that changes nothing returns
 * the very object that it was given.
 */
public final class PeerRules {
    private PeerRules() {}

    /**
     * Lists the peer if fewer than the maximum are listed. A peer that is listed already and joins again, while there is a place,
     * takes over its own entry: new data, same position, count unchanged. A full list changes nothing, whoever joins.
     */
    public static BootstrapData join(BootstrapData room, Peer peer) {
        if (room.isFull() || peer.equals(room.peers().get(peer.id()))) return room;
        Map<String, Peer> peers = new LinkedHashMap<>(room.peers());
        peers.put(peer.id(), peer);
        return room.withPeers(peers);
    }

    /** Removes the peer of that id, if it is listed. */
    public static BootstrapData leave(BootstrapData room, String id) {
        if (!room.peers().containsKey(id)) return room;
        Map<String, Peer> peers = new LinkedHashMap<>(room.peers());
        peers.remove(id);
        return room.withPeers(peers);
    }

    /**
     * Lists the candidate if there is a place; in a full list it takes the place of the youngest peer if it is strictly older,
     * that is, if its timestamp is the smaller number. Among equally young peers the one listed last goes. A candidate whose id
     * is listed already changes nothing.
     */
    public static BootstrapData refill(BootstrapData room, Peer candidate) {
        if (room.peers().containsKey(candidate.id())) return room;
        Map<String, Peer> peers = new LinkedHashMap<>(room.peers());
        if (room.isFull()) {
            Peer youngest = youngest(peers);
            if (youngest == null || candidate.timestamp() >= youngest.timestamp()) return room;
            peers.remove(youngest.id());
        }
        peers.put(candidate.id(), candidate);
        return room.withPeers(peers);
    }

    /** Removes all peers and keeps the configuration. */
    public static BootstrapData reset(BootstrapData room) {
        return room.peers().isEmpty() ? room : room.withPeers(Map.of());
    }

    /** Sets both numbers; a list that is longer than the new maximum stays as long as it is. */
    public static BootstrapData configure(BootstrapData room, int maxPeers, int minRefillCandidates) {
        BootstrapConfig config =
                new BootstrapConfig(maxPeers, minRefillCandidates, room.config().numPeers());
        return config.equals(room.config()) ? room : new BootstrapData(config, room.peers());
    }

    private static Peer youngest(Map<String, Peer> peers) {
        Peer youngest = null;
        for (Peer peer : peers.values())
            if (youngest == null || peer.timestamp() >= youngest.timestamp()) youngest = peer;
        return youngest;
    }
}
