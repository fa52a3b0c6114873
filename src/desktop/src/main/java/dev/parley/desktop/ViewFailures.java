package dev.parley.desktop;

import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.status.Notice;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Hears of what failed in the window, logs it and says so, and lets the window go on. Any thread. */
final class ViewFailures implements Thread.UncaughtExceptionHandler {
    /** What fails at each frame would fill the log with the same. */
    private static final int MOST_LOGGED = 50;

    private static final Notice NOTICE = new Notice(
            Notice.Kind.TROUBLE, "Something in the window failed, and it goes on.", "The log says more.", List.of());

    private static final Logger LOG = LogManager.getLogger();

    private final FxThread fxThread;
    private final Consumer<Notice> notice;
    private final AtomicInteger logged = new AtomicInteger();

    /** @param notice shows a notice; called on the JavaFX thread */
    ViewFailures(FxThread fxThread, Consumer<Notice> notice) {
        this.fxThread = fxThread;
        this.notice = notice;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable error) {
        if (logged.incrementAndGet() <= MOST_LOGGED) LOG.error("{} failed", thread.getName(), error);
        fxThread.later(() -> notice.accept(NOTICE));
    }

    /** Something failed and was caught. */
    void happened(RuntimeException error) {
        uncaughtException(Thread.currentThread(), error);
    }
}
