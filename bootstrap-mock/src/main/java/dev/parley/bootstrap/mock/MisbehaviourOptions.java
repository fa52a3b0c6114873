package dev.parley.bootstrap.mock;

import dev.parley.bootstrap.mock.Misbehaviour.Latency;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The options for misbehaving, on the command line and in the body of {@code POST /mock} alike. */
@Command
final class MisbehaviourOptions {
    @Option(
            names = "--latency",
            paramLabel = "TIME[..TIME]",
            converter = LatencyValue.class,
            description = "Answer that much later: 200ms, or anything between: 200ms..2s. At most 15s.")
    private Latency latency = Latency.NONE;

    @Option(
            names = "--fail",
            paramLabel = "PERCENT",
            converter = Percent.class,
            description = "Answer so many requests with a status of 500, 502 or 503.")
    private int fail;

    @Option(
            names = "--hang",
            paramLabel = "PERCENT",
            converter = Percent.class,
            description = "Give so many requests no answer.")
    private int hang;

    @Option(
            names = "--garbage",
            paramLabel = "PERCENT",
            converter = Percent.class,
            description = "Answer so many requests with something else than bootstrap data.")
    private int garbage;

    @Option(
            names = "--stale",
            paramLabel = "SECONDS",
            converter = Seconds.class,
            description = "Let /list show the list of so many seconds ago.")
    private Integer stale;

    @Option(
            names = "--down-after",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Close the port after that time.")
    private Duration downAfter;

    @Option(
            names = "--up-after",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Open it again after so long.")
    private Duration upAfter;

    /** What the options say. */
    Misbehaviour asked() {
        return new Misbehaviour(
                latency,
                fail,
                hang,
                garbage,
                stale == null ? OptionalInt.empty() : OptionalInt.of(stale),
                Optional.ofNullable(downAfter),
                Optional.ofNullable(upAfter));
    }

    /**
     * Reads the options as one types them; none at all is to behave.
     *
     * @throws IllegalArgumentException with one line that says what is wrong
     */
    static Misbehaviour parse(String line) {
        MisbehaviourOptions options = new MisbehaviourOptions();
        String words = line.strip();
        try {
            new CommandLine(options)
                    .setExpandAtFiles(false)
                    .setInterpolateVariables(false)
                    .parseArgs(words.isEmpty() ? new String[0] : words.split("\\s+"));
        } catch (ParameterException e) {
            throw new IllegalArgumentException(e.getMessage().replaceAll("\\s+", " "), e);
        }
        return options.asked();
    }

    private static Duration time(String text) {
        if (text.matches("\\d{1,7}ms")) return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
        if (text.matches("\\d{1,5}s")) return Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
        if (text.matches("\\d{1,4}m")) return Duration.ofMinutes(Long.parseLong(text.substring(0, text.length() - 1)));
        throw new TypeConversionException("'" + text + "' is no time; write it like 200ms, 5s or 2m");
    }

    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            return time(text);
        }
    }

    static final class Seconds implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("\\d{1,4}s?")) return Integer.parseInt(text.replace("s", ""));
            throw new TypeConversionException("'" + text + "' is no number of seconds up to 9999");
        }
    }

    static final class Percent implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("(\\d{1,2}|100)%?")) return Integer.parseInt(text.replace("%", ""));
            throw new TypeConversionException("'" + text + "' is no percentage from 0% to 100%");
        }
    }

    static final class LatencyValue implements ITypeConverter<Latency> {
        private static final Duration MOST = Duration.ofSeconds(15);

        @Override
        public Latency convert(String text) {
            int dots = text.indexOf("..");
            Duration least = time(dots < 0 ? text : text.substring(0, dots));
            Duration most = dots < 0 ? least : time(text.substring(dots + 2));
            if (most.compareTo(least) < 0 || most.compareTo(MOST) > 0)
                throw new TypeConversionException("'" + text + "' is no latency; write it like 200ms..2s, up to 15s");
            return new Latency(least, most);
        }
    }
}
