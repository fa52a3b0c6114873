package dev.parley.desktop;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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

    /** While JavaFX starts, the log is just being opened; who waited for it would delay the window. */
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "parley-toolkit-log");
        thread.setDaemon(true);
        return thread;
    });

    /** From now on. */
    void listen() {
        toolkit.setUseParentHandlers(false);
        toolkit.setLevel(Level.WARNING);
        toolkit.addHandler(this);
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) writer.execute(() -> write(record));
    }

    private void write(LogRecord record) {
        LogManager.getLogger(ToolkitLog.class).info("{}", formatter.formatMessage(record), record.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        toolkit.removeHandler(this);
        writer.shutdown();
    }
}
