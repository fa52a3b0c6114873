package dev.parley.chat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;

/** Which local address the way to a service starts from. */
final class Route {
    private static final int HTTP_PORT = 80;

    private Route() {}

    /**
     * The local address of the route to a service, told by connecting a UDP socket, which sends no packet. Loopback if the
     * service's host is not known or there is no route.
     */
    static InetAddress localAddressTo(URI service) {
        try (DatagramSocket socket = new DatagramSocket()) {
            int port = service.getPort() < 0 ? HTTP_PORT : service.getPort();
            InetSocketAddress to = new InetSocketAddress(service.getHost(), port);
            if (to.isUnresolved()) return InetAddress.getLoopbackAddress();
            socket.connect(to);
            InetAddress address = socket.getLocalAddress();
            return address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address;
        } catch (IOException | RuntimeException e) {
            return InetAddress.getLoopbackAddress();
        }
    }
}
