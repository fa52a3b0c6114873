package dev.parley.chat;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The one inbox of a session and its {@code parley-session} thread: first in, first out. Messages take permits, so that a
 * full inbox holds back whoever brings more; everything else takes none and never waits.
 */
final class SessionLoop implements AutoCloseable {
    /** How many messages wait in the inbox at most; about a quarter of a second of a fast sender's. */
    static final int MESSAGE_PERMITS = 10_000;

    private static final Logger LOG = LogManager.getLogger();

    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Semaphore permits = new Semaphore(MESSAGE_PERMITS);
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();
    private final Runnable whenDrained;
    private final Thread thread;
    private volatile boolean closed;

    /** @param whenDrained runs on the session thread each time the inbox has become empty */
    SessionLoop(Runnable whenDrained) {
        this.whenDrained = whenDrained;
        thread = new Thread(this::run, "parley-session");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Queues work; never blocks. Dropped once closed. */
    void post(Runnable work) {
        if (!closed) inbox.add(work);
    }

    /** Queues work that carries {@code messages} messages, waiting for room. */
    void postMessages(int messages, Runnable work) throws InterruptedException {
        int taken = Math.min(messages, MESSAGE_PERMITS);
        while (!permits.tryAcquire(taken, 1, TimeUnit.SECONDS)) {
            if (closed) return;
        }
        post(() -> {
            try {
                work.run();
            } finally {
                permits.release(taken);
            }
        });
    }

    /** Runs work on the session thread and waits for what comes of it, all that it has told to be done included. */
    <T> T call(Callable<T> work) throws SessionException {
        if (closed) throw closedException();
        CompletableFuture<T> answer = new CompletableFuture<>();
        post(() -> {
            try {
                answer.complete(work.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        return await(answer);
    }

    private <T> T await(CompletableFuture<T> answer) throws SessionException {
        while (true) {
            try {
                return answer.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                if (closed && !thread.isAlive()) throw closedException();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof SessionException refused) throw refused;
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new SessionException("Interrupted.", e);
            }
        }
    }

    /** Runs work on the session thread after a while. Session thread only. */
    Subscription after(Duration delay, Runnable work) {
        Alarm alarm = new Alarm(System.nanoTime() + delay.toNanos(), work);
        alarms.add(alarm);
        return () -> alarms.remove(alarm);
    }

    /** Ends the thread after what is queued now. */
    @Override
    public void close() {
        inbox.add(() -> closed = true);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                Runnable next = next();
                if (next != null) next.run();
                if (inbox.isEmpty()) whenDrained.run();
            } catch (InterruptedException e) {
                closed = true;
            } catch (RuntimeException e) {
                LOG.error("in the session", e);
            }
        }
    }

    private Runnable next() throws InterruptedException {
        Alarm first = alarms.peek();
        if (first == null) return inbox.take();
        long wait = first.at - System.nanoTime();
        if (wait > 0) return inbox.poll(wait, TimeUnit.NANOSECONDS);
        alarms.remove(first);
        return first.work;
    }

    private static SessionException closedException() {
        return new SessionException("The session has ended.");
    }

    private record Alarm(long at, Runnable work) implements Comparable<Alarm> {
        @Override
        public int compareTo(Alarm other) {
            return Long.signum(at - other.at);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
