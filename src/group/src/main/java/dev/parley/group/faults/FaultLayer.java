package dev.parley.group.faults;

import dev.parley.group.faults.Fault.Direction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.Message;
import org.jgroups.PhysicalAddress;
import org.jgroups.View;
import org.jgroups.protocols.TP;
import org.jgroups.stack.Protocol;
import org.jgroups.stack.ProtocolStack;
import org.jgroups.util.MessageBatch;

/**
 * Makes faults right above the transport, so that all protocols of the stack are exposed to them. What protocols do on sockets of
 * their own, as FD_SOCK2 does, is left alone. Messages come on JGroups' threads, changes on any.
 */
public final class FaultLayer extends Protocol {
    private final Waiting waiting = new Waiting();
    private final LongAdder cut = new LongAdder();
    private final List<LiveFault> faults = new ArrayList<>();
    private final Directly directly;
    private Set<UUID> cutOff = Set.of();
    private volatile Ways ways = Ways.FREE;
    private volatile List<Address> members;

    private FaultLayer(ProtocolStack stack) {
        View view = stack.getChannel().getView();
        members = view == null ? List.of() : view.getMembers();
        directly = new Directly(stack.getTransport());
        setAddress(stack.getChannel().getAddress());
    }

    /** Puts one into a running stack; it makes no faults yet. */
    public static FaultLayer into(ProtocolStack stack) {
        FaultLayer layer = new FaultLayer(stack);
        try {
            layer.init();
            stack.insertProtocol(layer, ProtocolStack.Position.ABOVE, TP.class);
            layer.start();
        } catch (Exception e) {
            throw new IllegalStateException("A stack has a transport", e);
        }
        return layer;
    }

    /** From now on exactly these are cut off: nothing comes from them and nothing goes to them. */
    public synchronized void cutOff(Set<UUID> from) {
        cutOff = Set.copyOf(from);
        apply();
    }

    /** Adds a fault, in place of one of its kind on the same way. */
    public synchronized void add(Fault fault) {
        faults.removeIf(present -> present.fault().excludes(fault));
        faults.add(new LiveFault(fault));
        apply();
    }

    /** Whether it makes no fault. */
    public synchronized boolean idle() {
        return cutOff.isEmpty() && faults.isEmpty();
    }

    /** The faults but for the cut, and what they have done. */
    public synchronized List<Fault.Report> reports() {
        return faults.stream().map(LiveFault::report).toList();
    }

    /** How many messages have not come from or gone to those cut off. */
    public long cut() {
        return cut.sum();
    }

    private void apply() {
        Set<Address> cutOffAddresses = new HashSet<>();
        cutOff.forEach(member -> cutOffAddresses.add(LiveFault.address(member)));
        Set<Address> named = new HashSet<>(cutOffAddresses);
        faults.forEach(fault -> fault.member().ifPresent(named::add));
        Map<Address, Address> owners = new HashMap<>();
        for (Address member : named) {
            PhysicalAddress place = directly.transport().getPhysicalAddressFromCache(member);
            if (place != null) owners.put(place, member);
        }
        ways = new Ways(cutOffAddresses, List.copyOf(faults), owners);
    }

    /**
     * Takes it out of the stack. Messages that pass it at this moment go on to where they would have gone, which
     * {@link ProtocolStack#removeProtocol} does not do; those that wait go on at once.
     */
    public void remove() {
        ways = Ways.FREE;
        up_prot.setDownProtocol(down_prot);
        down_prot.setUpProtocol(up_prot);
        waiting.end();
    }

    @Override
    public void stop() {
        ways = Ways.FREE;
        waiting.discard();
    }

    @Override
    public Object down(Event event) {
        if (event.getType() == Event.VIEW_CHANGE) members = event.<View>getArg().getMembers();
        return down_prot.down(event);
    }

    @Override
    public Object up(Message message) {
        Ways now = ways;
        Address sender = message.getSrc();
        if (now.free(Direction.IN) || isOwn(sender) || Whisper.is(message)) return up_prot.up(message);
        if (now.cutOff(sender)) cut.increment();
        else
            pass(now.way(sender, Direction.IN), message, copies -> {
                up_prot.up(message);
                for (int copy = 1; copy < copies; copy++) up_prot.up(message.copy(true, true));
            });
        return null;
    }

