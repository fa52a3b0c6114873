package dev.parley.benchmarks;

import dev.parley.lab.LabPeer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.HdrHistogram.Histogram;

/**
 * How long a text takes from one member to another at a low rate: half of what passes until its answer is there, in a session
 * with and without a history file and with bare JGroups by turns; and from a typed line to the other's output, through two headless peers. Run by
 * {@code src/benchmarks/latency [ROUNDS]}.
 */
final class Latency {
    private static final int BYTES = 100;
    private static final int PER_SECOND = 200;
    private static final int PINGS = 1_000;

    /** Rounds that count for neither side: both are measured as they are after some minutes of use. */
    private static final int WARM_UP = 5;

    private static final double LIMIT = 1.5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Scene scene;
    private final Verdicts verdicts;
    private final int rounds;

    private Latency(Scene scene, Verdicts verdicts, int rounds) {
        this.scene = scene;
        this.verdicts = verdicts;
        this.rounds = rounds;
    }

    /** Argument: the number of rounds, 5 if none. */
    public static void main(String[] arguments) throws Exception {
        Verdicts verdicts = new Verdicts(System.out);
        try (Scene scene = new Scene("latency")) {
            Latency latency = new Latency(scene, verdicts, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5);
            latency.compare();
            latency.throughHeadlessPeers();
        }
        System.exit(verdicts.status());
    }

    /** Percentiles in microseconds. */
    private record Micros(double median, double p99) {}

    private void compare() throws IOException, InterruptedException {
        Path folder = scene.folder("group");
        try (Team raw = Team.raw(2, Scene.stack(), folder);
                Team keeping = Team.sessions(2, scene.service(), folder);
                Team forgetful = Team.forgetful(2, scene.service(), folder)) {
            List<Team> teams = List.of(raw, keeping, forgetful);
            for (Team team : teams) team.members().get(1).ask("answer " + BYTES);
            for (int round = 0; round < WARM_UP; round++) for (Team team : teams) ping(team);
            Map<Team, List<Micros>> micros = new HashMap<>();
            for (int round = 0; round < rounds; round++)
                for (Team team : teams)
                    micros.computeIfAbsent(team, any -> new ArrayList<>()).add(ping(team));
            judge("with history files", micros.get(raw), micros.get(keeping));
            judge("without", micros.get(raw), micros.get(forgetful));
        }
    }

    private void judge(String what, List<Micros> raw, List<Micros> sessions) {
        judge("p50 " + what, raw, sessions, Micros::median);
        judge("p99 " + what, raw, sessions, Micros::p99);
    }

    private static Micros ping(Team team) throws IOException {
        String[] nanos = team.members()
                .get(0)
                .ask("ping %d %d %d".formatted(PINGS, PER_SECOND, BYTES))
                .split(" ", -1);
        return new Micros(Long.parseLong(nanos[0]) / 1e3, Long.parseLong(nanos[1]) / 1e3);
    }

    private void judge(String what, List<Micros> ofRaw, List<Micros> ofSessions, ToDoubleFunction<Micros> percentile) {
        List<Double> raw = ofRaw.stream().mapToDouble(percentile).boxed().toList();
        List<Double> sessions =
                ofSessions.stream().mapToDouble(percentile).boxed().toList();
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) ratios.add(sessions.get(i) / raw.get(i));
        double ratio = Verdicts.median(ratios);
        verdicts.atMost(
                LIMIT,
                ratio,
                "%s, %d B, %d/s: raw %.0f us, session %.0f us, ratio %.2f"
                        .formatted(what, BYTES, PER_SECOND, Verdicts.median(raw), Verdicts.median(sessions), ratio));
    }

    /** The pipes and the reading of JSON count too, so there is nothing to compare this with. */
    private void throughHeadlessPeers() throws IOException, InterruptedException {
        try (HeadlessPeers peers = new HeadlessPeers(scene)) {
            List<LabPeer> pair = peers.group("alice", "bob");
            Histogram times = new Histogram(3);
            for (int i = 0; i < 2 * PINGS; i++) {
                String text = i + " " + "x".repeat(BYTES - 6);
                long begun = System.nanoTime();
                var result = pair.get(0).send("msg " + text);
                pair.get(1).awaitMessage(message -> message.text().equals(text), PATIENCE);
                long nanos = System.nanoTime() - begun;
                result.join();
                if (i >= PINGS) times.recordValue(nanos);
                TimeUnit.MICROSECONDS.sleep(1_000_000 / PER_SECOND);
            }
            verdicts.figure("from a typed line to the other's output, headless: p50 %.0f us, p99 %.0f us"
                    .formatted(times.getValueAtPercentile(50) / 1e3, times.getValueAtPercentile(99) / 1e3));
        }
    }
}
