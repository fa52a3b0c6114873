package dev.parley.bootstrap;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the service knows of a room. Immutable.
 *
 * @param config its {@code numPeers} is always the size of {@code peers}, whatever the constructor was given
 * @param peers by id, in the order in which they were listed
 */
public record BootstrapData(BootstrapConfig config, Map<String, Peer> peers) {
    /**
     * Copies the map and counts it.
     *
     * @throws IllegalArgumentException if a peer's key is not its id
     */
    public BootstrapData {
        Map<String, Peer> copy = new LinkedHashMap<>(peers);
        copy.forEach((id, peer) -> {
            if (!peer.id().equals(id))
                throw new IllegalArgumentException(
                        "the peer " + WireText.quoted(peer.id()) + " is listed as " + WireText.quoted(id));
        });
        peers = Collections.unmodifiableMap(copy);
        config = config.withNumPeers(copy.size());
    }

    /** A room that nobody has joined. */
    public static BootstrapData empty(BootstrapConfig config) {
        return new BootstrapData(config, Map.of());
    }

    /** The same room with other peers. */
    public BootstrapData withPeers(Map<String, Peer> others) {
        return new BootstrapData(config, others);
    }

    /** Whether no further peer joins; more than {@code maxPeers} can be listed after that number was lowered. */
    public boolean isFull() {
        return peers.size() >= config.maxPeers();
    }
}
