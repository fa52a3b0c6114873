package dev.parley.app;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * Where to run the service for others.
 *
 * @param address empty: on all addresses of this machine
 * @param port 0: any free one
 */
record ServeAddress(Optional<InetAddress> address, int port) {
    InetSocketAddress toBind() {
        return address.map(chosen -> new InetSocketAddress(chosen, port)).orElseGet(() -> new InetSocketAddress(port));
    }
}
