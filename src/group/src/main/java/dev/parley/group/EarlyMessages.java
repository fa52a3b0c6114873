package dev.parley.group;

import dev.parley.group.GroupEvent.Received;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Messages of somebody who is just joining and has the view that we do not have yet. At most {@link #MOST_MESSAGES} and
 * {@link #MOST_BYTES}, for at most {@link #LONGEST_HOLD}: strangers send them too. Thread-safe.
 */
final class EarlyMessages {
    static final int MOST_MESSAGES = 64;
    static final int MOST_BYTES = 256 * 1024;
    static final Duration LONGEST_HOLD = Duration.ofSeconds(2);

    private record Held(Received message, long sinceNanos) {}

    private final Deque<Held> held = new ArrayDeque<>();
    private int bytes;
    private volatile boolean empty = true;

    boolean isEmpty() {
        return empty;
    }

    /** Keeps what there is room for and says how many messages there was no room for. */
    synchronized int hold(List<Received> messages) {
        forgetOld();
        int refused = 0;
        for (Received message : messages) {
            if (held.size() >= MOST_MESSAGES || bytes + message.payload().length > MOST_BYTES) {
                refused++;
                continue;
            }
            held.add(new Held(message, System.nanoTime()));
            bytes += message.payload().length;
        }
        empty = held.isEmpty();
        return refused;
    }

    /** Hands over, in order and before returning, what these members sent. */
    synchronized void release(Set<UUID> members, Consumer<List<Received>> deliver) {
        forgetOld();
        List<Received> ready = new ArrayList<>();
        for (Iterator<Held> all = held.iterator(); all.hasNext(); ) {
            Received message = all.next().message();
            if (!members.contains(message.from())) continue;
            ready.add(message);
            bytes -= message.payload().length;
            all.remove();
        }
        if (!ready.isEmpty()) deliver.accept(ready);
        empty = held.isEmpty();
    }

    /** Hands over what these members sent early and then what one of them sent now, so that its order is kept. */
    synchronized void releaseBefore(List<Received> now, Set<UUID> members, Consumer<List<Received>> deliver) {
        release(members, deliver);
        deliver.accept(now);
    }

    private void forgetOld() {
        long now = System.nanoTime();
        while (!held.isEmpty() && now - held.peek().sinceNanos() > LONGEST_HOLD.toNanos())
            bytes -= held.remove().message().payload().length;
        empty = held.isEmpty();
    }
}
