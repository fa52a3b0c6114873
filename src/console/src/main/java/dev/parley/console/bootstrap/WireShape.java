package dev.parley.console.bootstrap;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import dev.parley.console.command.Reply;
import java.util.LinkedHashMap;
import java.util.Map;

/** The service's data in the shape and with the keys that the service itself answers with. */
final class WireShape {
    private WireShape() {}

    static Map<String, Object> of(BootstrapData data) {
        Map<String, Object> peers = new LinkedHashMap<>();
        data.peers().forEach((id, peer) -> peers.put(id, of(peer)));
        Map<String, Object> config = Reply.row(
                "maxpeers", data.config().maxPeers(),
                "minrefillcandidates", data.config().minRefillCandidates(),
                "numpeers", data.config().numPeers());
        return Reply.row("Config", config, "Peers", peers);
    }

    /** Port and time stamp are texts there. */
    private static Map<String, Object> of(Peer peer) {
        return Reply.row(
                "id", peer.id(),
                "name", peer.name(),
                "ip", peer.ip(),
                "port", String.valueOf(peer.port()),
                "protocol", peer.protocol(),
                "status", peer.status(),
                "timestamp", String.valueOf(peer.timestamp()));
    }
}
