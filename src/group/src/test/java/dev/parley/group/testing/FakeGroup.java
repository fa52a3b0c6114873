package dev.parley.group.testing;

import dev.parley.group.Contact;
import dev.parley.group.Discovery;
import dev.parley.group.Faults;
import dev.parley.group.Group;
import dev.parley.group.GroupEvent;
import dev.parley.group.GroupEvent.Reason;
import dev.parley.group.GroupException;
import dev.parley.group.GroupListener;
import dev.parley.group.GroupSettings;
import dev.parley.group.Health;
import dev.parley.group.LiveStack;
import dev.parley.group.Member;
import dev.parley.group.Membership;
import dev.parley.group.Ports;
import dev.parley.group.ProtocolReport;
import dev.parley.group.StackPrint;
import dev.parley.group.faults.Fault;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One member's part in a group of a {@link FakeNetwork}. Thread-safe. */
public final class FakeGroup implements Group {
    private enum State {
        CREATED,
        CONNECTED,
        ENDED
    }

    private final FakeNetwork network;
    private final GroupSettings settings;
    private final GroupListener listener;
    private final InetSocketAddress address;
    private final UUID self = UUID.randomUUID();
    private final FakeDiscovery discovery = new FakeDiscovery();
    private final FakeLiveStack stack;
    private final FakeFaults faults = new FakeFaults();
    private final Set<UUID> met = ConcurrentHashMap.newKeySet();
    private final ExecutorService ears;
    private volatile State state = State.CREATED;
    private volatile Membership membership = Membership.NONE;
    private volatile boolean deaf;

