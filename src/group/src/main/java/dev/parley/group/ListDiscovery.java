package dev.parley.group;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jgroups.Address;
import org.jgroups.Event;
import org.jgroups.JChannel;
import org.jgroups.PhysicalAddress;
import org.jgroups.protocols.TCPPING;
import org.jgroups.util.Tuple;

/** Feeds TCPPING with addresses and makes MERGE3 look now. Thread-safe. */
final class ListDiscovery implements Discovery {
    private volatile List<InetSocketAddress> fed = List.of();
    private volatile boolean everFed;
    private volatile JChannel channel;
    private volatile PartSearch search;
    private volatile InetSocketAddress self;

    /** Works on this channel from now on. */
    void attach(JChannel newChannel, InetSocketAddress localAddress) {
        channel = newChannel;
        search = new PartSearch(newChannel);
        self = localAddress;
        if (everFed) feed(fed);
    }

    @Override
    public boolean fedByList() {
        return tcpping().isPresent();
    }

    @Override
    public void feed(Collection<InetSocketAddress> addresses) {
        List<InetSocketAddress> others = addresses.stream()
                .filter(address -> !address.isUnresolved() && !address.equals(self))
                .distinct()
                .toList();
        fed = others;
        everFed = true;
        // TCPPING keeps the old list when given an empty one, and never asks its own address.
        tcpping().ifPresent(protocol -> protocol.setInitialHosts(others.isEmpty() ? List.of(self) : others));
    }

    /** Whether there is nobody whom the stack could ask for others. */
    boolean nobodyToAsk() {
        boolean otherWays = channel.getProtocolStack().getProtocols().stream()
                .anyMatch(protocol ->
                        protocol instanceof org.jgroups.protocols.Discovery && !(protocol instanceof TCPPING));
        return everFed && fed.isEmpty() && fedByList() && !otherWays;
    }

    @Override
    public List<InetSocketAddress> fed() {
        return fed;
    }

    @Override
    public void checkForOtherParts() {
        search.start();
    }

    @Override
    public Contact contact(InetSocketAddress address) {
        return new Contacts(channel).at(address);
    }

    @Override
    public boolean detectorAnswers(InetSocketAddress address) {
        return new Contacts(channel).detectorAnswers(address);
    }

    /**
     * Tells a coordinator our physical address, before we ask it to let us in: it may know us only through the member
     * that named it to us, and could not answer before the next retransmission.
     */
    void introduceTo(Address coordinator) {
        Object physical =
                channel.getProtocolStack().getTransport().down(new Event(Event.GET_PHYSICAL_ADDRESS, coordinator));
        if (!(physical instanceof PhysicalAddress address)) return;
        tcpping().ifPresent(protocol -> {
            protocol.down(new Event(Event.ADD_PHYSICAL_ADDRESS, new Tuple<>(coordinator, address)));
            protocol.findMembers(null, false, null);
        });
    }

    private Optional<TCPPING> tcpping() {
        return Optional.ofNullable(channel.getProtocolStack().findProtocol(TCPPING.class));
    }
}
