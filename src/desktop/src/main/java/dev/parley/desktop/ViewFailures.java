package dev.parley.desktop;

import dev.parley.desktop.fx.FxThread;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Hears of what failed in the window, logs it and says so, and lets the window go on. Any thread. */
final class ViewFailures implements Thread.UncaughtExceptionHandler {
    /** What fails at each frame would fill the log with the same. */
    private static final int MOST_LOGGED = 50;

    private static final Logger LOG = LogManager.getLogger();

    private final FxThread fxThread;
    private final Consumer<String> notice;
    private final AtomicInteger logged = new AtomicInteger();

    /** @param notice shows a sentence; called on the JavaFX thread */
    ViewFailures(FxThread fxThread, Consumer<String> notice) {
        this.fxThread = fxThread;
        this.notice = notice;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        if (logged.incrementAndGet() <= MOST_LOGGED) LOG.error("{} failed", thread.getName(), error);
        fxThread.later(() -> notice.accept("Something in the window failed, and it goes on; the log says more."));
    }

    /** Something failed and was caught. */
    void happened(RuntimeException error) {
        uncaughtException(Thread.currentThread(), error);
    }
}
