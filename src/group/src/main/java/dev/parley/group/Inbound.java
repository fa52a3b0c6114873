package dev.parley.group;

import dev.parley.group.GroupEvent.Departure;
import dev.parley.group.GroupEvent.Disconnected;
import dev.parley.group.GroupEvent.MessagesReceived;
import dev.parley.group.GroupEvent.Reason;
import dev.parley.group.GroupEvent.Received;
import dev.parley.group.GroupEvent.StackMet;
import dev.parley.group.GroupEvent.Suspected;
import dev.parley.group.GroupEvent.ViewChanged;
import dev.parley.group.GroupEvent.Whispered;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jgroups.Address;
import org.jgroups.MergeView;
import org.jgroups.Message;
import org.jgroups.Receiver;
import org.jgroups.View;
import org.jgroups.util.MessageBatch;

/**
 * Turns what the channel hears into events. Messages come on several JGroups threads at once, views one after the other.
 * A listener that throws is logged and loses only that event.
 */
final class Inbound implements Receiver {
    private static final Logger LOG = LogManager.getLogger(Inbound.class);

    /** A stranger may name any number of stacks; nobody wants to hear of more. */
    private static final int MOST_FOREIGN = 8;

    private final UUID self;
    private final GroupListener listener;
    private final Suspicions suspicions;
    private final Executor executor;
    private final EarlyMessages early = new EarlyMessages();
    private final Goodbyes goodbyes;
    private final AtomicLong dropped = new AtomicLong();
    private final Set<Long> foreign = ConcurrentHashMap.newKeySet();
    private volatile Membership membership = Membership.NONE;
    /** The view whose event has been delivered, and the one before, for the last words of those who left. */
    private volatile Set<UUID> heard = Set.of();

    private volatile boolean leaving;
    private volatile boolean ended;

    /** What those below know. */
    interface Suspicions {
        /** What the failure detectors think. */
        boolean suspected(UUID member);

        /** Whether this stack has all protocols that have worked on a message; heartbeats of others look like good-byes. */
        boolean understood(Message message);

        void viewChanged(List<UUID> present);
    }

    /** @param executor runs what must not keep a view waiting */
    Inbound(UUID self, GroupListener listener, Suspicions suspicions, Goodbyes goodbyes, Executor executor) {
        this.self = self;
        this.listener = listener;
        this.suspicions = suspicions;
        this.goodbyes = goodbyes;
        this.executor = executor;
    }

    Membership membership() {
        return membership;
    }

    @Override
    public synchronized void viewAccepted(View view) {
        if (ended) return;
        Membership before = membership;
        Membership now = Members.of(view, before);
        List<Member> joined = now.members().stream()
                .filter(member -> !before.contains(member.id()) && !member.id().equals(self))
                .toList();
        List<Departure> left = before.members().stream()
                .filter(member -> !now.contains(member.id()))
                .map(member -> new Departure(member, reason(member.id())))
                .toList();
        membership = now;
        tell(new ViewChanged(now, joined, left, view instanceof MergeView));
        List<UUID> present = now.members().stream().map(Member::id).toList();
        Set<UUID> both = new HashSet<>(present);
        before.members().forEach(member -> both.add(member.id()));
        heard = Set.copyOf(both);
        goodbyes.viewChanged(present);
        suspicions.viewChanged(present);
        if (!early.isEmpty()) executor.execute(() -> early.release(heard, this::deliver));
    }

    private Reason reason(UUID member) {
        if (goodbyes.saidBy(member)) return Reason.LEFT;
        return suspicions.suspected(member) ? Reason.CRASHED : Reason.UNKNOWN;
    }

    /** A failure detector spoke. Any thread. */
    void suspected(UUID id, String cause) {
        Optional<Member> member = membership.member(id);
        if (member.isPresent() && !leaving && !ended) tell(new Suspected(member.get(), cause));
    }

