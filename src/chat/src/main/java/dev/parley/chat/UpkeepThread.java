package dev.parley.chat;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * {@code parley-upkeep}, in real time; it sleeps on the session's clock. Work that fails is logged; after closing nothing is
 * done any more.
 */
final class UpkeepThread implements Clockwork {
    private static final Logger LOG = LogManager.getLogger();

    private final SessionLoop loop;
    private final ExecutorService thread = OnDemandThread.named("parley-upkeep");

    UpkeepThread(SessionLoop loop) {
        this.loop = loop;
    }

    @Override
    public void soon(Runnable work) {
        try {
            thread.execute(guarded(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("the upkeep has ended", e);
        }
    }

    @Override
    public void later(Duration delay, Runnable work) {
        loop.post(() -> loop.after(delay, () -> soon(work)));
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("in upkeep", e);
            }
        };
    }

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public Duration upTo(Duration most) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + 1));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
