package dev.parley.benchmarks;

import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Reads each connection to its end and closes it, until its process is ended: the yardstick of {@link ScriptTime}. */
final class ConnectionServer {
    private static final int BACKLOG = 128;

    private ConnectionServer() {}

    /** Prints the port of loopback on which it listens. */
    public static void main(String[] arguments) throws Exception {
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            System.out.println(server.getLocalPort());
            while (true) {
                try (Socket socket = server.accept()) {
                    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            }
        }
    }
}
