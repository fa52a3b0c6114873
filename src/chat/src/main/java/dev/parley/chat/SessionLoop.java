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
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The one inbox of a session and its {@code parley-session} thread: first in, first out, one piece of work at a time.
 * Messages take permits, so that a full inbox holds back whoever brings more; everything else takes none and never waits.
 *
 * <p>When nothing waits and nothing runs, who brings messages or calls does that work itself instead of waking the thread,
 * which takes longer than most work does. "On the session thread" means: in turn, on whichever thread.
 */
final class SessionLoop implements AutoCloseable {
    /** What of messages waits in the inbox at most, as {@link Outbox#cost} counts: about 2 MB. */
    static final int MESSAGE_PERMITS = 2_048;

    private static final Logger LOG = LogManager.getLogger();

    private final LinkedBlockingQueue<Runnable> inbox = new LinkedBlockingQueue<>();
    private final Semaphore permits = new Semaphore(MESSAGE_PERMITS);
    private final Runnable whenDrained;
    private final Thread thread;

    /** Held by whoever works. */
    private final ReentrantLock turn = new ReentrantLock();

    /** What is in the inbox, and what was taken from it and is not done. */
    private final AtomicInteger unfinished = new AtomicInteger();

    /** Guarded by {@link #turn}. */
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>();

    private volatile boolean closed;

    /** @param whenDrained runs in turn each time the inbox has become empty */
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
        if (!closed) add(work);
    }

    private void add(Runnable work) {
        unfinished.incrementAndGet();
        inbox.add(work);
    }

    /** Does work with messages of a certain cost if nothing else is to be done, else queues it, waiting for room. */
    void postMessages(int cost, Runnable work) throws InterruptedException {
        if (takeTurn()) {
            doInTurn(work, 0, whenDrained);
            return;
        }
        int taken = Math.min(cost, MESSAGE_PERMITS);
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

    /** Takes the turn if nothing is to be done before. */
    private boolean takeTurn() {
        if (closed || unfinished.get() > 0 || turn.isHeldByCurrentThread() || !turn.tryLock()) return false;
        if (!closed && unfinished.get() == 0) return true;
        turn.unlock();
        return false;
    }

    /**
     * Works, and ends the turn.
     *
     * @param counted how much of what is unfinished this work is, which is less by that afterwards
     * @param drained runs if nothing else is unfinished
     */
    private void doInTurn(Runnable work, int counted, Runnable drained) {
        try {
            work.run();
            if (unfinished.get() == counted) drained.run();
        } catch (RuntimeException e) {
            LOG.error("in the session", e);
        } finally {
            turn.unlock();
            unfinished.addAndGet(-counted);
        }
    }

    /** Does work on the session thread and waits for what comes of it, all that it has told to be done included. */
    <T> T call(Callable<T> work) throws SessionException {
        return call(work, whenDrained);
    }

    /** As {@link #call}, for who calls again at once: what is to be done after the last work has time until then. */
    <T> T callFirst(Callable<T> work) throws SessionException {
        return call(work, () -> {});
    }

    private <T> T call(Callable<T> work, Runnable drained) throws SessionException {
        if (closed) throw closedException();
        CompletableFuture<T> answer = new CompletableFuture<>();
        Runnable answering = () -> {
            try {
                if (closed) throw closedException();
                answer.complete(work.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        };
        if (awaitTurn()) doInTurn(answering, 1, drained);
        else post(answering);
        return await(answer);
    }

    /** Takes the turn, after what is being done now, if nothing waits; what comes meanwhile waits for it. */
    private boolean awaitTurn() {
        if (closed || turn.isHeldByCurrentThread() || !unfinished.compareAndSet(0, 1)) return false;
        turn.lock();
        return true;
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
        if (alarm.equals(alarms.peek()) && !Thread.currentThread().equals(thread)) inbox.add(new Awakening());
        return () -> alarms.remove(alarm);
    }

    /** Ends the thread after what is queued now. */
    @Override
    public void close() {
        add(() -> closed = true);
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!closed) {
            try {
                long nanos = nanosToNextAlarm();
                Runnable next = nanos > 0 ? inbox.poll(nanos, TimeUnit.NANOSECONDS) : null;
                if (next instanceof Awakening) continue;
                turn.lock();
                if (next == null) doInTurn(this::ring, 0, whenDrained);
                else doInTurn(next, 1, whenDrained);
            } catch (InterruptedException e) {
                closed = true;
            }
        }
    }

    private long nanosToNextAlarm() {
        turn.lock();
        try {
            Alarm first = alarms.peek();
            return first == null ? Long.MAX_VALUE : first.at - System.nanoTime();
        } finally {
            turn.unlock();
        }
    }

    /** Does what it is time for. */
    private void ring() {
        Alarm first = alarms.peek();
        if (first == null || first.at - System.nanoTime() > 0) return;
        alarms.remove(first);
        first.work.run();
    }

    private static SessionException closedException() {
        return new SessionException("The session has ended.");
    }

    /** In the inbox, makes the thread look at the alarms again; no work that anything else has to wait for. */
    private record Awakening() implements Runnable {
        @Override
        public void run() {
            throw new IllegalStateException("nothing to do");
        }
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
