package dev.parley.group.faults;

import dev.parley.group.faults.Effect.Corrupt;
import dev.parley.group.faults.Effect.Delay;
import dev.parley.group.faults.Effect.Drop;
import dev.parley.group.faults.Effect.Duplicate;
import dev.parley.group.faults.Effect.Limit;
import dev.parley.group.faults.Effect.Reorder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The messages from or to one member: decides for each what becomes of it. Those that wait keep their order, but for those that
 * a {@link Reorder} has chosen. Thread-safe.
 */
final class Way {
    private static final long LONGEST_QUEUE_NANOS = Duration.ofSeconds(1).toNanos();

    private final List<Step> steps = new ArrayList<>();
    private int waiting;
    private long lastDue;

    /**
     * @param faults those that lie on this way
     * @param salt added to their seeds, so that not the same messages are hit on every way
     */
    Way(List<LiveFault> faults, long salt) {
        for (LiveFault fault : faults) steps.add(new Step(fault, fault.seed() + salt + saltOf(fault.effect())));
    }

    /** Faults of several kinds with one seed do not choose the same messages. */
    private static long saltOf(Effect effect) {
        return effect.getClass().getSimpleName().hashCode();
    }

    /** What becomes of the next message; if it is queued, {@link #arrived} has to be told when that is over. */
    synchronized Fate next(int bytes, long now) {
        Passage passage = new Passage(bytes, now);
        for (Step step : steps) {
            step.act(passage);
            if (passage.copies == 0) return Fate.LOST;
        }
        boolean inOrder = !passage.overtaken;
        if (inOrder && waiting > 0) passage.due = Math.max(passage.due, lastDue);
        boolean queued = inOrder && (waiting > 0 || passage.due > now);
        if (queued) {
            waiting++;
            lastDue = passage.due;
        }
        return new Fate(passage.copies, passage.due, queued || passage.due > now, queued);
    }

    /** A message that was queued goes on. */
    synchronized void arrived() {
        waiting--;
    }

    /** One message on its way through the faults. */
    private static final class Passage {
        private final int bytes;
        private final long now;
        private long due;
        private int copies = 1;
        private boolean overtaken;

        Passage(int bytes, long now) {
            this.bytes = bytes;
            this.now = now;
            this.due = now;
        }
    }

    /** One fault as it acts on this way. */
    private static final class Step {
        private final LiveFault fault;
        private final ExactRate rate;
        private final SplittableRandom random;
        private long free;
        private boolean used;

        Step(LiveFault fault, long seed) {
            this.fault = fault;
            this.rate = new ExactRate(rateOf(fault.effect()), seed);
            this.random = new SplittableRandom(seed);
        }

        private static double rateOf(Effect effect) {
            if (effect instanceof Drop drop) return drop.rate();
            if (effect instanceof Corrupt corrupt) return corrupt.rate();
            if (effect instanceof Duplicate duplicate) return duplicate.rate();
            if (effect instanceof Reorder reorder) return reorder.rate();
            return 1;
        }

        void act(Passage passage) {
            boolean chosen = rate.next();
            boolean hit = chosen;
            if (fault.effect() instanceof Limit limit) hit = queue(passage, limit);
            else if (chosen) hit(passage);
            fault.count(hit);
        }

        private void hit(Passage passage) {
            Effect effect = fault.effect();
            if (effect instanceof Drop || effect instanceof Corrupt) passage.copies = 0;
            else if (effect instanceof Duplicate) passage.copies++;
            else if (effect instanceof Reorder) {
                passage.due += Reorder.HOLD.toNanos();
                passage.overtaken = true;
            } else if (effect instanceof Delay delay) passage.due += varied(delay);
        }

        private long varied(Delay delay) {
            long jitter = delay.jitter().toNanos();
            return delay.base().toNanos() + (jitter == 0 ? 0 : random.nextLong(-jitter, jitter + 1));
        }

        /** Tells whether the message had to wait or was lost. */
        private boolean queue(Passage passage, Limit limit) {
            long begin = used ? Math.max(passage.now, free) : passage.now;
            if (begin - passage.now > LONGEST_QUEUE_NANOS) {
                passage.copies = 0;
                return true;
            }
            used = true;
            free = begin + Math.round(passage.bytes * 1e9 / limit.bytesPerSecond());
            passage.due += free - passage.now;
            return true;
        }
    }
}
