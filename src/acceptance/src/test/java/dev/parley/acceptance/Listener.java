package dev.parley.acceptance;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jgroups.Version;

/** Something on a port of loopback that is no member of any group of these tests. */
final class Listener implements AutoCloseable {
    private final ServerSocket server;
    private final Manners manners;
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    /** What is done with whoever connects. */
    @FunctionalInterface
    private interface Manners {
        void meet(Socket caller) throws IOException;
    }

    private Listener(Manners manners) throws IOException {
        this.manners = manners;
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "listener");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes every connection and says nothing. */
    static Listener silent() throws IOException {
        return new Listener(caller -> {});
    }

    /** Says something of its own to everybody. */
    static Listener talkative() throws IOException {
        return new Listener(
                caller -> caller.getOutputStream().write("220 ready\r\n".getBytes(StandardCharsets.US_ASCII)));
    }

    /** Does with a greeting what JGroups of that version does. */
    static Listener jgroups(int major, int minor) throws IOException {
        return new Listener(caller -> {
            DataInputStream in = new DataInputStream(caller.getInputStream());
            byte[] cookie = new byte[4];
            in.readFully(cookie);
            short version = new String(cookie, StandardCharsets.US_ASCII).equals("bela") ? in.readShort() : 0;
            if (!Version.isBinaryCompatible(version, Version.encode(major, minor, 0))) caller.close();
        });
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                callers.add(caller);
                Thread meeting = new Thread(() -> meet(caller), "meeting");
                meeting.setDaemon(true);
                meeting.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private void meet(Socket caller) {
        try {
            manners.meet(caller);
        } catch (IOException e) {
            // The caller has hung up.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket caller : callers) caller.close();
    }
}
