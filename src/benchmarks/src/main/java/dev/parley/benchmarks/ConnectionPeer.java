package dev.parley.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A chat with a connection a message, the yardstick of {@link ScriptTime}: opened, written, read to its end by the other,
 * closed, one after the other. It does what a headless peer does for a script, and no more: tells of each line that it has been
 * said, and prints each message that comes.
 */
final class ConnectionPeer {
    static final String LISTENING = "listening on ";
    static final String DONE = "done: ";

    private static final String COMMAND = "msg ";
    private static final int BACKLOG = 128;

    private ConnectionPeer() {}

    /** Prints the port of loopback on which it listens, and runs each line of its input: the other's port and a script. */
    public static void main(String[] arguments) throws Exception {
        ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread hearing = new Thread(() -> hear(server), "hearing");
        hearing.setDaemon(true);
        hearing.start();
        System.out.println(LISTENING + server.getLocalPort());
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] words = line.split(" ", 2);
            execute(Integer.parseInt(words[0]), Path.of(words[1]));
        }
    }

    private static void execute(int port, Path script) throws IOException {
        List<String> lines = Files.readAllLines(script);
        for (String line : lines) {
            say(port, line.substring(COMMAND.length()));
            System.out.println(line);
        }
        System.out.println(DONE + lines.size());
    }

    private static void say(int port, String text) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            if (socket.getInputStream().read() != -1) throw new IOException("The other has nothing to say.");
        }
    }

    private static void hear(ServerSocket server) {
        while (true) {
            try (Socket socket = server.accept()) {
                System.out.println(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            } catch (IOException e) {
                System.err.println(e);
            }
        }
    }
}
