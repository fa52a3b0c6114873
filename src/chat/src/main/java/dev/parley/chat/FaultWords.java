package dev.parley.chat;

import dev.parley.group.faults.Effect;
import dev.parley.group.faults.Fault;
import dev.parley.group.faults.Fault.Direction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;

/** Faults in the words in which they are typed, and in sentences. Stateless. */
final class FaultWords {
    private FaultWords() {}

    /** The name of its command. */
    static String kind(Effect effect) {
        if (effect instanceof Effect.Drop) return "drop";
        if (effect instanceof Effect.Corrupt) return "corrupt";
        if (effect instanceof Effect.Duplicate) return "dup";
        if (effect instanceof Effect.Reorder) return "reorder";
        return effect instanceof Effect.Delay ? "delay" : "limit";
    }

    /** What stands behind its command. */
    static String what(Fault fault, Optional<String> name) {
        return "%s %s %s"
                .formatted(
                        amount(fault.effect()), fault.direction() == Direction.IN ? "from" : "to", name.orElse("all"));
    }

    static String sentence(Fault fault, Optional<String> name) {
        String way = fault.direction() == Direction.IN
                ? name.map(from -> "comes from " + from).orElse("comes in")
                : name.map(to -> "goes to " + to).orElse("goes out");
        String amount = amount(fault.effect());
        if (fault.effect() instanceof Effect.Delay) return "What %s is held up by %s".formatted(way, amount);
        if (fault.effect() instanceof Effect.Limit)
            return "Of what %s no more than %s a second get through".formatted(way, amount);
        return "%s of what %s %s".formatted(amount, way, fate(fault.effect()));
    }

    private static String fate(Effect effect) {
        if (effect instanceof Effect.Drop) return "is lost";
        if (effect instanceof Effect.Corrupt) return "is damaged, and so lost";
        return effect instanceof Effect.Duplicate ? "arrives twice" : "is overtaken by what is behind it";
    }

    private static String amount(Effect effect) {
        if (effect instanceof Effect.Drop drop) return percent(drop.rate());
        if (effect instanceof Effect.Corrupt corrupt) return percent(corrupt.rate());
        if (effect instanceof Effect.Duplicate duplicate) return percent(duplicate.rate());
        if (effect instanceof Effect.Reorder reorder) return percent(reorder.rate());
        if (effect instanceof Effect.Delay delay)
            return millis(delay.base()) + (delay.jitter().isZero() ? "" : "±" + millis(delay.jitter()));
        return bytes(((Effect.Limit) effect).bytesPerSecond());
    }

    private static String percent(double rate) {
        return plain(BigDecimal.valueOf(rate).multiply(BigDecimal.valueOf(100), new MathContext(9))) + "%";
    }

    private static String millis(Duration time) {
        return plain(BigDecimal.valueOf(time.toNanos(), 6)) + "ms";
    }

    private static String bytes(long many) {
        if (many < 1_000_000) return plain(BigDecimal.valueOf(many, 3)) + "KB";
        return many < 1_000_000_000
                ? plain(BigDecimal.valueOf(many, 6)) + "MB"
                : plain(BigDecimal.valueOf(many, 9)) + "GB";
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
