package dev.parley.group;

import dev.parley.group.faults.Whisper;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.Message;
import org.jgroups.View;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.Discovery;
import org.jgroups.protocols.FailureDetection;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.stack.Protocol;
import org.jgroups.util.MessageBatch;

/**
 * A protocol above the transport and below all others, in every stack: drops messages that went through no protocol (no member sends
 * such, a stranger can), remembers who was suspected, hears of other parts of the group, what they whisper, and which stacks
 * others run, and lets JGroups forget who left. Called by JGroups' threads.
 */
final class Lookout extends Protocol {
    private static final short ID = 1_900;

    static {
        ClassConfigurator.addProtocol(ID, Lookout.class);
        StackHeader.register();
    }

    private static final short MERGE_ID = ClassConfigurator.getProtocolId(MERGE3.class);
    private static final short GMS_ID = ClassConfigurator.getProtocolId(GMS.class);

    private final Set<Address> suspects = ConcurrentHashMap.newKeySet();
    private final StrangerBuffers buffers = new StrangerBuffers();
    private final Leavers leavers;
    private final Watcher watcher;
    private volatile short[] discoveries = {};
    private volatile Collection<Address> members = Set.of();
    private volatile Runnable whenListening = () -> {};
    private volatile boolean leaving;
    private volatile boolean silent;

    /** Hears what passes, on JGroups' threads; must not block. */
    interface Watcher {
        /**
         * A failure detector speaks of this member for the first time.
         *
         * @param cause what it has seen, within a sentence
         */
        void suspected(Address member, String cause);

        /** Somebody outside the view announces its view. */
        void otherPartSeen();

        /** A member asks this one, as the coordinator or the next, to let it go. */
        void leaving(Address member);

        /** Whether this member has said good-bye. */
        boolean hasLeft(Address member);

        /** Somebody says something past all faults; whoever it is. */
        void whispered(Address from, Message message);

        /** This member is about to ask that coordinator to let it in. */
        void joining(Address coordinator);

        /** What this member runs. */
        StackPrint ownStack();

        /** Somebody outside the view, who looks for others or answers, runs that. */
        void stackSeen(StackPrint stack);
    }

    Lookout(Watcher watcher) {
        this.watcher = watcher;
        this.leavers = new Leavers(this, watcher::hasLeft);
    }

    /** Whether a failure detector spoke of this member and did not take it back. */
    boolean suspected(Address member) {
        return suspects.contains(member);
    }

    /** Whether every header of a message is of a protocol that this stack has. */
    boolean understands(Message message) {
        Set<Short> unknown = new HashSet<>(message.getHeaders().keySet());
        for (Protocol protocol = bottom(); protocol != null; protocol = protocol.getUpProtocol())
            unknown.remove(protocol.getId());
        return unknown.isEmpty();
    }

    /** Does this on the connecting thread, when others can reach this member and before it looks for them. */
    void whenListening(Runnable work) {
        whenListening = work;
    }

    /** From now on nothing passes in either direction. */
    void silence() {
        silent = true;
    }

    /**
     * From now on this member says and hears nothing of other parts: a leaver that still announces the view it is about to
     * leave would be taken for one, and merged back in.
     */
    void leave() {
        leaving = true;
    }

    @Override
    public void start() throws Exception {
        super.start();
        Stream<Protocol> above = Stream.iterate(up_prot, protocol -> protocol != null, Protocol::getUpProtocol);
        short[] ids = new short[8];
        int count = 0;
        for (Protocol protocol : above.filter(Discovery.class::isInstance).toList())
            if (count < ids.length) ids[count++] = protocol.getId();
        discoveries = Arrays.copyOf(ids, count);
        buffers.start(getTransport());
    }

    @Override
    public void stop() {
        buffers.stop();
        super.stop();
    }

