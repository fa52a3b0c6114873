package dev.parley.chat;

import dev.parley.bootstrap.Peer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Entries of the bootstrap list for tests, and what is at their addresses. */
final class ListedPeers {
    private ListedPeers() {}

    static Peer entry(String id, int port) {
        return new Peer(id, id, "127.0.0.1", port, "tcp", "0", 1_700_000_000L);
    }

    /** Takes connections and says nothing; port 0 is any. */
    static ServerSocket silent(int port) throws IOException {
        return new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
    }

    /** Refuses connections. */
    static int unusedPort() throws IOException {
        try (ServerSocket closed = silent(0)) {
            return closed.getLocalPort();
        }
    }
}
