package dev.parley.group;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Who has said that it leaves, and who has heard that this member does. A view without the leaver comes from the coordinator,
 * its good-bye from itself, and nothing orders the two: so a leaver waits until all have confirmed, before it asks to be let
 * go. A member has a new id at each connect, so whoever has said good-bye is never heard of again. Thread-safe.
 */
final class Goodbyes {
    /** Late announcements of leavers arrive within seconds; nobody sees more of them leave in that time. */
    private static final int REMEMBERED = 1_000;

    private final Set<UUID> said = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));
    private final Consumer<UUID> confirmation;
    private final Set<UUID> awaited = new HashSet<>();

    /** @param confirmation sends a confirmation to a leaver */
    Goodbyes(Consumer<UUID> confirmation) {
        this.confirmation = confirmation;
    }

    boolean saidBy(UUID member) {
        return said.contains(member);
    }

    void heard(UUID member) {
        said.add(member);
    }

    void confirm(UUID leaver) {
        confirmation.accept(leaver);
    }

    /** From now on only the confirmations of these are awaited, of those that were. */
    void viewChanged(Collection<UUID> present) {
        synchronized (awaited) {
            awaited.retainAll(present);
            awaited.notifyAll();
        }
    }

    /** From now on the confirmations of these are awaited. */
    void expectFrom(Collection<UUID> members) {
        synchronized (awaited) {
            awaited.addAll(members);
        }
    }

    void confirmedBy(UUID member) {
        synchronized (awaited) {
            awaited.remove(member);
            awaited.notifyAll();
        }
    }

    /** Waits until all have confirmed, no longer than this; tells whether they have. */
    boolean awaitConfirmations(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        synchronized (awaited) {
            try {
                for (long rest = longest.toNanos(); !awaited.isEmpty() && rest > 0; rest = end - System.nanoTime())
                    TimeUnit.NANOSECONDS.timedWait(awaited, rest);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return awaited.isEmpty();
        }
    }
}
