package dev.parley.console.lab;

import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerOutput;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** A lab peer that says one thing after the other, on a thread of its own. Asked from any thread. */
final class Talk {
    /** So many may be unanswered: a peer that stands still is not given more than its pipe takes. */
    private static final int MOST_UNANSWERED = 200;

    private static final AtomicInteger STARTED = new AtomicInteger();

    private final LabPeer peer;
    private final int count;
    private final long pauseNanos;
    private final int bytes;
    private final Semaphore unanswered = new Semaphore(MOST_UNANSWERED);
    private final AtomicInteger said = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final Thread thread;
    private volatile boolean stopped;

    private Talk(LabPeer peer, int count, double rate, int bytes) {
        this.peer = peer;
        this.count = count;
        this.pauseNanos = Math.round(TimeUnit.SECONDS.toNanos(1) / rate);
        this.bytes = bytes;
        this.thread = new Thread(this::run, "parley-lab-talk-" + peer.name());
        thread.setDaemon(true);
    }

    /** @param bytes the least that a text has */
    static Talk begin(LabPeer peer, int count, double rate, int bytes) {
        Talk talk = new Talk(peer, count, rate, bytes);
        talk.thread.start();
        return talk;
    }

    int wanted() {
        return count;
    }

    /** How many the peer has taken and said. */
    int said() {
        return said.get();
    }

    boolean over() {
        return end.isDone();
    }

    /** Says nothing more. */
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }

    private void run() {
        int series = STARTED.incrementAndGet();
        long next = System.nanoTime();
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        try {
            for (int number = 1; number <= count && !stopped && peer.running(); number++) {
                awaitTurn(next);
                next += pauseNanos;
                while (!unanswered.tryAcquire(200, TimeUnit.MILLISECONDS)) if (stopped || !peer.running()) return;
                last = peer.send("msg " + text(series, number)).handle(this::answered);
            }
            last.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            end.complete(null);
        }
    }

    private String text(int series, int number) {
        String words = "%s %d.%d".formatted(peer.name(), series, number);
        int missing = bytes - words.length() - 1;
        return missing > 0 ? words + " " + "x".repeat(missing) : words;
    }

    private void awaitTurn(long turn) {
        for (long wait = turn - System.nanoTime(); wait > 0 && !stopped; wait = turn - System.nanoTime())
            LockSupport.parkNanos(wait);
    }

    private Void answered(PeerOutput.Result result, Throwable failure) {
        unanswered.release();
        if (failure == null && result.ok()) said.incrementAndGet();
        else refused.incrementAndGet();
        return null;
    }

    /** How many it could not say: it ended, or left the chat. */
    int refused() {
        return refused.get();
    }
}
