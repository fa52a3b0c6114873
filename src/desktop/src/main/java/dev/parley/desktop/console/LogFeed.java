package dev.parley.desktop.console;

import dev.parley.console.text.HarmlessText;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.Property;

/** Hears all that the program logs, on whichever thread logs it. */
final class LogFeed extends AbstractAppender implements AutoCloseable {
    private static final String NAME = "window";
    private static final int MOST_CHARACTERS = 4_000;
    private static final int MOST_TRACE_LINES = 100;
    private final Consumer<LogLine> receiver;

    private LogFeed(Consumer<LogLine> receiver) {
        super(NAME, null, null, true, Property.EMPTY_ARRAY);
        this.receiver = receiver;
    }

    /** Listens until closed. The receiver must be quick and may not log. */
    static LogFeed open(Consumer<LogLine> receiver) {
        LogFeed feed = new LogFeed(receiver);
        feed.start();
        context().getConfiguration().getRootLogger().addAppender(feed, null, null);
        context().updateLoggers();
        return feed;
    }

    @Override
    public void append(LogEvent event) {
        receiver.accept(lineOf(event));
    }

    @Override
    public void close() {
        Configuration configuration = context().getConfiguration();
        configuration.getRootLogger().removeAppender(NAME);
        context().updateLoggers();
        stop();
    }

    private static LoggerContext context() {
        return LoggerContext.getContext(false);
    }

    private static LogLine lineOf(LogEvent event) {
        String name = event.getLoggerName();
        return new LogLine(
                Instant.ofEpochMilli(event.getTimeMillis()),
                event.getLevel(),
                HarmlessText.line(name.substring(name.lastIndexOf('.') + 1)),
                HarmlessText.shortened(event.getMessage().getFormattedMessage(), MOST_CHARACTERS),
                event.getThrown() == null ? List.of() : trace(event.getThrown()),
                false);
    }

    private static List<String> trace(Throwable thrown) {
        java.io.StringWriter text = new java.io.StringWriter();
        thrown.printStackTrace(new java.io.PrintWriter(text));
        return Arrays.stream(HarmlessText.lines(text.toString().stripTrailing()))
                .limit(MOST_TRACE_LINES)
                .toList();
    }
}
