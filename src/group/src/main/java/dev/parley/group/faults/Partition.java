package dev.parley.group.faults;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jgroups.Address;
import org.jgroups.Message;
import org.jgroups.protocols.TP;
import org.jgroups.stack.Protocol;
import org.jgroups.stack.ProtocolStack;
import org.jgroups.util.MessageBatch;

/**
 * Drops whatever comes in from some members, right above the transport, so that no protocol of the stack hears of them any
 * more. What goes out, and what protocols do on sockets of their own, is left alone. Called by JGroups' threads.
 */
public final class Partition extends Protocol {
    private final AtomicLong dropped = new AtomicLong();
    private volatile Set<Address> cutOff = Set.of();

    private Partition() {}

    /** Puts one into a running stack; nobody is cut off yet. */
    public static Partition into(ProtocolStack stack) {
        Partition partition = new Partition();
        try {
            partition.init();
            stack.insertProtocol(partition, ProtocolStack.Position.ABOVE, TP.class);
            partition.start();
        } catch (Exception e) {
            throw new IllegalStateException("A stack has a transport", e);
        }
        return partition;
    }

    /** From now on exactly these are cut off. */
    public void cutOff(Set<Address> members) {
        cutOff = Set.copyOf(members);
    }

    /** How many messages have been dropped. */
    public long dropped() {
        return dropped.get();
    }

    /**
     * Takes it out of the stack. Messages that pass it at this moment go on to where they would have gone, which
     * {@link ProtocolStack#removeProtocol} does not do.
     */
    public void remove() {
        cutOff = Set.of();
        up_prot.setDownProtocol(down_prot);
        down_prot.setUpProtocol(up_prot);
    }

    @Override
    public Object up(Message message) {
        if (!cutOff.contains(message.getSrc())) return up_prot.up(message);
        dropped.incrementAndGet();
        return null;
    }

    @Override
    public void up(MessageBatch batch) {
        Set<Address> silenced = cutOff;
        if (!silenced.isEmpty())
            for (Iterator<Message> messages = batch.iterator(); messages.hasNext(); )
                if (silenced.contains(sender(batch, messages.next()))) {
                    messages.remove();
                    dropped.incrementAndGet();
                }
        if (!batch.isEmpty()) up_prot.up(batch);
    }

    private static Address sender(MessageBatch batch, Message message) {
        return message.getSrc() != null ? message.getSrc() : batch.sender();
    }
}
