package dev.parley.group;

import java.io.Closeable;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;

/**
 * A local port kept free for a transport that will bind it soon: a socket bound to it that neither listens nor connects,
 * so that nothing answers there yet.
 */
final class PortReservation implements AutoCloseable {
    private final InetSocketAddress address;
    private final Closeable holder;

    private PortReservation(InetSocketAddress address, Closeable holder) {
        this.address = address;
        this.holder = holder;
    }

    /**
     * Takes the first free port of {@code first} to {@code last}, or any if {@code first} is 0.
     *
     * @throws GroupException if none is free or the address is not one of this machine
     */
    static PortReservation take(InetAddress address, int first, int last, boolean datagram) throws GroupException {
        if (first == 0)
            return bind(address, 0, datagram)
                    .orElseThrow(() -> new GroupException("Nothing can be bound to " + address.getHostAddress()
                            + "; is it an address of this machine?"));
        int end = Math.min(last, 65_535);
        for (int port = first; port <= end; port++) {
            Optional<PortReservation> reservation = bind(address, port, datagram);
            if (reservation.isPresent()) return reservation.get();
        }
        if (bind(address, 0, datagram).map(PortReservation::closed).isEmpty())
            throw new GroupException(
                    "Nothing can be bound to " + address.getHostAddress() + "; is it an address of this machine?");
        throw new GroupException(
                first == end
                        ? "Port " + first + " on " + address.getHostAddress() + " is in use; choose another."
                        : "All ports from " + first + " to " + end + " on " + address.getHostAddress()
                                + " are in use; choose others.");
    }

    InetSocketAddress address() {
        return address;
    }

    /** Sets the port free. Idempotent. */
    @Override
    public void close() {
        try {
            holder.close();
        } catch (IOException e) {
            throw new AssertionError("a socket that was never connected closes", e);
        }
    }

    private PortReservation closed() {
        close();
        return this;
    }

    private static Optional<PortReservation> bind(InetAddress address, int port, boolean datagram) {
        if (datagram) return bindDatagram(address, port);
        // Without SO_REUSEADDR nobody can share the port; with it, one that a dead process left in TIME_WAIT is free.
        return bindStream(address, port, false)
                .or(() -> port == 0 ? Optional.empty() : bindStream(address, port, true));
    }

    private static Optional<PortReservation> bindStream(InetAddress address, int port, boolean reuse) {
        Socket socket = new Socket();
        try {
            socket.setReuseAddress(reuse);
            socket.bind(new InetSocketAddress(address, port));
            return Optional.of(new PortReservation(new InetSocketAddress(address, socket.getLocalPort()), socket));
        } catch (IOException e) {
            closeQuietly(socket);
            return Optional.empty();
        }
    }

    private static Optional<PortReservation> bindDatagram(InetAddress address, int port) {
        try {
            DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, port));
            return Optional.of(new PortReservation(new InetSocketAddress(address, socket.getLocalPort()), socket));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new AssertionError("a socket that was never bound closes", e);
        }
    }
}