    FakeGroup(FakeNetwork network, GroupSettings settings, GroupListener listener, InetSocketAddress address) {
        this.network = network;
        this.settings = settings;
        this.stack = new FakeLiveStack(settings.stack());
        this.listener = listener;
        this.address = address;
        this.ears = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "parley-fake-" + settings.name());
            thread.setDaemon(true);
            return thread;
        });
    }

    Member member() {
        return new Member(self, settings.name());
    }

    void install(GroupEvent.ViewChanged event) {
        membership = event.membership();
        membership.members().forEach(member -> met.add(member.id()));
        hear(event);
    }

    void hear(GroupEvent event) {
        try {
            ears.execute(() -> {
                if (deaf) return;
                event.deliverTo(listener);
                deaf = event instanceof GroupEvent.Disconnected;
            });
        } catch (RejectedExecutionException e) {
            // It has ended meanwhile and hears nothing more.
            deaf = true;
        }
    }

    /** Waits until everything told up to now has been heard. */
    void settle() {
        CountDownLatch heard = new CountDownLatch(1);
        try {
            ears.execute(heard::countDown);
            heard.await();
        } catch (RejectedExecutionException e) {
            awaitLastEvent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitLastEvent() {
        try {
            if (!ears.awaitTermination(10, TimeUnit.SECONDS))
                throw new IllegalStateException("The listener of " + settings.name() + " does not return.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends at once, without a word to anybody, the own listener included. */
    void die() {
        deaf = true;
        state = State.ENDED;
        membership = Membership.NONE;
        ears.shutdown();
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
    public void connect(Runnable listening) throws GroupException {
        requireNew();
        listening.run();
        synchronized (this) {
            requireNew();
            state = State.CONNECTED;
        }
        network.join(this);
        settle();
    }

    @Override
    public boolean connected() {
        return state == State.CONNECTED;
    }

    @Override
    public Membership membership() {
        return membership;
    }

    @Override
    public Optional<InetSocketAddress> addressOf(UUID member) {
        return Optional.ofNullable(network.addressOf(member));
    }

    @Override
    public void multicast(byte[] payload) throws GroupException {
        requireConnected();
        List<UUID> others =
                new ArrayList<>(membership.members().stream().map(Member::id).toList());
        others.remove(self);
        network.multicast(this, others, payload);
    }

    @Override
    public void send(UUID member, byte[] payload) throws GroupException {
        requireConnected();
        network.deliver(this, List.of(member), payload);
    }

    @Override
    public StackPrint stackPrint() {
        return new StackPrint(
                settings.stack().name(),
                settings.stack().hashCode() + stack.changes().hashCode());
    }

    @Override
    public LiveStack stack() {
        return stack;
    }

    @Override
    public Faults faults() {
        return faults;
    }

    /** Whether this member drops whatever comes from that one. */
    boolean deafTo(FakeGroup other) {
        return faults.cutOff.contains(other.self);
    }

    /** Whether it hears what that one whispers: in a fake network views change at once, so all it ever met. */
    boolean hears(UUID other) {
        return met.contains(other);
    }

    @Override
    public Ports ports() {
        return new Ports(address.getPort(), address.getPort(), address.getPort(), OptionalInt.empty());
    }

    @Override
    public Discovery discovery() {
        return discovery;
    }

    /** How often somebody asked this group to look for other parts. */
    public int checksForOtherParts() {
        return discovery.checks.get();
    }

    @Override
    public List<ProtocolReport> protocols() {
        return List.of(new ProtocolReport("FAKE", Map.of(), Map.of()));
    }

    @Override
    public Health health() throws GroupException {
        requireConnected();
        return new Health(0, List.of());
    }

    @Override
    public List<String> hardening() {
        return List.of();
    }

    @Override
    public void disconnect(Duration timeout) {
        end(Reason.LEFT);
    }

    @Override
    public void shutdown() {
        end(Reason.CRASHED);
    }

    @Override
    public void shutdownTransport() throws GroupException {
        requireConnected();
        network.remove(this, Reason.CRASHED);
    }

    @Override
    public void close() {
        disconnect(Duration.ZERO);
    }

    private void end(Reason reason) {
        synchronized (this) {
            if (state == State.ENDED) return;
            State before = state;
            state = State.ENDED;
            if (before == State.CONNECTED) hear(new GroupEvent.Disconnected());
        }
        network.remove(this, reason);
        membership = Membership.NONE;
        ears.shutdown();
    }

    private void requireNew() throws GroupException {
        if (state != State.CREATED)
            throw new GroupException("This group was connected before; create another to come back.");
    }

    private void requireConnected() throws GroupException {
        if (state != State.CONNECTED) throw new GroupException("Not connected to a group.");
    }

    /**
     * In a fake network two members see each other no more as soon as one of them is partitioned from the other. Other faults are
     * remembered and hit nothing.
     */
    private final class FakeFaults implements Faults {
        private final List<Fault> made = new CopyOnWriteArrayList<>();
        private volatile Set<UUID> cutOff = Set.of();

        @Override
        public void partitionFrom(Set<UUID> members) throws GroupException {
            requireConnected();
            network.change(FakeGroup.this, () -> cutOff = Set.copyOf(members));
        }

        @Override
        public Set<UUID> partitionedFrom() {
            return cutOff;
        }

        @Override
        public long dropped() {
            return 0;
        }

        @Override
        public void make(Fault fault) throws GroupException {
            requireConnected();
            made.removeIf(before -> before.effect().getClass() == fault.effect().getClass()
                    && before.direction() == fault.direction()
                    && before.member().equals(fault.member()));
            made.add(fault);
        }

        @Override
        public List<Fault.Report> reports() {
            return made.stream().map(fault -> new Fault.Report(fault, 0, 0)).toList();
        }

        @Override
        public void whisper(UUID member, byte[] payload) throws GroupException {
            requireConnected();
            network.whisper(FakeGroup.this, member, payload);
        }

        @Override
        public void heal() {
            made.clear();
            network.change(FakeGroup.this, () -> cutOff = Set.of());
        }
    }

    /** Remembers what it is told; in a fake network everybody finds everybody. */
    private final class FakeDiscovery implements Discovery {
        private final AtomicInteger checks = new AtomicInteger();
        private volatile List<InetSocketAddress> fed = List.of();

        @Override
        public boolean fedByList() {
            return true;
        }

        @Override
        public void feed(Collection<InetSocketAddress> addresses) {
            fed = List.copyOf(addresses);
        }

        @Override
        public List<InetSocketAddress> fed() {
            return fed;
        }

        @Override
        public void checkForOtherParts() {
            checks.incrementAndGet();
        }

        @Override
        public boolean detectorAnswers(InetSocketAddress asked) {
            return true;
        }

        @Override
        public Contact contact(InetSocketAddress address) {
            boolean member = membership.members().stream().anyMatch(one -> address.equals(network.addressOf(one.id())));
            if (member) return new Contact(address, Contact.Answer.MEMBER, "");
            try (Socket socket = new Socket()) {
                socket.connect(address, 200);
                return new Contact(address, Contact.Answer.SILENT, "");
            } catch (IOException e) {
                return new Contact(address, Contact.Answer.REFUSED, "");
            }
        }
    }
}