    @Override
    public void up(MessageBatch batch) {
        Ways now = ways;
        if (!now.free(Direction.IN) && !isOwn(batch.sender())) sift(now, batch);
        if (!batch.isEmpty()) up_prot.up(batch);
    }

    /** Takes out of the batch what is lost or waits, and adds what comes twice. */
    private void sift(Ways now, MessageBatch batch) {
        List<Message> twice = new ArrayList<>();
        for (Iterator<Message> messages = batch.iterator(); messages.hasNext(); ) {
            Message message = messages.next();
            Address sender = message.getSrc() != null ? message.getSrc() : batch.sender();
            if (Whisper.is(message)) continue;
            if (now.cutOff(sender)) {
                messages.remove();
                cut.increment();
                continue;
            }
            Way way = now.way(sender, Direction.IN);
            Fate fate = way.next(message.size(), System.nanoTime());
            if (fate.waits() || fate.copies() == 0) messages.remove();
            if (fate.waits()) hold(way, fate, message.size(), alone(message, batch));
            else for (int copy = 1; copy < fate.copies(); copy++) twice.add(message.copy(true, true));
        }
        twice.forEach(batch::add);
    }

    /** The delivery of a message that was in a batch, which knew for it where it is from and where it goes. */
    private Delivery alone(Message message, MessageBatch batch) {
        if (message.getSrc() == null) message.setSrc(batch.sender());
        if (message.getDest() == null && !batch.multicast()) message.setDest(batch.dest());
        return copies -> {
            up_prot.up(message);
            for (int copy = 1; copy < copies; copy++) up_prot.up(message.copy(true, true));
        };
    }

    @Override
    public Object down(Message message) {
        Ways now = ways;
        Address receiver = message.getDest();
        if (now.free(Direction.OUT) || isOwn(receiver) || Whisper.is(message)) return down_prot.down(message);
        if (receiver == null) multicast(now, message);
        else if (now.cutOff(receiver)) cut.increment();
        else
            pass(now.way(receiver, Direction.OUT), message, copies -> {
                for (int copy = 0; copy < copies; copy++) down_prot.down(message);
            });
        return null;
    }

    /** Each receiver has a way of its own; as long as nothing happens on any, the transport sends to all as it always does. */
    private void multicast(Ways now, Message message) {
        Map<Address, Fate> fates = new HashMap<>();
        for (Address member : members) if (!isOwn(member)) fates.put(member, fate(now, member, message));
        if (fates.values().stream().allMatch(Fate::untouched)) {
            down_prot.down(message);
            return;
        }
        byte[] bytes = directly.bytes(message, local_addr);
        fates.forEach((member, fate) -> {
            Delivery delivery = copies -> directly.send(bytes, member, copies);
            if (fate.waits()) hold(now.way(member, Direction.OUT), fate, bytes.length, delivery);
            else if (fate.copies() > 0) delivery.deliver(fate.copies());
        });
        directly.loopBack(message, this);
    }

    private Fate fate(Ways now, Address member, Message message) {
        if (now.cutOff(member)) {
            cut.increment();
            return Fate.LOST;
        }
        return now.way(member, Direction.OUT).next(message.size(), System.nanoTime());
    }

    private void pass(Way way, Message message, Delivery delivery) {
        Fate fate = way.next(message.size(), System.nanoTime());
        if (fate.waits()) hold(way, fate, message.size(), delivery);
        else if (fate.copies() > 0) delivery.deliver(fate.copies());
    }

    private void hold(Way way, Fate fate, int size, Delivery delivery) {
        Runnable arrival = () -> {
            if (fate.queued()) way.arrived();
            delivery.deliver(fate.copies());
        };
        if (!waiting.hold(fate.dueNanos(), size, arrival) && fate.queued()) way.arrived();
    }

    private boolean isOwn(Address address) {
        return address != null && address.equals(local_addr);
    }

    /** Lets a message go on. */
    @FunctionalInterface
    private interface Delivery {
        void deliver(int copies);
    }
}
