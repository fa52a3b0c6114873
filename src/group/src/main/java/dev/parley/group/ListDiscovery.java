package dev.parley.group;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jgroups.JChannel;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.TCPPING;
import org.jgroups.util.TimeScheduler;

/** Feeds TCPPING with addresses and makes MERGE3 look now. Thread-safe. */
final class ListDiscovery implements Discovery {
    /** What the answers of other parts need to arrive before views are compared; 200 ms sufficed where 8 s was the rule. */
    private static final long ANSWERS_MILLIS = 200;

    private volatile List<InetSocketAddress> fed = List.of();
    private volatile boolean everFed;
    private volatile JChannel channel;
    private volatile InetSocketAddress self;

    /** Works on this channel from now on. */
    void attach(JChannel newChannel, InetSocketAddress localAddress) {
        channel = newChannel;
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

    @Override
    public List<InetSocketAddress> fed() {
        return fed;
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // JGroups' timer logs what fails in it.
    public void checkForOtherParts() {
        MERGE3 merge = channel.getProtocolStack().findProtocol(MERGE3.class);
        if (merge == null || !channel.isConnected()) return;
        TimeScheduler timer = channel.getProtocolStack().getTransport().getTimer();
        timer.execute(merge::sendInfo);
        timer.schedule(() -> compareViews(merge), ANSWERS_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void compareViews(MERGE3 merge) {
        if (channel.isConnected() && merge.isCoord()) merge.checkInconsistencies();
    }

    private Optional<TCPPING> tcpping() {
        return Optional.ofNullable(channel.getProtocolStack().findProtocol(TCPPING.class));
    }
}
