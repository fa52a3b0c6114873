package dev.parley.group;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.EmptyMessage;
import org.jgroups.Event;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.protocols.BasicTCP;
import org.jgroups.protocols.Bundler;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.PerDestinationBundler;
import org.jgroups.protocols.TP;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.stack.IpAddress;
import org.jgroups.util.NameCache;

/**
 * A group on a JGroups channel, with any stack, hardened. Thread-safe; connecting and ending exclude each other, sending
 * does not.
 *
 * <p>Making the first one closes Java deserialization and object messages of JGroups for the whole process.
 */
public final class JGroupsGroup implements Group {
    /** Makes groups on JGroups. */
    public static final GroupFactory FACTORY = JGroupsGroup::new;

    private static final Logger LOG = LogManager.getLogger(JGroupsGroup.class);
    private static final int PORT_ATTEMPTS = 10;
    /** A confirmation takes a round trip; whoever is frozen must not keep a leaver for long. */
    private static final Duration CONFIRMATION = Duration.ofMillis(500);

    private enum State {
        CREATED,
        CONNECTED,
        ENDED
    }

    private final GroupSettings settings;
    private final UUID self = UUID.randomUUID();
    private final ChannelPlan plan;
    private final List<String> hardening;
    private final ListDiscovery discovery = new ListDiscovery();
    private final StackFaults faults = new StackFaults(this::connectedChannel);
    private final RunningStack stack;
    private final GroupWatch watch = new GroupWatch(this);
    private final Goodbyes goodbyes = new Goodbyes(leaver -> sendEmpty(Members.address(leaver)));
    private final SendClock sending = new SendClock();
    private final Inbound inbound;

    private PortReservation reservation;
    private volatile Lookout lookout;
    private volatile JChannel channel;
    private volatile HealthWatch health;
    private volatile InetSocketAddress localAddress;
    private volatile State state = State.CREATED;

    private JGroupsGroup(GroupSettings settings, GroupListener listener) throws GroupException {
        this.settings = settings;
        List<String> warnings = SafeMessages.enforce();
        warnings.forEach(LOG::warn);
        this.plan = new ChannelPlan(settings, self);
        this.stack = new RunningStack(settings.stack(), plan.bindAddress(), this::connectedChannel);
        this.hardening = Stream.concat(plan.hardening().sentences().stream(), warnings.stream())
                .toList();
        this.inbound = new Inbound(self, listener, watch, goodbyes, this::onTransportThread);
        prepare(plan.reserve());
    }

    /** Makes the channel for a reserved port. */
    private void prepare(PortReservation reserved) throws StackFileException {
        reservation = reserved;
        localAddress = reserved.address();
        lookout = new Lookout(watch);
        try {
            channel = plan.channel(localAddress.getPort(), lookout);
        } catch (StackFileException e) {
            reserved.close();
            throw e;
        }
        channel.setReceiver(inbound);
        discovery.attach(channel, localAddress);
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
        return localAddress;
    }

    @Override
    public synchronized void connect(Runnable listening) throws GroupException {
        if (state != State.CREATED)
            throw new GroupException("This group was connected before; create another to come back.");
        for (int attempt = 1; state == State.CREATED; attempt++) {
            reservation.close();
            FirstMember first = new FirstMember(channel);
            lookout.whenListening(() -> {
                listening.run();
                if (discovery.nobodyToAsk()) first.hurry();
            });
            try {
                channel.connect(settings.group());
                first.takeTime();
                state = State.CONNECTED;
            } catch (Exception e) {
                channel.close();
                if (attempt == PORT_ATTEMPTS || !Causes.portInUse(e)) {
                    state = State.ENDED;
                    throw new GroupException(
                            "The group '" + settings.group() + "' cannot be joined: " + Causes.deepest(e), e);
                }
                LOG.info("Port {} was taken by somebody else; trying another.", localAddress.getPort());
                retryAfter(localAddress.getPort());
            }
        }
        health = new HealthWatch(channel, sending);
        health.start();
        if (membership().size() == 1) discovery.checkForOtherParts();
    }

    private void retryAfter(int port) throws GroupException {
        try {
            prepare(plan.reserveAfter(port));
        } catch (GroupException e) {
            state = State.ENDED;
            throw e;
        }
    }

    @Override
    public boolean connected() {
        return state == State.CONNECTED;
    }

    @Override
    public Membership membership() {
        return inbound.membership();
    }

    @Override
    public Optional<InetSocketAddress> addressOf(UUID member) {
        if (member.equals(self)) return Optional.of(localAddress);
        if (!connected()) return Optional.empty();
        Object physical = channel.down(new Event(Event.GET_PHYSICAL_ADDRESS, Members.address(member)));
        return physical instanceof IpAddress ip
                ? Optional.of(new InetSocketAddress(ip.getIpAddress(), ip.getPort()))
                : Optional.empty();
    }

    @Override
    public void multicast(byte[] payload) throws GroupException {
        send(new BytesMessage(null, payload).setFlag(Message.TransientFlag.DONT_LOOPBACK));
    }

    @Override
    public void send(UUID member, byte[] payload) throws GroupException {
        if (inbound.membership().contains(member)) send(new BytesMessage(Members.address(member), payload));
        else if (!connected()) throw notConnected(null);
    }

