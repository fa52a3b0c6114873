package dev.parley.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long a script of 1,000 {@code msg} lines takes until the other peer has printed the last, as a fraction of a connection a
 * message: opened, written, read to its end and closed, one after the other; by turns, and after ten rounds that count for
 * neither side. Run by
 * {@code src/benchmarks/script-time [ROUNDS]}.
 */
final class ScriptTime {
    private static final int LINES = 1_000;
    private static final double LIMIT = 0.1;

    /** Both sides are measured as they are after some minutes of use. */
    private static final int WARM_UP = 10;

    private final Path folder;
    private final Verdicts verdicts;
    private final PrintingPeer alice;
    private final PrintingPeer bob;

    private ScriptTime(Path folder, Verdicts verdicts, PrintingPeer alice, PrintingPeer bob) {
        this.folder = folder;
        this.verdicts = verdicts;
        this.alice = alice;
        this.bob = bob;
    }

    /** Argument: the number of rounds, 7 if none. */
    public static void main(String[] arguments) throws Exception {
        Verdicts verdicts = new Verdicts(System.out);
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        try (Scene scene = new Scene("script-time");
                PrintingPeer alice = PrintingPeer.start(scene, "alice");
                PrintingPeer bob = joined(scene, alice)) {
            new ScriptTime(scene.folder("scripts"), verdicts, alice, bob).measure(rounds);
        }
        System.exit(verdicts.status());
    }

    private static PrintingPeer joined(Scene scene, PrintingPeer alice) throws IOException, InterruptedException {
        String both = "\"members\":[\"alice\",\"bob\"]";
        alice.expect(both);
        alice.expect("\"state\":\"alone\"");
        alice.printed("\"state\":\"alone\"");
        PrintingPeer bob = PrintingPeer.start(scene, "bob");
        alice.printed(both);
        return bob;
    }

    private void measure(int rounds) throws IOException, InterruptedException {
        Process server = startServer();
        try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8)) {
            int port = Integer.parseInt(output.readLine());
            List<Double> connections = new ArrayList<>();
            List<Double> scripts = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < WARM_UP + rounds; round++) {
                double connectionsMillis = connections(port, round);
                double scriptMillis = script(round);
                if (round == 0)
                    verdicts.figure("the first, cold: connections %.0f ms, script %.0f ms"
                            .formatted(connectionsMillis, scriptMillis));
                if (round < WARM_UP) continue;
                connections.add(connectionsMillis);
                scripts.add(scriptMillis);
                ratios.add(scriptMillis / connectionsMillis);
            }
            double ratio = Verdicts.median(ratios);
            verdicts.atMost(
                    LIMIT,
                    ratio,
                    "%,d lines: a connection each %.0f ms, script %.0f ms, ratio %.2f"
                            .formatted(LINES, Verdicts.median(connections), Verdicts.median(scripts), ratio));
        } finally {
            server.destroy();
        }
    }

    private Process startServer() throws IOException {
        List<String> command = new ArrayList<>(Jvm.plain());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ConnectionServer.class.getName()));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("server.err").toFile())
                .start();
    }

    private static String text(int round, int line) {
        return "round " + round + ", line " + line + " of a script that says something to everybody in the room";
    }

    private static double connections(int port, int round) throws IOException {
        long begun = System.nanoTime();
        for (int line = 0; line < LINES; line++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                OutputStream out = socket.getOutputStream();
                out.write(text(round, line).getBytes(StandardCharsets.UTF_8));
                socket.shutdownOutput();
                if (socket.getInputStream().read() != -1) throw new IOException("The server has nothing to say.");
            }
        }
        return (System.nanoTime() - begun) / 1e6;
    }

    private double script(int round) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("script" + round),
                IntStream.range(0, LINES)
                        .mapToObj(line -> "msg " + text(round, line) + "\n")
                        .collect(Collectors.joining()));
        String last = text(round, LINES - 1);
        bob.expect(last);
        alice.expect("\"commands\":" + LINES);
        long begun = System.nanoTime();
        alice.run("execute " + script);
        double millis = (bob.printed(last) - begun) / 1e6;
        alice.printed("\"commands\":" + LINES);
        return millis;
    }
}
