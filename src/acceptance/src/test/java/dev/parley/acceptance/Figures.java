package dev.parley.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** How long something took each time, printed as one line when all is measured. */
final class Figures {
    private final String what;
    private final List<Duration> times = new ArrayList<>();

    Figures(String what) {
        this.what = what;
    }

    void add(Duration time) {
        times.add(time);
    }

    Duration median() {
        List<Duration> sorted = sorted();
        return sorted.get(sorted.size() / 2);
    }

    Duration worst() {
        List<Duration> sorted = sorted();
        return sorted.get(sorted.size() - 1);
    }

    private List<Duration> sorted() {
        List<Duration> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted;
    }

    /** For whoever runs the full counts. */
    void print() {
        System.out.printf(
                Locale.ROOT,
                "Figures: %s: n=%d, median %.2f s, worst %.2f s%n",
                what,
                times.size(),
                seconds(median()),
                seconds(worst()));
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }

    /** The time since then. */
    static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
