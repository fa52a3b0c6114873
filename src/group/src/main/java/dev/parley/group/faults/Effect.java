package dev.parley.group.faults;

import java.time.Duration;

/** What a fault on purpose does to messages. Values are checked when they are made; all immutable. */
public sealed interface Effect {
    /** The longest that a message may be held up. */
    Duration LONGEST_DELAY = Duration.ofMinutes(1);

    /** Loses so many of them. */
    record Drop(double rate) implements Effect {
        public Drop {
            checkRate(rate);
        }
    }

    /** Damages so many of them: a checksum finds it, so that they are as good as lost. */
    record Corrupt(double rate) implements Effect {
        public Corrupt {
            checkRate(rate);
        }
    }

    /** Delivers so many of them twice. */
    record Duplicate(double rate) implements Effect {
        public Duplicate {
            checkRate(rate);
        }
    }

    /** Holds up so many of them a little, so that those behind overtake them. */
    record Reorder(double rate) implements Effect {
        /** How long they are held up. */
        public static final Duration HOLD = Duration.ofMillis(20);

        public Reorder {
            checkRate(rate);
        }
    }

    /** Holds up all of them, by a time between {@code base - jitter} and {@code base + jitter}; their order is kept. */
    record Delay(Duration base, Duration jitter) implements Effect {
        public Delay {
            if (base.isNegative() || base.isZero() || base.compareTo(LONGEST_DELAY) > 0)
                throw new IllegalArgumentException("A delay is more than 0 ms and at most 60 s.");
            if (jitter.isNegative() || jitter.compareTo(base) > 0)
                throw new IllegalArgumentException("A delay varies by 0 ms up to the delay itself.");
        }
    }

    /** Lets no more bytes through than these, one message behind the other; more than 1 s of waiting messages are lost. */
    record Limit(long bytesPerSecond) implements Effect {
        public Limit {
            if (bytesPerSecond < 1_000 || bytesPerSecond > 10_000_000_000L)
                throw new IllegalArgumentException("A limit is 1 KB to 10 GB a second.");
        }
    }

    private static void checkRate(double rate) {
        if (!(rate > 0 && rate <= 1)) throw new IllegalArgumentException("A rate is more than 0 % and at most 100 %.");
    }
}
