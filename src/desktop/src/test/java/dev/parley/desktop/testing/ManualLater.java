package dev.parley.desktop.testing;

import dev.parley.chat.Subscription;
import dev.parley.desktop.fx.Later;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock and timer that stand still until a test lets time pass; what is due then runs in the test's thread. */
public final class ManualLater implements Later, InstantSource {
    private final List<Waiting> waiting = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    public ManualLater(Instant start) {
        now = start;
    }

    private record Waiting(Instant due, Runnable work) {}

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public Subscription after(Duration delay, Runnable work) {
        Waiting one = new Waiting(now.plus(delay), work);
        waiting.add(one);
        return () -> waiting.remove(one);
    }

    /** How much is waiting for its time. */
    public int waiting() {
        return waiting.size();
    }

    public void pass(Duration time) {
        Instant end = now.plus(time);
        for (Optional<Waiting> next = next(end); next.isPresent(); next = next(end)) {
            waiting.remove(next.get());
            now = next.get().due();
            next.get().work().run();
        }
        now = end;
    }

    private Optional<Waiting> next(Instant end) {
        return waiting.stream().filter(one -> !one.due().isAfter(end)).min(Comparator.comparing(Waiting::due));
    }
}