    /** Somebody who is or was cut off says something past the faults. Any thread. */
    void whispered(UUID from, Message message) {
        if (message.getType() == Message.BYTES_MSG && !ended) tell(new Whispered(new Received(from, payload(message))));
    }

    /** Somebody outside the view runs a stack that does not fit. Any thread. */
    void stackMet(StackPrint stack) {
        if (foreign.size() < MOST_FOREIGN && !leaving && !ended && foreign.add(stack.fingerprint()))
            tell(new StackMet(stack));
    }

    /** A member says that it is about to leave. Any thread. */
    void goodbye(UUID member) {
        if (membership.contains(member)) goodbyes.heard(member);
    }

    /** Confirmed off this thread, which drains what is received and so must not send. */
    private void goodbyeMulticast(UUID member) {
        goodbye(member);
        if (membership.contains(member)) executor.execute(() -> goodbyes.confirm(member));
    }

    /** From now on, connections of others end because this member leaves, not because they crash. */
    void leave() {
        leaving = true;
    }

    @Override
    public void receive(Message message) {
        List<Received> received = new ArrayList<>(1);
        boolean toMeAlone = message.getDest() != null;
        collect(message, message.getSrc(), toMeAlone, received);
        accept(message.getSrc(), toMeAlone, received);
    }

    @Override
    public void receive(MessageBatch batch) {
        List<Received> received = new ArrayList<>(batch.size());
        boolean toMeAlone = batch.dest() != null;
        for (Message message : batch) collect(message, batch.sender(), toMeAlone, received);
        accept(batch.sender(), toMeAlone, received);
    }

    private void collect(Message message, Address sender, boolean toMeAlone, List<Received> received) {
        UUID from = Members.id(sender);
        // SEQUENCER brings own multicasts back.
        if (!toMeAlone && from.equals(self)) return;
        switch (message.getType()) {
            case Message.EMPTY_MSG -> {
                if (!suspicions.understood(message)) drop(1, sender);
                else if (toMeAlone) goodbyes.confirmedBy(from);
                else goodbyeMulticast(from);
            }
            case Message.BYTES_MSG -> received.add(new Received(from, payload(message)));
            default -> drop(1, sender);
        }
    }

    /** The message's own array if there is nothing else in it, as is usual. */
    private static byte[] payload(Message message) {
        byte[] array = message.getArray();
        if (array == null) return new byte[0];
        int from = message.getOffset();
        int length = message.getLength();
        return length == array.length ? array : Arrays.copyOfRange(array, from, from + length);
    }

    private void accept(Address sender, boolean toMeAlone, List<Received> received) {
        if (received.isEmpty() || ended) return;
        Set<UUID> members = heard;
        if (members.contains(Members.id(sender))) {
            if (early.isEmpty()) deliver(received);
            else early.releaseBefore(received, members, this::deliver);
        } else if (toMeAlone) {
            drop(early.hold(received), sender);
            // The view with this sender may have come meanwhile.
            early.release(heard, this::deliver);
        } else drop(received.size(), sender);
    }

    private void deliver(List<Received> received) {
        if (!ended) tell(new MessagesReceived(received));
    }

    private void drop(int messages, Address sender) {
        if (messages > 0 && dropped.getAndAdd(messages) == 0)
            LOG.warn("Messages of {} are dropped: it is not in the group or runs another stack; said once.", sender);
    }

    /** How many messages were dropped because their sender is not in the group or they are none of an application. */
    long dropped() {
        return dropped.get();
    }

    /** Tells that the group is gone; no event follows. Idempotent. */
    synchronized void end() {
        if (ended) return;
        ended = true;
        membership = Membership.NONE;
        tell(new Disconnected());
    }

    private void tell(GroupEvent event) {
        try {
            event.deliverTo(listener);
        } catch (RuntimeException | Error e) {
            LOG.error("The listener failed on {}.", event.getClass().getSimpleName(), e);
        }
    }
}
