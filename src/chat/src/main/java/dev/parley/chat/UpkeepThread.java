package dev.parley.chat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** {@code parley-upkeep}, in real time. Work that fails is logged; after closing nothing is done any more. */
final class UpkeepThread implements Clockwork {
    private static final Logger LOG = LogManager.getLogger();

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread own = new Thread(work, "parley-upkeep");
        own.setDaemon(true);
        return own;
    });

    @Override
    public void soon(Runnable work) {
        later(Duration.ZERO, work);
    }

    @Override
    public void later(Duration delay, Runnable work) {
        try {
            ScheduledFuture<?> unused = thread.schedule(guarded(work), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the upkeep has ended", e);
        }
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
