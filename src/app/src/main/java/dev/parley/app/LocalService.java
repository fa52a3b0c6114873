package dev.parley.app;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapException;
import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.chat.LocalBootstrap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The service of this machine on one of a few known ports of loopback, found or run in this process. Its lists live in memory:
 * members register again within seconds, a file would only keep the dead.
 */
final class LocalService implements LocalBootstrap {
    /** What users and scripts expect first, and two that are rarely taken. */
    static final List<Integer> PORTS = List.of(8080, 18080, 28080);

    private static final Logger LOG = LogManager.getLogger();

    /** Loopback answers in a millisecond; somebody else's program may take the connection and say nothing. */
    private static final Duration CONNECT_TIMEOUT = Duration.ofMillis(300);

    private static final Duration ANSWER_TIMEOUT = Duration.ofMillis(800);

    private final List<Place> places;
    private Optional<BootstrapServer> server = Optional.empty();
    private final MemoryPeerStore store = new MemoryPeerStore(BootstrapConfig.development());
    private boolean closed;

    /** One port, and who asks there. */
    private record Place(InetSocketAddress address, URI url, BootstrapClient client) {
        static Place at(int port) {
            URI url = URI.create("http://127.0.0.1:" + port);
            return new Place(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port),
                    url,
                    new BootstrapClient(
                            BootstrapSettings.of(url.toString()).withTimeouts(CONNECT_TIMEOUT, ANSWER_TIMEOUT)));
        }

        /** Only an answer of exactly {@code OK} is ours. */
        boolean answers() {
            try {
                return client.ping();
            } catch (BootstrapException e) {
                return false;
            }
        }
    }

    /** @param ports in order of preference, the same for all peers that are to find each other */
    LocalService(List<Integer> ports) {
        places = ports.stream().map(Place::at).toList();
    }

    @Override
    public synchronized Optional<URI> find() {
        if (server.isPresent()) return server.map(BootstrapServer::url);
        return places.stream().filter(Place::answers).map(Place::url).findFirst();
    }

    @Override
    public synchronized Optional<URI> findOrServe() {
        Optional<URI> found = find();
        if (found.isPresent() || closed) return found;
        for (Place place : places) {
            server = serve(place);
            if (server.isPresent()) return server.map(BootstrapServer::url);
            // Taken: by a stranger, or by a peer that was quicker and answers by now.
            if (place.answers()) return Optional.of(place.url());
        }
        return Optional.empty();
    }

    @Override
    public synchronized boolean serving() {
        return server.isPresent();
    }

    @Override
    public synchronized void close() {
        closed = true;
        server.ifPresent(BootstrapServer::close);
        server = Optional.empty();
        store.close();
        places.forEach(place -> place.client().close());
    }

    private Optional<BootstrapServer> serve(Place place) {
        try {
            BootstrapServer started = BootstrapServer.start(place.address(), new BootstrapHandler(store));
            LOG.info("Running the bootstrap service of this machine at {}", started.url());
            return Optional.of(started);
        } catch (IOException e) {
            LOG.debug("No service at {}", place.url(), e);
            return Optional.empty();
        }
    }
}
