package dev.parley.console.log;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** The last things that the program has logged, wherever else they go. Hears them on whichever thread logs; any thread. */
public final class LogTail extends AbstractAppender implements AutoCloseable {
    /** How many are kept. */
    static final int MOST = 1_000;

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int MOST_CHARACTERS = 4_000;
    private final Deque<LogLine> lines = new ArrayDeque<>();

    private LogTail(String name) {
        super(name, null, null, true, Property.EMPTY_ARRAY);
    }

    /** Listens until closed; hears nothing if the program logs by other means. */
    public static LogTail open() {
        LogTail tail = new LogTail("parley-tail-" + COUNT.incrementAndGet());
        tail.start();
        if (LogManager.getContext(false) instanceof LoggerContext context) {
            context.getConfiguration().addAppender(tail);
            context.getConfiguration().getRootLogger().addAppender(tail, null, null);
            context.updateLoggers();
        }
        return tail;
    }

    @Override
    public void append(LogEvent event) {
        String text = event.getMessage().getFormattedMessage();
        if (event.getThrown() != null) text += " (" + event.getThrown() + ")";
        LogLine line = new LogLine(
                Instant.ofEpochMilli(event.getTimeMillis()),
                event.getLevel().name(),
                event.getLoggerName(),
                event.getThreadName(),
                text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text);
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > MOST) lines.removeFirst();
        }
    }

    /** The last of them, oldest first. */
    List<LogLine> last(int count) {
        synchronized (lines) {
            return lines.stream().skip(Math.max(0, lines.size() - count)).toList();
        }
    }

    @Override
    public void close() {
        if (LogManager.getContext(false) instanceof LoggerContext context) {
            context.getConfiguration().getRootLogger().removeAppender(getName());
            context.getConfiguration().getAppenders().remove(getName());
            context.updateLoggers();
        }
        stop();
    }
}
