package dev.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Delivered texts a second per receiver of a session that keeps no history file, as a fraction of what bare JGroups delivers on the same stack with the
 * same payload; the two are measured by turns. Run by {@code src/benchmarks/throughput [ROUNDS]}.
 */
final class Throughput {
    /** Four members share the processors; their code is compiled, and the heap was all used once, after this with either size. */
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(20);

    private static final Duration WARM_UP = Duration.ofMillis(1_500);
    private static final Duration WINDOW = Duration.ofSeconds(3);

    private final Scene scene;
    private final Verdicts verdicts;
    private final int rounds;

    private Throughput(Scene scene, Verdicts verdicts, int rounds) {
        this.scene = scene;
        this.verdicts = verdicts;
        this.rounds = rounds;
    }

    /** Arguments: the number of rounds, 5 if none; then the sizes of the group, 2 and 4 if none. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        List<Integer> sizes = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) sizes.add(Integer.parseInt(arguments[i]));
        Verdicts verdicts = new Verdicts(System.out);
        try (Scene scene = new Scene("throughput")) {
            Throughput throughput = new Throughput(scene, verdicts, rounds);
            for (int size : sizes.isEmpty() ? List.of(2, 4) : sizes) throughput.measure(size);
        }
        System.exit(verdicts.status());
    }

    private void measure(int size) throws IOException, InterruptedException {
        Path folder = scene.folder("group");
        try (Team raw = Team.raw(size, Scene.stack(), folder);
                Team sessions = Team.forgetful(size, scene.service(), folder)) {
            for (int bytes : List.of(100, 1_000))
                for (Team team : List.of(raw, sessions)) team.perSecond(size, bytes, FIRST_WARM_UP, WINDOW);
            for (int senders : List.of(1, size)) {
                compare(raw, sessions, senders, 1_000, 0.6);
                compare(raw, sessions, senders, 100, 0.4);
            }
        }
    }

    private void compare(Team raw, Team sessions, int senders, int bytes, double limit)
            throws IOException, InterruptedException {
        List<Double> rawRates = new ArrayList<>();
        List<Double> sessionRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            rawRates.add(raw.perSecond(senders, bytes, WARM_UP, WINDOW));
            sessionRates.add(sessions.perSecond(senders, bytes, WARM_UP, WINDOW));
            ratios.add(sessionRates.get(round) / rawRates.get(round));
        }
        double ratio = Verdicts.median(ratios);
        verdicts.atLeast(
                limit,
                ratio,
                "N=%d, %d sending, %,5d B: raw %,9.0f/s, session %,9.0f/s, ratio %.2f"
                        .formatted(
                                raw.members().size(),
                                senders,
                                bytes,
                                Verdicts.median(rawRates),
                                Verdicts.median(sessionRates),
                                ratio));
    }
}
