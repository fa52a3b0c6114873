package dev.parley.group;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** How long senders have been held back so far, those that are held back now included. Thread-safe. */
final class SendClock {
    /** Whoever is not held back is done sooner. */
    private static final long QUICK_NANOS = Duration.ofMillis(10).toNanos();

    private final AtomicInteger sending = new AtomicInteger();
    private final LongAdder heldBackNanos = new LongAdder();
    private volatile long lastBeginNanos;

    /** Call before sending; give what it returns to {@link #end}. */
    long begin() {
        long now = System.nanoTime();
        lastBeginNanos = now;
        sending.incrementAndGet();
        return now;
    }

    void end(long beginNanos) {
        sending.decrementAndGet();
        long nanos = System.nanoTime() - beginNanos;
        if (nanos > QUICK_NANOS) heldBackNanos.add(nanos);
    }

    double heldBackNanos() {
        long current = sending.get() > 0 ? System.nanoTime() - lastBeginNanos : 0;
        return heldBackNanos.sum() + (current > QUICK_NANOS ? current : 0);
    }
}
