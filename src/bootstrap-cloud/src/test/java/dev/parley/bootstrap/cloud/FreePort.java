package dev.parley.bootstrap.cloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** For programs of others, which cannot say which port they got. */
final class FreePort {
    private FreePort() {}

    static int any() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
