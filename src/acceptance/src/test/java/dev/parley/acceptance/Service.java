package dev.parley.acceptance;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.bootstrap.server.StoreException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A bootstrap data service inside the tests, on a free port of loopback. */
final class Service implements AutoCloseable {
    private static final String LOBBY = "lobby";

    private final MemoryPeerStore store;
    private final BootstrapServer server;

    private Service(BootstrapConfig config) throws IOException {
        store = new MemoryPeerStore(config);
        server = BootstrapServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new BootstrapHandler(store));
    }

    static Service start() throws IOException {
        return new Service(BootstrapConfig.development());
    }

    /** @param places how many peers it lists */
    static Service start(int places) throws IOException {
        return new Service(new BootstrapConfig(places, 2, 0));
    }

    /** A service whose list is full with this one peer, so that nobody else gets in by {@code /join}. */
    static Service listingOnly(Peer peer) throws IOException, StoreException {
        Service service = new Service(new BootstrapConfig(1, 1, 0));
        service.store.update(LOBBY, list -> list.with(list.data().withPeers(Map.of(peer.id(), peer))));
        return service;
    }

    /** Lists somebody, whatever there is at the address. */
    void list(Peer peer) throws StoreException {
        store.update(LOBBY, list -> {
            Map<String, Peer> peers = new LinkedHashMap<>(list.peers());
            peers.put(peer.id(), peer);
            return list.with(list.data().withPeers(peers));
        });
    }

    URI url() {
        return server.url();
    }

    /** The names on the lobby's list. */
    List<String> listed() {
        return peers().stream().map(Peer::name).sorted().toList();
    }

    List<Peer> peers() {
        return List.copyOf(store.read(LOBBY).peers().values());
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }
}
