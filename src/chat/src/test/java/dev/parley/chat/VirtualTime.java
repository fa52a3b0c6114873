package dev.parley.chat;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Random;

/** Time that passes only when a test says so, and what is to be done at which time. Confined to one thread. */
final class VirtualTime {
    private final PriorityQueue<Task> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Task::nanos).thenComparingLong(Task::number));
    private final Random random;
    private long now;
    private long numbers;
    private volatile int owner;

    VirtualTime(long seed) {
        random = new Random(seed);
    }

    private record Task(long nanos, long number, int owner, Runnable work) {}

    /** The clockwork of one of those who live by this time. */
    Clockwork clockworkOf(int whose) {
        return new Clockwork() {
            @Override
            public void soon(Runnable work) {
                later(Duration.ZERO, work);
            }

            @Override
            public void later(Duration delay, Runnable work) {
                tasks.add(new Task(now + delay.toNanos(), numbers++, whose, work));
            }

            @Override
            public long nanoTime() {
                return now;
            }

            @Override
            public Duration upTo(Duration most) {
                return Duration.ofNanos((long) (random.nextDouble() * most.toNanos()));
            }

            @Override
            public void close() {
                tasks.removeIf(task -> task.owner() == whose);
            }
        };
    }

    Duration now() {
        return Duration.ofNanos(now);
    }

    /** Whose work is being done; any thread. */
    int owner() {
        return owner;
    }

    /** Lets time pass, and does what is to be done meanwhile. */
    void pass(Duration time) {
        long end = now + time.toNanos();
        while (!tasks.isEmpty() && tasks.peek().nanos() <= end) {
            Task task = tasks.remove();
            now = task.nanos();
            owner = task.owner();
            task.work().run();
        }
        now = end;
    }
}
