package dev.parley.console.doctor;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether this machine's clock agrees with those of others. */
final class ClockCheck implements Check {
    private static final String TOPIC = "clock";
    /** Servers tell the time in whole seconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    @Override
    public List<Finding> look(Session session) throws SessionException {
        List<Finding> findings = new ArrayList<>();
        Duration group = session.chat().clockDifference();
        if (!group.isZero()) findings.add(finding("the group's", group));
        Optional<Duration> service = session.bootstrap().clockDifference();
        service.ifPresent(difference -> findings.add(finding("the service's", difference)));
        if (findings.isEmpty()) findings.add(Finding.good(TOPIC, "There is no other clock to compare yours with."));
        return findings;
    }

    /** @param ahead by how much the other clock is ahead of this machine's */
    static Finding finding(String whose, Duration ahead) {
        if (ahead.abs().compareTo(TOLERANCE) <= 0)
            return Finding.good(TOPIC, "Your clock agrees with %s.".formatted(whose));
        return Finding.bad(
                TOPIC,
                "Your clock is %s %s %s: set it by the network's time, or your messages show wrong times."
                        .formatted(text(ahead.abs()), ahead.isNegative() ? "ahead of" : "behind", whose));
    }

    private static String text(Duration difference) {
        return difference.compareTo(Duration.ofMinutes(2)) < 0
                ? String.format(Locale.ROOT, "%.1f s", difference.toMillis() / 1_000.0)
                : "%d min".formatted(difference.toMinutes());
    }
}
