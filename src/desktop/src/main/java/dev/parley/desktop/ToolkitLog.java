package dev.parley.desktop;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.apache.logging.log4j.LogManager;

/** Sends what JavaFX has to say to the log instead of the terminal. Any thread. */
final class ToolkitLog extends Handler {
    /** Loggers that nobody holds are forgotten, with what was set on them. */
    private final Logger toolkit = Logger.getLogger("javafx");

    private final SimpleFormatter formatter = new SimpleFormatter();

    /** From now on. */
    void listen() {
        toolkit.setUseParentHandlers(false);
        toolkit.setLevel(Level.WARNING);
        toolkit.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record))
            LogManager.getLogger(ToolkitLog.class).info("{}", formatter.formatMessage(record), record.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        toolkit.removeHandler(this);
    }
}
