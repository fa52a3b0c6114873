package dev.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Small messages that bare JGroups delivers a second per receiver on two stack files, one member sending, the two measured by turns.
 * Run by {@code src/benchmarks/stack-comparison [ROUNDS [STACK [OTHER]]]}.
 */
final class StackComparison {
    private static final int BYTES = 100;
    private static final List<Integer> SIZES = List.of(2, 3, 4);
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final Duration WINDOW = Duration.ofSeconds(3);

    private StackComparison() {}

    /** Arguments: the number of rounds, 3 if none; the names of two files in jgroups-config, tcp and stock-tcp if none. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        String one = arguments.length > 1 ? arguments[1] : "tcp";
        String other = arguments.length > 2 ? arguments[2] : "stock-tcp";
        try (Scene scene = new Scene("stacks")) {
            for (int size : SIZES) compare(scene, size, rounds, one, other);
        }
    }

    private static void compare(Scene scene, int size, int rounds, String one, String other)
            throws IOException, InterruptedException {
        List<Double> ones = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            ones.add(perSecond(size, file(one), scene.folder(one)));
            others.add(perSecond(size, file(other), scene.folder(other)));
            ratios.add(ones.get(round) / others.get(round));
        }
        System.out.printf(
                "N=%d, 1 sending, %d B: %s %,.0f/s, %s %,.0f/s, ratio %.2f (%.2f to %.2f)%n",
                size,
                BYTES,
                one,
                Verdicts.median(ones),
                other,
                Verdicts.median(others),
                Verdicts.median(ratios),
                ratios.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                ratios.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
    }

    private static double perSecond(int size, Path stack, Path folder) throws IOException, InterruptedException {
        try (Team team = Team.raw(size, stack, folder)) {
            return team.perSecond(1, BYTES, WARM_UP, WINDOW);
        }
    }

    private static Path file(String name) {
        return Scene.root().resolve("jgroups-config").resolve(name + ".xml");
    }
}
