package dev.parley.acceptance;

import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerListener;
import dev.parley.lab.PeerOutput;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A peer that says something whenever it is asked to and can, through all its runs. Thread-safe. */
final class Talker {
    /** One that stands still gets no more lines than its pipe holds. */
    private static final int MOST_UNANSWERED = 500;

    private static final Set<String> CONNECTED = Set.of("joined", "alone");

    private final String name;
    private final AtomicLong said = new AtomicLong();
    private final AtomicInteger unanswered = new AtomicInteger();
    private volatile LabPeer peer;
    private volatile boolean up;
    private volatile boolean frozen;
    private volatile long lastHeardNanos;

    Talker(LabPeer peer) {
        this.name = peer.name();
        becomes(peer);
    }

    String name() {
        return name;
    }

    LabPeer peer() {
        return peer;
    }

    boolean up() {
        return up;
    }

    boolean frozen() {
        return frozen;
    }

    /** It runs again, as this process. */
    void becomes(LabPeer process) {
        lastHeardNanos = System.nanoTime();
        process.listen(new Ear());
        peer = process;
        up = true;
    }

    void dies() {
        up = false;
        peer.kill();
        peer.awaitExit(Stage.PATIENCE);
    }

    void freezes() {
        frozen = true;
        peer.freeze();
    }

    void thaws() {
        peer.thaw();
        frozen = false;
    }

    void say() {
        if (!up || unanswered.get() >= MOST_UNANSWERED) return;
        if (peer.state().filter(state -> CONNECTED.contains(state.state())).isEmpty()) return;
        unanswered.incrementAndGet();
        var answered = peer.send("msg %s says %d".formatted(name, said.incrementAndGet()))
                .whenComplete((result, failure) -> unanswered.decrementAndGet());
        if (answered.isCompletedExceptionally()) said.decrementAndGet();
    }

    boolean allAnswered() {
        return unanswered.get() == 0;
    }

    /** For how long it has printed no message. */
    long quietNanos() {
        return System.nanoTime() - lastHeardNanos;
    }

    private final class Ear implements PeerListener {
        @Override
        public void heard(PeerOutput output) {
            if (output instanceof PeerOutput.Message) lastHeardNanos = System.nanoTime();
        }

        @Override
        public void unreadable(String line) {}

        @Override
        public void ended(List<String> commands) {}
    }
}
