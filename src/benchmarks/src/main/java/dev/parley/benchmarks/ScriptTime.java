package dev.parley.benchmarks;

import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerListener;
import dev.parley.lab.PeerOutput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long a script of 1,000 {@code msg} lines takes until the other peer has printed all, as a fraction of a connection a
 * message: opened, written, read to its end and closed, one after the other; by turns, and after ten rounds that count for
 * neither side. Run by
 * {@code src/benchmarks/script-time [ROUNDS]}.
 */
final class ScriptTime {
    private static final int LINES = 1_000;
    private static final double LIMIT = 0.1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Both sides are measured as they are after some minutes of use. */
    private static final int WARM_UP = 10;

    /** The last text of each script, and when it was read at the other peer. */
    private final Map<String, CompletableFuture<Long>> ends = new ConcurrentHashMap<>();

    private final Path folder;
    private final Verdicts verdicts;

    private ScriptTime(Path folder, Verdicts verdicts) {
        this.folder = folder;
        this.verdicts = verdicts;
    }

    /** Argument: the number of rounds, 7 if none. */
    public static void main(String[] arguments) throws Exception {
        Verdicts verdicts = new Verdicts(System.out);
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        try (Scene scene = new Scene("script-time");
                HeadlessPeers peers = new HeadlessPeers(scene)) {
            new ScriptTime(scene.folder("scripts"), verdicts).measure(peers.group("alice", "bob"), rounds);
        }
        System.exit(verdicts.status());
    }

    private void measure(List<LabPeer> pair, int rounds) throws IOException {
        Process server = startServer();
        try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8)) {
            int port = Integer.parseInt(output.readLine());
            List<Double> connections = new ArrayList<>();
            List<Double> scripts = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            pair.get(1).listen(new Ends());
            for (int round = 0; round < WARM_UP + rounds; round++) {
                double connectionsMillis = connections(port, round);
                double scriptMillis = script(pair, round);
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

    /** Notes when the last text of a script is read, without waking anybody before. */
    private final class Ends implements PeerListener {
        @Override
        public void heard(PeerOutput output) {
            if (!(output instanceof PeerOutput.Message message)) return;
            CompletableFuture<Long> end = ends.get(message.text());
            if (end != null) end.complete(System.nanoTime());
        }

        @Override
        public void unreadable(String line) {
            throw new IllegalStateException("Not JSON: " + line);
        }

        @Override
        public void ended(List<String> unanswered) {
            // whoever waits has a time-out
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

    private double script(List<LabPeer> pair, int round) throws IOException {
        Path script = Files.writeString(
                folder.resolve("script" + round),
                IntStream.range(0, LINES)
                        .mapToObj(line -> "msg " + text(round, line) + "\n")
                        .collect(Collectors.joining()));
        CompletableFuture<Long> heardLast =
                ends.computeIfAbsent(text(round, LINES - 1), any -> new CompletableFuture<>());
        long begun = System.nanoTime();
        var result = pair.get(0).send("execute " + script);
        double millis =
                (heardLast.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join() - begun) / 1e6;
        result.join();
        long heard = pair.get(1).outputs(PeerOutput.Message.class).stream()
                .filter(message -> message.text().startsWith("round " + round + ","))
                .count();
        if (heard != LINES) throw new IOException(heard + " of " + LINES + " lines were heard.");
        return millis;
    }
}
