package dev.parley.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.apache.logging.log4j.LogManager;

/**
 * Where a second start of a running name asks the first to show its window. It is a socket of loopback; port and password
 * stand in a file of the peer's folder that only this user can read. Has a thread of its own.
 */
final class WindowDoor implements AutoCloseable {
    private static final String FILE = "window";
    private static final String ANSWER = "shown";
    private static final int PATIENCE_MILLIS = 2_000;
    private static final int MAX_LINE = 100;
    private static final int WAITING = 5;

    private final ServerSocket socket;
    private final String password = UUID.randomUUID().toString();
    private final Path file;
    private final Runnable onKnock;

    private WindowDoor(ServerSocket socket, Path file, Runnable onKnock) {
        this.socket = socket;
        this.file = file;
        this.onKnock = onKnock;
    }

    /** @param onKnock called on the door's thread; returns soon */
    static WindowDoor open(Path folder, Runnable onKnock) throws IOException {
        ServerSocket socket = new ServerSocket(0, WAITING, InetAddress.getLoopbackAddress());
        WindowDoor door = new WindowDoor(socket, folder.resolve(FILE), onKnock);
        try {
            door.tellWhere();
        } catch (IOException e) {
            socket.close();
            throw e;
        }
        Thread listening = new Thread(door::listen, "parley-door");
        listening.setDaemon(true);
        listening.start();
        return door;
    }

    /** Asks the window of the peer of that folder to show itself. Returns whether there is one and it does. */
    static boolean knock(Path folder) {
        try {
            String[] place = Files.readString(folder.resolve(FILE)).strip().split(" ", 2);
            if (place.length < 2) return false;
            try (Socket socket = new Socket()) {
                InetAddress host = InetAddress.getLoopbackAddress();
                socket.setSoTimeout(PATIENCE_MILLIS);
                socket.connect(new InetSocketAddress(host, Integer.parseInt(place[0])), PATIENCE_MILLIS);
                say(socket, place[1]);
                return heard(socket).equals(ANSWER);
            }
        } catch (IOException | IllegalArgumentException nobodyThere) {
            return false;
        }
    }

    private void tellWhere() throws IOException {
        // A temporary file is for its owner's eyes only.
        Path fresh = Files.createTempFile(file.getParent(), FILE, ".new");
        Files.writeString(fresh, socket.getLocalPort() + " " + password);
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket visitor = socket.accept()) {
                visitor.setSoTimeout(PATIENCE_MILLIS);
                if (!heard(visitor).equals(password)) continue;
                onKnock.run();
                say(visitor, ANSWER);
            } catch (IOException e) {
                LogManager.getLogger(WindowDoor.class).debug("Nobody came in", e);
            }
        }
    }

    private static void say(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private static String heard(Socket socket) throws IOException {
        BufferedReader reader =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (int next = reader.read(); next >= 0 && next != '\n'; next = reader.read()) {
            if (line.length() == MAX_LINE) throw new IOException("Too long a line for this door");
            line.append((char) next);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        socket.close();
    }
}
