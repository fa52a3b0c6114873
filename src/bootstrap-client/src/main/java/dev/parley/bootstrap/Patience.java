package dev.parley.bootstrap;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The time that one operation has, attempts and pauses together. Pauses grow and are never the same, so that clients which failed
 * together do not come back together. Confined to the thread that asks.
 */
final class Patience {
    private static final int ATTEMPTS = 3;
    private static final long FIRST_PAUSE_MILLIS = 100;

    private final long deadline;
    private int attempts = 1;

    Patience(Duration time) {
        deadline = System.nanoTime() + time.toNanos();
    }

    /** A nanosecond at least, since an attempt without time is no attempt. */
    long leftNanos() {
        return Math.max(1, deadline - System.nanoTime());
    }

    /**
     * Waits before the next attempt.
     *
     * @return false, at once, if there is to be none: too many were made, there is no time for it, or this thread was interrupted
     */
    boolean pause() {
        if (attempts++ >= ATTEMPTS) return false;
        long least = FIRST_PAUSE_MILLIS << (attempts - 2);
        long millis = ThreadLocalRandom.current().nextLong(least, 3 * least);
        if (TimeUnit.MILLISECONDS.toNanos(millis) >= leftNanos()) return false;
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
