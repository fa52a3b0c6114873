package dev.parley.chat;

import java.time.InstantSource;

/**
 * A hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): close to physical time, and always later than
 * every stamp it has given or seen. Confined to the session thread.
 */
final class HybridClock {
    /** The year 9000: a clock beyond it is not followed, so that nobody can drive the others' to the end of time. */
    private static final long BEYOND_BELIEF_MILLIS = 221_845_392_000_000L;

    private final InstantSource physical;
    private Stamp latest = Stamp.ZERO;

    HybridClock(InstantSource physical) {
        this.physical = physical;
    }

    /** A stamp later than all before. */
    Stamp next() {
        long now = physical.millis();
        latest = now > latest.millis() ? new Stamp(now, 0) : after(latest);
        return latest;
    }

    /** Makes sure that what follows is later than this, unless it is beyond belief. */
    void observe(Stamp seen) {
        if (seen.compareTo(latest) > 0 && seen.millis() < BEYOND_BELIEF_MILLIS) latest = seen;
    }

    private static Stamp after(Stamp stamp) {
        return stamp.counter() == -1
                ? new Stamp(stamp.millis() + 1, 0)
                : new Stamp(stamp.millis(), stamp.counter() + 1);
    }
}