    private void send(Message message) throws GroupException {
        if (!connected()) throw notConnected(null);
        long begun = sending.begin();
        try {
            channel.send(message);
        } catch (IllegalStateException e) {
            throw notConnected(e);
        } catch (Exception e) {
            throw new GroupException("The message could not be sent: " + Causes.deepest(e), e);
        } finally {
            sending.end(begun);
        }
    }

    private static GroupException notConnected(Throwable cause) {
        return new GroupException("Not connected to a group.", cause);
    }

    @Override
    public StackPrint stackPrint() {
        return new StackPrint(settings.stack().name(), StackShape.fingerprint(channel.getProtocolStack()));
    }

    @Override
    public Ports ports() {
        FD_SOCK2 detector = channel.getProtocolStack().findProtocol(FD_SOCK2.class);
        boolean listens = detector != null && connected();
        return new Ports(
                plan.firstPort(),
                plan.lastPort(),
                localAddress.getPort(),
                listens ? OptionalInt.of(detector.getActualBindPort()) : OptionalInt.empty());
    }

    @Override
    public Discovery discovery() {
        return discovery;
    }

    @Override
    public Faults faults() {
        return faults;
    }

    @Override
    public Optional<Object> liveChannel() {
        return Optional.ofNullable(channel);
    }

    @Override
    public List<ProtocolReport> protocols() {
        return Reports.of(stack.current(), channel, connected());
    }

    @Override
    public LiveStack stack() {
        return stack;
    }

    @Override
    public Health health() throws GroupException {
        HealthWatch current = health;
        if (!connected() || current == null) throw notConnected(null);
        return current.health();
    }

    @Override
    public List<String> hardening() {
        return hardening;
    }

    @Override
    public synchronized void disconnect(Duration timeout) {
        if (state == State.CONNECTED) {
            inbound.leave();
            lookout.leave();
            sayGoodbye(timeout);
            GMS membership = channel.getProtocolStack().findProtocol(GMS.class);
            if (membership != null) membership.setLeaveTimeout(Math.max(1, timeout.toMillis()));
        }
        end(channel::close);
    }

    /** A multicast without a payload, confirmed by all members in the same way, so that nobody takes this for a crash. */
    private void sayGoodbye(Duration timeout) {
        List<UUID> others = membership().members().stream()
                .map(Member::id)
                .filter(member -> !member.equals(self))
                .toList();
        if (others.isEmpty()) return;
        goodbyes.expectFrom(others);
        sendEmpty(null);
        Duration patience = timeout.compareTo(CONFIRMATION) < 0 ? timeout : CONFIRMATION;
        if (!goodbyes.awaitConfirmations(patience)) LOG.debug("Not everybody has confirmed the good-bye.");
    }

    private void sendEmpty(Address receiver) {
        try {
            send(new EmptyMessage(receiver).setFlag(Message.Flag.NO_FC).setFlag(Message.TransientFlag.DONT_LOOPBACK));
        } catch (GroupException e) {
            LOG.debug("The good-bye or its confirmation could not be sent.", e);
        }
    }

    @Override
    public synchronized void shutdown() {
        end(() -> {
            lookout.silence();
            breakConnections();
            channel.getProtocolStack().stopStack(settings.group());
            channel.getProtocolStack().destroy();
            NameCache.remove(Members.address(self));
        });
    }

    @Override
    public synchronized void shutdownTransport() throws GroupException {
        if (!connected()) throw notConnected(null);
        lookout.silence();
        breakConnections();
        transport().down(new Event(Event.DISCONNECT, Members.address(self)));
    }

    private Optional<JChannel> connectedChannel() {
        return connected() ? Optional.of(channel) : Optional.empty();
    }

    /** Measures who sends. */
    SendClock sending() {
        return sending;
    }

    /** The channel in use, for what looks into the stack. */
    JChannel channel() {
        return channel;
    }

    Inbound inbound() {
        return inbound;
    }

    Goodbyes goodbyes() {
        return goodbyes;
    }

    Lookout lookout() {
        return lookout;
    }

    /** Whether what this member says past faults is for this one, although it is cut off. */
    boolean hears(UUID member) {
        return faults.hears(member);
    }

    ListDiscovery listDiscovery() {
        return discovery;
    }

    private void breakConnections() {
        if (transport() instanceof BasicTCP tcp) tcp.clearConnections(false);
    }

    private TP transport() {
        return channel.getProtocolStack().getTransport();
    }

    @Override
    public void close() {
        disconnect(Duration.ofSeconds(1));
    }

    private void end(Runnable stop) {
        if (state == State.ENDED) return;
        boolean wasConnected = state == State.CONNECTED;
        state = State.ENDED;
        Bundler bundler = transport().getBundler();
        reservation.close();
        stop.run();
        endThreadsOf(bundler);
        if (wasConnected) inbound.end();
    }

    /** What is sent while JGroups stops makes its bundler (5.5.7) start a thread that nobody would end. */
    private static void endThreadsOf(Bundler stopped) {
        if (stopped instanceof PerDestinationBundler threaded) threaded.stop();
    }

    private void onTransportThread(Runnable task) {
        transport().getThreadPool().execute(task);
    }
}
