package dev.parley.bootstrap.server;

import java.util.concurrent.TimeUnit;

/** Counts the requests that are being answered, so that a stop can wait for them. */
final class ActiveRequests {
    private int count;
    private boolean stopping;

    /** Whether a request may begin; false once a stop waits. Every true is followed by one {@link #end()}. */
    synchronized boolean begin() {
        if (stopping) return false;
        count++;
        return true;
    }

    synchronized void end() {
        count--;
        notifyAll();
    }

    /** Lets no request begin any more, and waits until all have ended, at most so long or until interrupted. */
    synchronized void awaitNone(long timeoutNanos) {
        stopping = true;
        long deadline = System.nanoTime() + timeoutNanos;
        try {
            for (long left = timeoutNanos; count > 0 && left > 0; left = deadline - System.nanoTime())
                TimeUnit.NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
