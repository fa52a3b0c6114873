package dev.parley.group;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.PhysicalAddress;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.UNICAST4;
import org.jgroups.stack.Protocol;
import org.jgroups.util.Tuple;

/**
 * Makes JGroups (5.5.7) forget whoever left in order. By itself UNICAST3 would send again for four minutes what a leaver never
 * confirmed, and TCPPING would ask its address in every discovery until 200 newer ones have come. Of those who vanished both
 * are kept: they may be back. Called by JGroups' threads.
 */
final class Leavers {
    /** Until then the leaver may still want to be told that it may go. */
    private static final long GRACE_SECONDS = 5;

    /** As many as TCPPING keeps in Parley's stacks. */
    private static final int MOST_KNOWN = 200;

    private final Predicate<Address> leftInOrder;
    private final Map<Address, PhysicalAddress> known = new LinkedHashMap<>();
    private final Protocol below;
    private Set<Address> members = Set.of();

    /**
     * @param below above the transport and below what forgets
     * @param leftInOrder whether a member has said good-bye; it is never heard of again then
     */
    Leavers(Protocol below, Predicate<Address> leftInOrder) {
        this.below = below;
        this.leftInOrder = leftInOrder;
    }

    /** The transport knows this view. */
    synchronized void viewChanged(Collection<Address> now) {
        for (Address member : members)
            if (!now.contains(member) && leftInOrder.test(member)) {
                Future<?> unused =
                        below.getTransport().getTimer().schedule(() -> forget(member), GRACE_SECONDS, TimeUnit.SECONDS);
            }
        members = Set.copyOf(now);
        for (Address member : now) {
            Object physical = below.getTransport().down(new Event(Event.GET_PHYSICAL_ADDRESS, member));
            if (physical instanceof PhysicalAddress address) known.put(member, address);
        }
        List<Address> vanished = new ArrayList<>(known.keySet());
        vanished.removeAll(members);
        int tooMany = Math.min(known.size() - MOST_KNOWN, vanished.size());
        for (int i = 0; i < tooMany; i++) known.remove(vanished.get(i));
    }

    private synchronized void forget(Address leaver) {
        boolean asked = known.remove(leaver) != null;
        for (Protocol protocol = below.getUpProtocol(); protocol != null; protocol = protocol.getUpProtocol())
            if (protocol instanceof UNICAST3 unicast) {
                unicast.removeSendConnection(leaver);
                unicast.removeReceiveConnection(leaver);
            } else if (protocol instanceof UNICAST4 unicast) {
                unicast.removeSendConnection(leaver);
                unicast.removeReceiveConnection(leaver);
            } else if (asked && protocol instanceof TCPPING discovery) askOnly(known, discovery);
    }

    private static void askOnly(Map<Address, PhysicalAddress> addresses, TCPPING discovery) {
        discovery.clearDynamicHostList();
        addresses.forEach((member, address) ->
                discovery.down(new Event(Event.ADD_PHYSICAL_ADDRESS, new Tuple<>(member, address))));
    }
}
