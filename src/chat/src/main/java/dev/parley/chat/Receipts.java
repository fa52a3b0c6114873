package dev.parley.chat;

import dev.parley.chat.WireMessage.Ack;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Who has received what: what others have acknowledged of this run, and whom this peer owes an acknowledgement. Confined to
 * the session thread.
 */
final class Receipts {
    private final long incarnation;
    private final Map<UUID, Ack> received = new HashMap<>();
    private final Map<UUID, Deque<Long>> directs = new HashMap<>();
    private final Map<UUID, Heard> heard = new HashMap<>();
    private final Set<UUID> owed = new HashSet<>();

    Receipts(long incarnation) {
        this.incarnation = incarnation;
    }

    /** The run that a member is in, and the highest number of a direct message it sent here. */
    private record Heard(AuthorRun run, long direct) {}

    void viewChanged(Set<UUID> members) {
        received.keySet().retainAll(members);
        directs.keySet().retainAll(members);
        heard.keySet().retainAll(members);
        owed.retainAll(members);
    }

    void acknowledged(UUID member, Ack ack) {
        if (ack.incarnation() != incarnation) return;
        received.put(member, ack);
        Deque<Long> sent = directs(member);
        while (!sent.isEmpty() && sent.peek() <= ack.direct()) sent.remove();
    }

    void sentDirect(UUID member, long number) {
        directs.computeIfAbsent(member, any -> new ArrayDeque<>()).add(number);
    }

    /** Whether a member has all of this run's messages up to {@code number}, and the direct ones sent to it. */
    boolean has(UUID member, long number) {
        return upTo(member) >= number && directs(member).isEmpty();
    }

    /** The number up to which a member has all of this run's messages. */
    long upTo(UUID member) {
        Ack ack = received.get(member);
        return ack == null ? 0 : ack.number();
    }

    /** How many of the direct messages sent to a member it has not acknowledged. */
    int missingDirects(UUID member) {
        return directs(member).size();
    }

    /** The numbers of the direct messages that a member has not acknowledged yet, in order. */
    private Deque<Long> directs(UUID member) {
        return directs.getOrDefault(member, new ArrayDeque<>());
    }

    /** An acknowledgement is owed to the member that is this author's run. */
    void owe(UUID member, AuthorRun run, long direct) {
        heard.merge(
                member,
                new Heard(run, direct),
                (old, now) -> old.run.equals(now.run) ? new Heard(run, Math.max(old.direct, now.direct)) : now);
        owed.add(member);
    }

    /** What is owed, once. */
    void settle(Ledger ledger, Consumer<Owed> payment) {
        for (UUID member : owed) {
            Heard of = heard.get(member);
            payment.accept(new Owed(member, new Ack(of.run.incarnation(), ledger.high(of.run), of.direct)));
        }
        owed.clear();
    }

    /** An acknowledgement and whom it goes to. */
    record Owed(UUID member, Ack ack) {}
}
