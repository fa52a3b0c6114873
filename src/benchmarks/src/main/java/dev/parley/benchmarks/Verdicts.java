package dev.parley.benchmarks;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Says for each figure whether it keeps its limit, and remembers whether one did not. */
final class Verdicts {
    private final PrintStream out;
    private boolean missed;

    Verdicts(PrintStream out) {
        this.out = out;
    }

    /** A figure that is better when it is larger. */
    void atLeast(double limit, double figure, String line) {
        say(figure >= limit, line + " (at least " + text(limit) + ")");
    }

    /** A figure that is better when it is smaller. */
    void atMost(double limit, double figure, String line) {
        say(figure <= limit, line + " (at most " + text(limit) + ")");
    }

    private void say(boolean kept, String line) {
        missed |= !kept;
        out.println(line + ": " + (kept ? "ok" : "MISSED"));
    }

    /** The exit status: 1 if a limit was missed. */
    int status() {
        return missed ? 1 : 0;
    }

    private static String text(double limit) {
        return limit >= 100 ? "%,.0f".formatted(limit) : "%.2f".formatted(limit);
    }

    static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
