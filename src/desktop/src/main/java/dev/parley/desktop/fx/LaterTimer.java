package dev.parley.desktop.fx;

import dev.parley.chat.Subscription;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * A timer on a thread of its own: a JavaFX animation that waits keeps the window drawing all the while. Any thread.
 */
public final class LaterTimer implements Later, AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();

    private final FxThread fxThread;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, LaterTimer::thread);

    public LaterTimer(FxThread fxThread) {
        this.fxThread = fxThread;
        clock.setRemoveOnCancelPolicy(true);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "parley-later");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Subscription after(Duration delay, Runnable work) {
        AtomicBoolean wanted = new AtomicBoolean(true);
        try {
            var waiting = clock.schedule(() -> ring(work, wanted), delay.toMillis(), TimeUnit.MILLISECONDS);
            return () -> {
                wanted.set(false);
                waiting.cancel(false);
            };
        } catch (RejectedExecutionException closed) {
            LOG.debug("the window is closing", closed);
            return () -> {};
        }
    }

    private void ring(Runnable work, AtomicBoolean wanted) {
        fxThread.later(() -> {
            if (wanted.get()) work.run();
        });
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
