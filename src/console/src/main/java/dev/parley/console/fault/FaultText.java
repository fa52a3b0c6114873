package dev.parley.console.fault;

import dev.parley.console.api.CommandException;
import dev.parley.console.text.HarmlessText;
import dev.parley.group.faults.Effect;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rates, times and limits as people type them and read them. */
final class FaultText {
    private static final Pattern RATE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,6})?) ?%");
    private static final Pattern DELAY =
            Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s)(?:(?:±|\\+-|\\+/-)(\\d{1,6}(?:\\.\\d{1,3})?)(ms|s))?");
    private static final Pattern LIMIT =
            Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)(KB|MB|GB)(?:/s)?", Pattern.CASE_INSENSITIVE);

    private FaultText() {}

    /** {@code 10%} as 0.1. */
    static double rate(String text) throws CommandException {
        Matcher rate = RATE.matcher(text);
        double value = rate.matches() ? Double.parseDouble(rate.group(1)) / 100 : Double.NaN;
        if (!(value > 0 && value <= 1)) throw refusal(text, "a rate of more than 0% and at most 100%, as 10%");
        return value;
    }

    /** {@code 50ms} or {@code 50ms±20ms}. */
    static Effect.Delay delay(String text) throws CommandException {
        Matcher delay = DELAY.matcher(text);
        if (!delay.matches()) throw refusal(text, "a delay, as 50ms, 0.5s or 50ms±20ms");
        Duration base = duration(delay.group(1), delay.group(2));
        Duration jitter = delay.group(3) == null ? Duration.ZERO : duration(delay.group(3), delay.group(4));
        try {
            return new Effect.Delay(base, jitter);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
    }

    private static Duration duration(String number, String unit) {
        BigDecimal millis = new BigDecimal(number).multiply(BigDecimal.valueOf(unit.equals("s") ? 1_000 : 1));
        return Duration.ofNanos(millis.multiply(BigDecimal.valueOf(1_000_000)).longValue());
    }

    /** {@code 100KB}, also with {@code /s} behind it. */
    static Effect.Limit limit(String text) throws CommandException {
        Matcher limit = LIMIT.matcher(text);
        if (!limit.matches()) throw refusal(text, "an amount a second, as 100KB or 2MB");
        long unit = switch (limit.group(2).toUpperCase(Locale.ROOT)) {
            case "KB" -> 1_000;
            case "MB" -> 1_000_000;
            default -> 1_000_000_000;
        };
        try {
            return new Effect.Limit(new BigDecimal(limit.group(1))
                    .multiply(BigDecimal.valueOf(unit))
                    .longValue());
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
    }

    private static CommandException refusal(String text, String wanted) {
        return new CommandException(
                "'%s' is not %s; nothing is changed.".formatted(HarmlessText.shortened(text, 40), wanted));
    }
}
