package dev.parley.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How fast the bootstrap data service is: {@code /list} against the JDK's HTTP server with a handler that does nothing, and durable
 * {@code /join} of many clients against one. By turns, each server a process of its own; the ratio is the median of the rounds'
 * ratios. Run by {@code src/benchmarks/bootstrap-speed [ROUNDS] [SECONDS]}.
 */
final class BootstrapSpeed {
    private static final int CLIENTS = 64;

    /** As a production service has them, unless it is told otherwise. */
    private static final int LISTED = 3;

    /** A cold server compiles what it runs. */
    private static final int WARM_UP = 3;

    private static final double LIST_LIMIT = 0.7;
    private static final double JOIN_LIMIT = 5;

    private final Verdicts verdicts;
    private final double seconds;
    private final AtomicLong time = new AtomicLong(1_795_600_000);

    private BootstrapSpeed(Verdicts verdicts, double seconds) {
        this.verdicts = verdicts;
        this.seconds = seconds;
    }

    /** Arguments: the number of rounds, 5 if none; the seconds of each measurement, 3 if none. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 3;
        Verdicts verdicts = new Verdicts(System.out);
        // Beside the build's output, since a temporary folder may be in memory, where nothing is durable.
        Path folder = Path.of(System.getProperty("parley.root"), "src/benchmarks/target");
        Path file = Files.createTempDirectory(folder, "bootstrap-speed").resolve("peers.json");
        Process empty = start();
        Process ours = start(file.toString());
        try {
            new BootstrapSpeed(verdicts, seconds).measure(port(empty), port(ours), rounds);
        } finally {
            empty.destroyForcibly();
            ours.destroyForcibly();
        }
        System.exit(verdicts.status());
    }

    private void measure(int empty, int ours, int rounds) throws Exception {
        HttpLoad nothing = new HttpLoad(empty, "/", client -> "");
        HttpLoad list = new HttpLoad(ours, "/list?room=usual", client -> "");
        HttpLoad join = new HttpLoad(ours, "/join", this::registration);
        // As many peers are listed as there will be clients, so that all rounds write and answer the same.
        join.perSecond(CLIENTS, seconds);
        new HttpLoad(ours, "/join?room=usual", this::registration).perSecond(LISTED, 0.5);
        for (int i = 0; i < WARM_UP; i++) {
            nothing.perSecond(CLIENTS, seconds);
            list.perSecond(CLIENTS, seconds);
        }
        List<Double> lists = new ArrayList<>();
        List<Double> joins = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            double bare = nothing.perSecond(CLIENTS, seconds);
            double listed = list.perSecond(CLIENTS, seconds);
            double one = join.perSecond(1, seconds);
            double many = join.perSecond(CLIENTS, seconds);
            lists.add(listed / bare);
            joins.add(many / one);
            verdicts.figure("round %d: nothing %,.0f/s, /list %,.0f/s, /join by one %,.0f/s, by %d %,.0f/s"
                    .formatted(round, bare, listed, one, CLIENTS, many));
        }
        double listRatio = Verdicts.median(lists);
        double joinRatio = Verdicts.median(joins);
        verdicts.atLeast(
                LIST_LIMIT,
                listRatio,
                "/list of %d peers by %d clients, x the JDK's server doing nothing: %.2f"
                        .formatted(LISTED, CLIENTS, listRatio));
        verdicts.atLeast(
                JOIN_LIMIT, joinRatio, "durable /join by %d clients, x by one: %.1f".formatted(CLIENTS, joinRatio));
    }

    /** Each client registers its own peer again and again, at another time: a change that has to be kept. */
    private String registration(int client) {
        return "c%d name 127.0.0.1 7800 tcp 0 %d".formatted(client, time.incrementAndGet());
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(Jvm.command());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), HttpYardstick.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static int port(Process server) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        return Integer.parseInt(said.readLine());
    }
}
