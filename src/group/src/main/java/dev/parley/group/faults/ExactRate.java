package dev.parley.group.faults;

import java.util.SplittableRandom;

/**
 * Chooses at random, and exactly so many: of each hundred that share of a hundred, at places that nobody foresees. What does
 * not divide a hundred is carried into the next. Not thread-safe.
 */
final class ExactRate {
    private static final int BLOCK = 100;

    private final SplittableRandom random;
    private final double rate;
    private long blocks;
    private long chosen;
    private int left;
    private long wanted;

    ExactRate(double rate, long seed) {
        this.rate = rate;
        this.random = new SplittableRandom(seed);
    }

    /** Whether the next one is chosen. */
    boolean next() {
        if (left == 0) begin();
        boolean hit = random.nextInt(left) < wanted;
        left--;
        if (hit) {
            wanted--;
            chosen++;
        }
        return hit;
    }

    private void begin() {
        blocks++;
        left = BLOCK;
        wanted = Math.round(rate * BLOCK * blocks) - chosen;
    }
}
