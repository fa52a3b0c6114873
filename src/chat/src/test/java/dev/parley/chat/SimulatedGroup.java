package dev.parley.chat;

import dev.parley.group.Contact;
import dev.parley.group.Discovery;
import dev.parley.group.Faults;
import dev.parley.group.Group;
import dev.parley.group.GroupException;
import dev.parley.group.GroupSettings;
import dev.parley.group.Health;
import dev.parley.group.LiveStack;
import dev.parley.group.Member;
import dev.parley.group.Membership;
import dev.parley.group.Ports;
import dev.parley.group.ProtocolReport;
import dev.parley.group.StackFile;
import dev.parley.group.StackPrint;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A group that is where a simulation says, has no network, and carries no messages. */
final class SimulatedGroup implements Group, Discovery {
    private final UUID self;
    private final InetSocketAddress address;
    private final GroupSettings settings;
    private Membership membership = Membership.NONE;

    SimulatedGroup(int number, StackFile stack) {
        self = new UUID(0, number + 1);
        address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 10_000 + number);
        settings = new GroupSettings("p" + number, "lobby", stack, Optional.empty(), OptionalInt.empty());
    }

    Member member() {
        return new Member(self, settings.name());
    }

    void install(Membership view) {
        membership = view;
    }

    @Override
    public UUID self() {
        return self;
    }

    @Override
    public GroupSettings settings() {
        return settings;
    }

    @Override
    public InetSocketAddress localAddress() {
        return address;
    }

    @Override
    public boolean connected() {
        return true;
    }

    @Override
    public Membership membership() {
        return membership;
    }

    @Override
    public Optional<InetSocketAddress> addressOf(UUID member) {
        return Optional.empty();
    }

    @Override
    public StackPrint stackPrint() {
        return new StackPrint("simulated", 0);
    }

    @Override
    public LiveStack stack() {
        throw new UnsupportedOperationException("A simulated group has no stack.");
    }

    @Override
    public Ports ports() {
        return new Ports(address.getPort(), address.getPort(), address.getPort(), OptionalInt.empty());
    }

    @Override
    public Discovery discovery() {
        return this;
    }

    @Override
    public boolean fedByList() {
        return true;
    }

    @Override
    public void feed(Collection<InetSocketAddress> addresses) {}

    @Override
    public List<InetSocketAddress> fed() {
        return List.of();
    }

    @Override
    public void checkForOtherParts() {}

    @Override
    public boolean detectorAnswers(InetSocketAddress asked) {
        return true;
    }

    @Override
    public Contact contact(InetSocketAddress asked) {
        return new Contact(asked, Contact.Answer.MEMBER, "");
    }

    @Override
    public void connect(Runnable listening) throws GroupException {
        throw new GroupException("A simulation says who is connected.");
    }

    @Override
    public void multicast(byte[] payload) throws GroupException {
        throw new GroupException("A simulated group carries no messages.");
    }

    @Override
    public void send(UUID member, byte[] payload) throws GroupException {
        throw new GroupException("A simulated group carries no messages.");
    }

    @Override
    public Faults faults() {
        throw new UnsupportedOperationException("A simulated group has no faults.");
    }

    @Override
    public List<ProtocolReport> protocols() {
        return List.of();
    }

    @Override
    public Health health() {
        return new Health(0, List.of());
    }

    @Override
    public List<String> hardening() {
        return List.of();
    }

    @Override
    public void disconnect(Duration timeout) {}

    @Override
    public void shutdown() {}

    @Override
    public void shutdownTransport() {}

    @Override
    public void close() {}
}
