package dev.parley.chat;

import java.time.InstantSource;

/**
 * A hybrid logical clock (Kulkarni et al., "Logical Physical Clocks", 2014): close to physical time, and always later than
 * every stamp it has given or seen. Confined to the session thread.
 */
final class HybridClock {
    /**
     * The year 9000. No stamp lies beyond it, so that adding to one never overflows; a clock that has been driven there stands
     * still, and what is said then is ordered by author and number only.
     */
    static final Stamp LAST = new Stamp(221_845_392_000_000L, -1);

    private final InstantSource physical;
    private long offsetMillis;
    private boolean set;
    private Stamp latest = Stamp.ZERO;

    HybridClock(InstantSource physical) {
        this.physical = physical;
    }

    /** A stamp later than all before. */
    Stamp next() {
        set = true;
        long now = Math.min(physical.millis() + offsetMillis, LAST.millis());
        latest = now > latest.millis() ? new Stamp(now, 0) : after(latest);
        return latest;
    }

    /** Makes sure that what follows is later than this. */
    void observe(Stamp seen) {
        if (seen.compareTo(latest) > 0) latest = seen;
    }

    /** The clock of the moment, for {@link #learn}; {@link Stamp#ZERO} as long as it is nobody's but this peer's own. */
    Stamp reading() {
        return set ? next() : Stamp.ZERO;
    }

    /**
     * Takes note of another member's clock just read. The first one sets this clock, unless it has given a stamp before: a
     * newcomer goes by the time of the group it comes to.
     */
    void learn(Stamp reading) {
        if (reading.equals(Stamp.ZERO)) return;
        if (!set) offsetMillis = reading.millis() - physical.millis();
        set = true;
        observe(reading);
    }

    /** By how much the group's clock was ahead of this machine's when this peer came; 0 for who has set it. */
    long offsetMillis() {
        return offsetMillis;
    }

    private static Stamp after(Stamp stamp) {
        if (stamp.counter() != -1) return new Stamp(stamp.millis(), stamp.counter() + 1);
        return stamp.equals(LAST) ? LAST : new Stamp(stamp.millis() + 1, 0);
    }
}
