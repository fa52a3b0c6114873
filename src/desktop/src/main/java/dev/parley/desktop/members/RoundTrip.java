package dev.parley.desktop.members;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How long a message took to a member and back.
 *
 * @param member the member's id in the group
 * @param time empty if it did not answer in time
 */
public record RoundTrip(UUID member, Optional<Duration> time) {
    private static final Duration SLOW = Duration.ofMillis(100);
    private static final double NANOS_PER_MILLI = 1_000_000;
    private static final double WITH_DECIMAL_BELOW = 10;
    private static final double IN_SECONDS_FROM = 1_000;

    /** Whether somebody should look at it. */
    public boolean slow() {
        return time.map(taken -> taken.compareTo(SLOW) > 0).orElse(false);
    }

    /** As in {@code 0.4 ms}, or a dash without an answer. */
    public String text() {
        return time.map(taken -> text(taken, "ms", "s")).orElse("–");
    }

    /** As in {@code 0.4 milliseconds}. */
    public String spoken() {
        return time.map(taken -> text(taken, "milliseconds", "seconds")).orElse("does not answer");
    }

    /** As in {@code 0.4 ms}. */
    public static String text(Duration time) {
        return text(time, "ms", "s");
    }

    private static String text(Duration time, String milliseconds, String seconds) {
        double millis = time.toNanos() / NANOS_PER_MILLI;
        if (millis >= IN_SECONDS_FROM) return String.format(Locale.ROOT, "%.1f %s", millis / IN_SECONDS_FROM, seconds);
        return String.format(Locale.ROOT, millis < WITH_DECIMAL_BELOW ? "%.1f %s" : "%.0f %s", millis, milliseconds);
    }
}
