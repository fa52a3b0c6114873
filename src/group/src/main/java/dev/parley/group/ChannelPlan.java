package dev.parley.group;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jgroups.Address;
import org.jgroups.JChannel;
import org.jgroups.conf.ProtocolConfiguration;
import org.jgroups.conf.ProtocolStackConfigurator;
import org.jgroups.protocols.TP;
import org.jgroups.protocols.UDP;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.stack.ProtocolStack;
import org.jgroups.util.StackType;
import org.jgroups.util.Util;

/** Everything fixed about a member's channel: the hardened stack, where it binds, who it is. Makes channels of it. */
final class ChannelPlan {
    private static final String BANNER = "print_local_addr";

    private static final int DEFAULT_PORT_RANGE = 10;

    private final GroupSettings settings;
    private final UUID self;
    private final InetAddress bindAddress;
    private final Hardening hardening;
    private final int firstPort;
    private final int lastPort;

    ChannelPlan(GroupSettings settings, UUID self) throws GroupException {
        this.settings = settings;
        this.self = self;
        StackFile.Protocol transport = settings.stack().protocols().get(0);
        this.bindAddress = settings.bindAddress().isPresent()
                ? settings.bindAddress().get()
                : configuredAddress(
                        Placeholders.substitute(transport.attributes().getOrDefault("bind_addr", "")));
        if (bindAddress.isAnyLocalAddress())
            throw new GroupException("A member binds to one address that others can reach, not to "
                    + bindAddress.getHostAddress() + "; choose one of this machine.");
        this.hardening = Hardening.of(settings.stack(), bindAddress);
        this.firstPort = settings.bindPort().orElse((int) number("bind_port", 0));
        this.lastPort = firstPort + (int) number("port_range", DEFAULT_PORT_RANGE);
    }

    private static InetAddress configuredAddress(String written) throws GroupException {
        try {
            InetAddress address = Util.getAddress(written.isEmpty() ? "non_loopback" : written, StackType.IPv4);
            return address != null ? address : InetAddress.getLoopbackAddress();
        } catch (Exception e) {
            throw new StackFileException(
                    "The stack's bind_addr '" + written + "' is not an address of this machine.", e);
        }
    }

    private long number(String attribute, long otherwise) {
        return Util.readBytesLong(hardening.protocols().get(0).attributes().getOrDefault(attribute, "" + otherwise));
    }

    InetAddress bindAddress() {
        return bindAddress;
    }

    /** The first port that may be bound, 0 for any. */
    int firstPort() {
        return firstPort;
    }

    int lastPort() {
        return lastPort;
    }

    Hardening hardening() {
        return hardening;
    }

    /** @throws GroupException if all ports are in use */
    PortReservation reserve() throws GroupException {
        return PortReservation.take(bindAddress, firstPort, lastPort, datagram());
    }

    /**
     * After {@code failed} turned out to be of no use.
     *
     * @throws GroupException if all later ports are in use
     */
    PortReservation reserveAfter(int failed) throws GroupException {
        if (firstPort == 0) return reserve();
        if (failed >= lastPort)
            throw new GroupException(
                    "Port " + failed + " on " + bindAddress.getHostAddress() + " is in use; choose another.");
        return PortReservation.take(bindAddress, failed + 1, lastPort, datagram());
    }

    private boolean datagram() {
        return ProtocolCatalog.find(settings.stack().protocols().get(0).name())
                .filter(UDP.class::isAssignableFrom)
                .isPresent();
    }

    /**
     * A channel that will bind exactly this port.
     *
     * @throws StackFileException if JGroups does not take the stack
     */
    JChannel channel(int port, Lookout lookout) throws StackFileException {
        List<ProtocolConfiguration> protocols = new ArrayList<>();
        for (StackFile.Protocol protocol : hardening.protocols())
            protocols.add(new ProtocolConfiguration(
                    protocol.name(),
                    withoutBanner(transportAt(port, protocol, protocols.isEmpty()))
                            .attributes()));
        try {
            JChannel channel = new JChannel(new Configuration(protocols));
            channel.getProtocolStack().insertProtocol(lookout, ProtocolStack.Position.ABOVE, TP.class);
            channel.setName(settings.name());
            Address address = Members.address(self);
            channel.addAddressGenerator(() -> address);
            return channel;
        } catch (Exception e) {
            throw new StackFileException(
                    "JGroups does not take the stack " + settings.stack().name() + ": " + Causes.deepest(e), e);
        }
    }

    /** Unless the file wants it, GMS does not print the address: standard output is not JGroups' to write to. */
    private static StackFile.Protocol withoutBanner(StackFile.Protocol protocol) {
        boolean mayPrint = ProtocolCatalog.find(protocol.name())
                .filter(GMS.class::isAssignableFrom)
                .isPresent();
        return mayPrint && !protocol.attributes().containsKey(BANNER) ? protocol.with(BANNER, "false") : protocol;
    }

    private static StackFile.Protocol transportAt(int port, StackFile.Protocol protocol, boolean transport) {
        return transport ? protocol.with("bind_port", String.valueOf(port)).with("port_range", "0") : protocol;
    }

    private record Configuration(List<ProtocolConfiguration> protocols) implements ProtocolStackConfigurator {
        @Override
        public String getProtocolStackString() {
            return protocols.toString();
        }

        @Override
        public List<ProtocolConfiguration> getProtocolStack() {
            return protocols;
        }
    }
}
