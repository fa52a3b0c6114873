package dev.parley.app;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.bootstrap.server.ServicePolicy;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The bootstrap data service that this peer runs for others on the network. */
final class ServedService implements AutoCloseable {
    private final MemoryPeerStore store;
    private final BootstrapServer server;
    private final List<URI> urls;
    private final boolean wantsToken;

    private ServedService(MemoryPeerStore store, BootstrapServer server, List<URI> urls, boolean wantsToken) {
        this.store = store;
        this.server = server;
        this.urls = urls;
        this.wantsToken = wantsToken;
    }

    /**
     * Binds and answers.
     *
     * @param preferred the address that others reach this peer at, if the user has said which
     * @param token what others have to bring
     * @throws LaunchException if the place cannot be had
     */
    static ServedService start(ServeAddress where, Optional<InetAddress> preferred, Optional<String> token)
            throws LaunchException {
        ServicePolicy policy = token.map(ServicePolicy.OPEN::withToken).orElse(ServicePolicy.OPEN);
        MemoryPeerStore store = new MemoryPeerStore(BootstrapConfig.production());
        try {
            BootstrapServer server = BootstrapServer.start(where.toBind(), new BootstrapHandler(store, policy));
            return new ServedService(
                    store,
                    server,
                    addresses(where.address(), preferred).stream()
                            .map(address -> url(address, server.address().getPort()))
                            .toList(),
                    token.isPresent());
        } catch (IOException e) {
            store.close();
            throw new LaunchException(ExitStatus.FAILED, e.getMessage(), e);
        }
    }

    /** What this peer itself uses, so that it binds an address that others reach. */
    URI url() {
        return urls.get(0);
    }

    /** What others type, one sentence for each address. */
    List<String> invitations() {
        return urls.stream()
                .map(url -> "Others join with: parley --bootstrap " + url
                        + (wantsToken ? " --token-file FILE --token-in-clear" : ""))
                .toList();
    }

    @Override
    public void close() {
        server.close();
        store.close();
    }

    private static List<InetAddress> addresses(Optional<InetAddress> bound, Optional<InetAddress> preferred) {
        Optional<InetAddress> chosen =
                bound.filter(address -> !address.isAnyLocalAddress()).or(() -> preferred);
        if (chosen.isPresent()) return List.of(chosen.get());
        List<InetAddress> found = reachable();
        return found.isEmpty() ? List.of(InetAddress.getLoopbackAddress()) : found;
    }

    /** The addresses of this machine that others can reach: those of IPv4 first, and in the order of the interfaces. */
    private static List<InetAddress> reachable() {
        try {
            List<InetAddress> found = new ArrayList<>();
            for (NetworkInterface network : Collections.list(NetworkInterface.getNetworkInterfaces()))
                if (network.isUp() && !network.isLoopback())
                    network.inetAddresses()
                            .filter(address -> !address.isLinkLocalAddress())
                            .forEach(found::add);
            found.sort(Comparator.comparing(address -> !(address instanceof Inet4Address)));
            return found;
        } catch (SocketException e) {
            return List.of();
        }
    }

    private static URI url(InetAddress address, int port) {
        String host = address.getHostAddress();
        int scope = host.indexOf('%');
        String literal = scope < 0 ? host : host.substring(0, scope);
        return URI.create("http://" + (address instanceof Inet6Address ? "[" + literal + "]" : literal) + ":" + port);
    }
}
