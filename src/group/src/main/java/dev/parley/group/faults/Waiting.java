package dev.parley.group.faults;

import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/**
 * Messages that are held up, each until its time, on one thread that is there only while there are any. Thread-safe.
 */
final class Waiting {
    /** So many bytes wait at most; what is held up beyond that is lost, as in a router. */
    static final long MOST_BYTES = 64L << 20;

    /** For so long the thread waits for more before it ends. */
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final PriorityQueue<Held> queue = new PriorityQueue<>();
    private Thread thread;
    private long bytes;
    private long number;
    private boolean ended;

    private record Held(long dueNanos, long number, int bytes, Runnable delivery) implements Comparable<Held> {
        @Override
        public int compareTo(Held other) {
            int byTime = Long.signum(dueNanos - other.dueNanos);
            return byTime != 0 ? byTime : Long.compare(number, other.number);
        }
    }

    /** Holds up a delivery; tells whether there is room for it. After the end it is done at once. */
    boolean hold(long dueNanos, int size, Runnable delivery) {
        synchronized (this) {
            if (bytes + size > MOST_BYTES) return false;
            if (!ended) {
                queue.add(new Held(dueNanos, number++, size, delivery));
                bytes += size;
                if (thread == null) begin();
                notifyAll();
                return true;
            }
        }
        delivery.run();
        return true;
    }

    private void begin() {
        thread = new Thread(this::run, "parley-faults");
        thread.setDaemon(true);
        thread.start();
    }

    /** Delivers at once, and in their order, all that still wait, and ends the thread before it returns. */
    void end() {
        Thread running;
        synchronized (this) {
            ended = true;
            running = thread;
            notifyAll();
        }
        if (running == null || running == Thread.currentThread()) return;
        try {
            running.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Forgets all that still wait, and ends. */
    void discard() {
        synchronized (this) {
            queue.clear();
            bytes = 0;
        }
        end();
    }

    private void run() {
        for (Held next = next(); next != null; next = next()) next.delivery().run();
    }

    /** The next whose time has come; null once there is nothing more to do for this thread. */
    private synchronized Held next() {
        long idleSince = System.nanoTime();
        while (true) {
            long now = System.nanoTime();
            Held first = queue.peek();
            if (first != null && (ended || first.dueNanos() - now <= 0)) {
                bytes -= first.bytes();
                return queue.remove();
            }
            long patience = first != null ? first.dueNanos() - now : idleSince + IDLE_NANOS - now;
            if (first == null && (ended || patience <= 0)) {
                thread = null;
                return null;
            }
            pause(patience);
        }
    }

    private void pause(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(nanos, 1_000));
        } catch (InterruptedException e) {
            ended = true;
        }
    }
}