    @Override
    public Object down(Message message) {
        if (silent || (leaving && message.getHeader(MERGE_ID) != null)) return null;
        for (short discovery : discoveries)
            if (message.getHeader(discovery) != null) message.putHeader(ID, new StackHeader(watcher.ownStack()));
        GMS.GmsHeader header = message.getHeader(GMS_ID);
        if (header != null && header.getType() == GMS.GmsHeader.JOIN_REQ) watcher.joining(message.getDest());
        if (message.getDest() != null) buffers.sent(message.getDest());
        return down_prot.down(message);
    }

    @Override
    public Object down(Event event) {
        switch (event.getType()) {
            case Event.VIEW_CHANGE -> {
                View view = event.getArg();
                members = Set.copyOf(view.getMembers());
                Object answer = buffers.viewChanged(view, () -> down_prot.down(event));
                leavers.viewChanged(view.getMembers());
                return answer;
            }
            case Event.CONNECT -> {
                Object answer = down_prot.down(event);
                whenListening.run();
                return answer;
            }
            case Event.SUSPECT -> suspect(event.getArg(), this::causeAbove);
            case Event.UNSUSPECT -> suspects.remove(event.<Address>getArg());
            default -> {}
        }
        return down_prot.down(event);
    }

    @Override
    public Object up(Event event) {
        if (event.getType() == Event.SUSPECT) suspect(event.getArg(), member -> "its connection is closed");
        return up_prot.up(event);
    }

    @Override
    public Object up(Message message) {
        return silent || !acceptable(message) ? null : up_prot.up(message);
    }

    @Override
    public void up(MessageBatch batch) {
        if (silent) return;
        for (Iterator<Message> messages = batch.iterator(); messages.hasNext(); )
            if (!acceptable(messages.next())) messages.remove();
        if (!batch.isEmpty()) up_prot.up(batch);
    }

    private boolean acceptable(Message message) {
        if (Whisper.is(message)) {
            watcher.whispered(message.getSrc(), message);
            return false;
        }
        int headers = message.getNumHeaders();
        if (message.getHeader(bottom().getId()) != null) headers--;
        StackHeader stack = message.getHeader(ID);
        if (stack != null) headers--;
        if (headers == 0) return false;
        if (stack != null && !members.contains(message.getSrc())) watcher.stackSeen(stack.print());
        GMS.GmsHeader request = message.getHeader(GMS_ID);
        if (request != null && request.getType() == GMS.GmsHeader.LEAVE_REQ) watcher.leaving(request.getMember());
        return message.getHeader(MERGE_ID) == null || acceptableAnnouncement(message.getSrc());
    }

    /** The transport; faults on purpose may stand between this and it. */
    private Protocol bottom() {
        Protocol below = down_prot;
        while (below.getDownProtocol() != null) below = below.getDownProtocol();
        return below;
    }

    private boolean acceptableAnnouncement(Address sender) {
        if (leaving || watcher.hasLeft(sender)) return false;
        if (!members.contains(sender)) watcher.otherPartSeen();
        return true;
    }

    /** Which detector of the stack it was: heartbeats stop, or a socket is closed. */
    private String causeAbove(Address member) {
        for (Protocol above = up_prot; above != null; above = above.getUpProtocol())
            if (above instanceof FailureDetection heartbeats
                    && heartbeats.getSuspectedMembers().contains(member.toString()))
                return "no sign of life for %d s (%s)".formatted(heartbeats.getTimeout() / 1_000, heartbeats.getName());
        return "its socket is closed (FD_SOCK2)";
    }

    private void suspect(Collection<Address> suspected, Function<Address, String> cause) {
        if (silent) return;
        for (Address member : suspected)
            if (members.contains(member) && !member.equals(local_addr) && suspects.add(member))
                watcher.suspected(member, cause.apply(member));
    }

    /** Forgets suspicions of everybody who is not in the group. */
    void forgetAllBut(Collection<Address> present) {
        suspects.retainAll(present);
    }
}
