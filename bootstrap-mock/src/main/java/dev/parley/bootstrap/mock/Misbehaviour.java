package dev.parley.bootstrap.mock;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the service misbehaves on purpose. Immutable.
 *
 * @param latency what every answer waits for
 * @param failPercent how many requests get a status of 5xx, unanswered by the service
 * @param hangPercent how many requests get no answer at all
 * @param garbagePercent how many answers are something else than bootstrap data
 * @param staleSeconds how old the lists are that {@code /list} shows; empty: as they are
 * @param downAfter when the port is closed, counted from now; empty: never
 * @param upAfter when it is opened again after that; empty: never
 */
record Misbehaviour(
        Latency latency,
        int failPercent,
        int hangPercent,
        int garbagePercent,
        OptionalInt staleSeconds,
        Optional<Duration> downAfter,
        Optional<Duration> upAfter) {
    static final Misbehaviour NONE =
            new Misbehaviour(Latency.NONE, 0, 0, 0, OptionalInt.empty(), Optional.empty(), Optional.empty());

    /** Any time between two, both included. */
    record Latency(Duration least, Duration most) {
        static final Latency NONE = new Latency(Duration.ZERO, Duration.ZERO);

        @Override
        public String toString() {
            return least.equals(most) ? millis(least) : millis(least) + ".." + millis(most);
        }
    }

    /** The options that ask for it; "none" if it behaves. */
    @Override
    public String toString() {
        List<String> options = new ArrayList<>();
        if (!latency.equals(Latency.NONE)) options.add("--latency " + latency);
        if (failPercent > 0) options.add("--fail " + failPercent + "%");
        if (hangPercent > 0) options.add("--hang " + hangPercent + "%");
        if (garbagePercent > 0) options.add("--garbage " + garbagePercent + "%");
        staleSeconds.ifPresent(seconds -> options.add("--stale " + seconds));
        downAfter.ifPresent(time -> options.add("--down-after " + millis(time)));
        upAfter.ifPresent(time -> options.add("--up-after " + millis(time)));
        return options.isEmpty() ? "none" : String.join(" ", options);
    }

    private static String millis(Duration time) {
        long millis = time.toMillis();
        return millis % 1_000 == 0 && millis > 0 ? millis / 1_000 + "s" : millis + "ms";
    }
}
