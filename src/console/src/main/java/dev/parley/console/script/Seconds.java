package dev.parley.console.script;

import java.math.BigDecimal;
import java.time.Duration;

/** Durations as people write them: {@code 10}, {@code 0.5}. */
final class Seconds {
    private Seconds() {}

    static String text(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
    }
}
