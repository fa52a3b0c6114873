package dev.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long a script of 1,000 {@code msg} lines takes until the other peer has printed the last, as a fraction of what it takes
 * two {@linkplain ConnectionPeer peers with a connection a message}; by turns, and after rounds that count for neither side.
 * Run by {@code src/benchmarks/script-time [ROUNDS]}.
 */
final class ScriptTime {
    private static final int LINES = 1_000;
    private static final double LIMIT = 0.1;

    /** Both sides are measured as they are after some minutes of use. */
    private static final int WARM_UP = 300;

    private final Path folder;
    private final Verdicts verdicts;

    private ScriptTime(Path folder, Verdicts verdicts) {
        this.folder = folder;
        this.verdicts = verdicts;
    }

    /** Argument: the number of rounds, 21 if none. */
    public static void main(String[] arguments) throws Exception {
        Verdicts verdicts = new Verdicts(System.out);
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 21;
        try (Scene scene = new Scene("script-time");
                PrintingPeer alice = parley(scene, "alice").reading();
                PrintingPeer bob = joined(scene, alice);
                PrintingPeer carol = connecting(scene, "carol");
                PrintingPeer dave = connecting(scene, "dave")) {
            listening(carol);
            Pair connections = new Pair(carol, dave, listening(dave) + " ", ConnectionPeer.DONE + LINES);
            Pair scripts = new Pair(alice, bob, "execute ", "\"commands\":" + LINES);
            new ScriptTime(scene.folder("scripts"), verdicts).measure(rounds, connections, scripts);
        }
        System.exit(verdicts.status());
    }

    /**
     * Who runs the scripts, and who hears what they say.
     *
     * @param command what stands before a script's name to run it
     * @param done what the speaker prints after a script
     */
    private record Pair(PrintingPeer speaker, PrintingPeer hearer, String command, String done) {}

    private static PrintingPeer parley(Scene scene, String name) throws IOException {
        List<String> command = new ArrayList<>(HeadlessPeers.program());
        Path data = scene.folder(name);
        command.addAll(List.of("--nogui", "--json", "--name", name, "--data-dir", data.toString(), "--bind-port", "0"));
        command.addAll(List.of("--bootstrap", scene.service().toString()));
        return new PrintingPeer(command, data.resolve("errors"));
    }

    private static PrintingPeer joined(Scene scene, PrintingPeer alice) throws IOException, InterruptedException {
        String both = "\"members\":[\"alice\",\"bob\"]";
        alice.expect(both);
        alice.expect("\"state\":\"alone\"");
        alice.printed("\"state\":\"alone\"");
        PrintingPeer bob = parley(scene, "bob").reading();
        alice.printed(both);
        return bob;
    }

    private static PrintingPeer connecting(Scene scene, String name) throws IOException {
        List<String> command = new ArrayList<>(Jvm.plain());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ConnectionPeer.class.getName()));
        PrintingPeer peer = new PrintingPeer(command, scene.folder(name).resolve("errors"));
        peer.expect(ConnectionPeer.LISTENING);
        return peer.reading();
    }

    private static String listening(PrintingPeer peer) throws IOException, InterruptedException {
        return peer.printed(ConnectionPeer.LISTENING).line().substring(ConnectionPeer.LISTENING.length());
    }

    private void measure(int rounds, Pair connecting, Pair parleying) throws IOException, InterruptedException {
        List<Double> connections = new ArrayList<>();
        List<Double> scripts = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < WARM_UP + rounds; round++) {
            double connectionsMillis = millis(connecting, round);
            double scriptMillis = millis(parleying, round);
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
    }

    private static String text(int round, int line) {
        return "round " + round + ", line " + line + " of a script that says something to everybody in the room";
    }

    private double millis(Pair pair, int round) throws IOException, InterruptedException {
        Path script = Files.writeString(
                folder.resolve("script" + round),
                IntStream.range(0, LINES)
                        .mapToObj(line -> "msg " + text(round, line) + "\n")
                        .collect(Collectors.joining()));
        String last = text(round, LINES - 1);
        pair.hearer().expect(last);
        pair.speaker().expect(pair.done());
        long begun = System.nanoTime();
        pair.speaker().run(pair.command() + script);
        double millis = (pair.hearer().printed(last).nanos() - begun) / 1e6;
        pair.speaker().printed(pair.done());
        return millis;
    }
}
