package dev.parley.console.bootstrap;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import dev.parley.console.api.Reply;
import java.util.List;
import java.util.Map;

/** Listed peers as a table. */
final class PeerTable {
    private PeerTable() {}

    static Reply reply(BootstrapData data) {
        String room = "%d of at most %d peers listed"
                .formatted(data.peers().size(), data.config().maxPeers());
        List<Map<String, Object>> rows = rows(data);
        return rows.isEmpty()
                ? Reply.line("No peers listed, at most " + data.config().maxPeers())
                : table(rows).under(room);
    }

    static List<Map<String, Object>> rows(BootstrapData data) {
        return data.peers().values().stream().map(PeerTable::row).toList();
    }

    private static Reply table(List<Map<String, Object>> rows) {
        return Reply.table(rows, "");
    }

    private static Map<String, Object> row(Peer peer) {
        return Reply.row(
                "id", peer.id(),
                "name", peer.name(),
                "ip", peer.ip(),
                "port", peer.port(),
                "protocol", peer.protocol(),
                "status", peer.status(),
                "timestamp", peer.timestamp());
    }
}
