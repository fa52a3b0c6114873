package dev.parley.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Whether two sessions that keep what is said in their history files deliver for a whole minute, with a heap that stays as it
 * is and nothing lost. Run by {@code src/benchmarks/sustained [SECONDS]}.
 */
final class Sustained {
    private static final int BYTES = 100;
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    private static final double TEXTS_A_SECOND = 20_000;
    /** A heap that kept what was said would have grown by some hundred MB. */
    private static final double GROWTH_MEGABYTES = 16;

    private final Verdicts verdicts;

    private Sustained(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** Argument: for how many seconds, 60 if none. */
    public static void main(String[] arguments) throws Exception {
        Verdicts verdicts = new Verdicts(System.out);
        int seconds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 60;
        try (Scene scene = new Scene("sustained");
                Team team = Team.sessions(2, scene.service(), scene.folder("group"))) {
            new Sustained(verdicts).measure(team, (int) Math.max(2, seconds / INTERVAL.toSeconds()));
        }
        System.exit(verdicts.status());
    }

    private void measure(Team team, int intervals) throws IOException, InterruptedException {
        MemberProcess sender = team.members().get(0);
        MemberProcess receiver = team.members().get(1);
        team.perSecond(1, BYTES, INTERVAL, Duration.ofSeconds(1));
        sender.ask("send " + BYTES + " 0");
        List<Double> rates = new ArrayList<>();
        List<Double> heaps = new ArrayList<>();
        for (int i = 0; i < intervals; i++) {
            MemberProcess.Count before = receiver.count();
            Team.pause(INTERVAL);
            rates.add(receiver.count().perSecondSince(before));
            double[] megabytes = {sender.number("heap") / 1e6, receiver.number("heap") / 1e6};
            heaps.add(Math.max(megabytes[0], megabytes[1]));
            verdicts.figure("after %3d s: %,.0f/s, heap after collection: sender %.0f MB, receiver %.0f MB"
                    .formatted((i + 1) * INTERVAL.toSeconds(), rates.get(i), megabytes[0], megabytes[1]));
        }
        team.settle();
        double slowest = Collections.min(rates);
        verdicts.atLeast(
                TEXTS_A_SECOND, slowest, "%d B, slowest %d s: %,.0f/s".formatted(BYTES, INTERVAL.toSeconds(), slowest));
        double growth = heaps.get(intervals - 1) - heaps.get(0);
        verdicts.atMost(GROWTH_MEGABYTES, growth, "growth of the larger heap: %.1f MB".formatted(growth));
        verdicts.figure("all %,d texts were heard".formatted(receiver.count().heard()));
    }
}
