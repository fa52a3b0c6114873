package dev.parley.chat;

import dev.parley.group.Group;
import dev.parley.group.GroupException;
import dev.parley.group.GroupFactory;
import dev.parley.group.GroupSettings;
import dev.parley.group.Health;
import dev.parley.group.Ports;
import dev.parley.group.ProtocolReport;
import dev.parley.group.StackFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * The steps by which a peer gets into its group and out of it again, one by one. A step that is already done, or that the
 * running connection makes unnecessary, succeeds and changes nothing. All methods block; called from command threads.
 */
public final class Connection {
    private final SessionSettings settings;
    private final GroupFactory groups;
    private final Stay stay;
    private final PeerList peers;
    private final BootstrapUpkeep upkeep;
    private volatile Configuration configuration;
    private boolean configured;
    private boolean started;
    private volatile Optional<Group> group = Optional.empty();
    private volatile Optional<JoinReport> lastReport = Optional.empty();

    Connection(SessionSettings settings, GroupFactory groups, Stay stay, PeerList peers, BootstrapUpkeep upkeep) {
        this.settings = settings;
        this.groups = groups;
        this.stay = stay;
        this.peers = peers;
        this.upkeep = upkeep;
        this.configuration = initial(settings.room());
    }

    /** The configuration that the next {@link #create} uses. */
    public record Configuration(
            StackFile stack, RoomName room, Optional<InetAddress> bindAddress, OptionalInt bindPort) {
        Configuration with(RoomName other) {
            return new Configuration(stack, other, bindAddress, bindPort);
        }

        Configuration with(StackFile other) {
            return new Configuration(other, room, bindAddress, bindPort);
        }
    }

    /** This node under its shown name. */
    public record LocalNode(String name, UUID id, InetSocketAddress address) {}

    /** How far the way into the group has been gone. */
    public enum Step {
        NONE,
        CONFIGURED,
        CREATED,
        STARTED,
        CONNECTED
    }

    /** Everything about the channel. */
    public record Overview(
            Step step,
            Optional<LocalNode> node,
            String viewId,
            List<ProtocolReport> protocols,
            List<String> hardening) {}

    private Configuration initial(RoomName room) {
        return new Configuration(
                settings.stack(),
                room,
                settings.bind().address(),
                settings.bind().port());
    }

    /** Starts a configuration from the stack file, with that port if given (0: any free one). */
    public synchronized Configuration configure(OptionalInt bindPort) throws SessionException {
        if (bindPort.isPresent() && (bindPort.getAsInt() < 0 || bindPort.getAsInt() > 65_535))
            throw new SessionException("A port is a number from 0 to 65535, not " + bindPort.getAsInt() + ".");
        configured = true;
        if (bindPort.isPresent())
            configuration =
                    new Configuration(configuration.stack, configuration.room, configuration.bindAddress, bindPort);
        return configuration;
    }

    public synchronized Configuration configuration() {
        return configuration;
    }

    /** A stack file by its path, or its name in the folders of stacks. */
    public StackFile stackNamed(String nameOrPath) throws SessionException {
        try {
            return StackFile.find(nameOrPath, settings.stackFolders());
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
    }

    /** Takes another stack file for the next channel. */
    public synchronized Configuration load(String nameOrPath) throws SessionException {
        reconfigure(configuration.with(find(nameOrPath)));
        return configuration;
    }

    /** A stack by path or name, not taken yet. Does not block for others. */
    StackFile find(String nameOrPath) throws SessionException {
        try {
            return StackFile.find(nameOrPath, settings.stackFolders());
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
    }

    /** Where stack files are looked up by name. */
    List<Path> stackFolders() {
        return settings.stackFolders();
    }

    /** The stack that runs, with what has changed in it; the configured one if none does. Does not block for others. */
    StackFile currentStack() {
        return group.filter(Group::connected)
                .map(running -> running.stack().current())
                .orElse(configuration.stack);
    }

    /** Another configuration for the next channel. */
    synchronized void reconfigure(Configuration next) {
        configuration = next;
        configured = true;
    }

    /** Makes a channel of a configuration and forgets it again: most of what is wrong with a stack shows then. */
    void tryOut(Configuration next) throws SessionException {
        try {
            stay.tryOut(feed -> groups.create(wanted(next, OptionalInt.of(0)), feed))
                    .close();
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
    }

    /** Writes the effective stack as XML; empty: {@code <name>.xml} in the working directory. Returns the file written. */
    public synchronized Path save(Optional<Path> file) throws SessionException {
        Path target = file.orElseGet(() -> Path.of(settings.name().text() + ".xml"));
        StackFile stack = currentStack();
        if (configuration.bindPort.isPresent()) stack = stack.withBindPort(configuration.bindPort.getAsInt());
        try {
            return Files.writeString(target, stack.toXml());
        } catch (IOException e) {
            throw new SessionException("%s cannot be written (%s); name another file.".formatted(target, reason(e)), e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }

    /** Creates the channel, not connected yet, and returns its node with the reserved address. */
    public synchronized LocalNode create() throws SessionException {
        if (group.isEmpty()) group = Optional.of(make());
        return node(group.get());
    }

    private Group make() throws SessionException {
        configured = true;
        GroupSettings wanted = wanted(configuration, configuration.bindPort);
        try {
            return stay.open(configuration.room, feed -> groups.create(wanted, feed));
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
    }

    private GroupSettings wanted(Configuration by, OptionalInt port) {
        InetAddress address = by.bindAddress.orElseGet(peers::routeAddress);
        return new GroupSettings(stay.presence().name().text(), by.room.text(), by.stack, Optional.of(address), port);
    }

    private LocalNode node(Group of) {
        return new LocalNode(stay.presence().state().self(), of.self(), of.localAddress());
    }

    /** This node. Throws if there is no channel. */
    public synchronized LocalNode localNode() throws SessionException {
        return node(needed());
    }

    private Group needed() throws SessionException {
        return group.orElseThrow(() ->
                new SessionException("There is no channel yet: type memberlistcreate, or join to do all at once."));
    }

    /** The channel. Throws if it is not connected. Does not block for others. */
    Group neededConnected() throws SessionException {
        return group.filter(Group::connected).orElseThrow(() -> new SessionException("Not in the group: type join."));
    }

    /** The channel, if there is one; to look at, since all else goes through the session. Does not block for others. */
    public Optional<Group> group() {
        return group;
    }

    public synchronized Overview overview() {
        return new Overview(
                step(),
                group.map(this::node),
                group.map(of -> of.membership().viewId()).orElse(""),
                group.map(Group::protocols).orElse(List.of()),
                group.map(Group::hardening).orElse(List.of()));
    }

    private Step step() {
        if (group.isEmpty()) return configured ? Step.CONFIGURED : Step.NONE;
        if (group.get().connected()) return Step.CONNECTED;
        return started ? Step.STARTED : Step.CREATED;
    }

    /** Allows broadcasts, which connecting does too, and returns the local address. */
    public synchronized InetSocketAddress startBroadcasts() throws SessionException {
        started = true;
        return needed().localAddress();
    }

    /** Connects, through the bootstrap peers if {@code contacts} is empty. */
    public synchronized JoinReport connect(List<InetSocketAddress> contacts) throws SessionException {
        Group current = needed();
        if (current.connected()) {
            if (contacts.isEmpty()) return reported(current, peers.contacts(current));
            current.discovery().feed(contacts);
            current.discovery().checkForOtherParts();
            return reported(current, Candidates.given(contacts));
        }
        stay.joining(configuration.room, current);
        Contacting contacting = new Contacting(current, contacts);
        try {
            current.connect(contacting);
        } catch (GroupException e) {
            peers.remove(current, configuration.room);
            forget();
            throw new SessionException(e.getMessage(), e);
        }
        started = true;
        upkeep.connected(current, configuration.room, contacting.tried.addresses(), contacting.since);
        return reported(current, contacting.tried);
    }

    /** Finds out whom to contact as soon as this peer can be contacted itself, so that nobody is told of a peer too early. */
    private final class Contacting implements Runnable {
        private final Group joining;
        private final List<InetSocketAddress> given;
        private Candidates tried;
        private long since;

        private Contacting(Group joining, List<InetSocketAddress> given) {
            this.joining = joining;
            this.given = given;
        }

        @Override
        public void run() {
            tried = given.isEmpty() ? peers.contacts(joining) : Candidates.given(given);
            joining.discovery().feed(tried.addresses());
            since = System.nanoTime();
        }
    }

    private JoinReport reported(Group current, Candidates candidates) throws SessionException {
        Search search = Searching.at(current, candidates);
        JoinReport report = new JoinReport(search, stay.members());
        lastReport = Optional.of(report);
        return report;
    }

    /** How the last way into a group went; does not block. */
    Optional<JoinReport> lastReport() {
        return lastReport;
    }

    /**
     * Leaves the group in order.
     *
     * @param timeout how long to wait, at most, for acknowledgements and then for the answer to the good-bye
     */
    public synchronized void leave(Duration timeout) throws SessionException {
        if (group.isEmpty()) return;
        Group current = group.get();
        if (current.connected()) awaitReceipts(timeout);
        upkeep.leaving(current);
        current.disconnect(timeout);
        forget();
    }

    private void awaitReceipts(Duration timeout) throws SessionException {
        List<String> behind = stay.awaitReceipts(timeout);
        if (!behind.isEmpty())
            stay.tell(new SessionEvent.NoticeGiven(
                    SessionEvent.Level.WARN,
                    "Left before %s had confirmed your last messages; they may not have them."
                            .formatted(String.join(", ", behind))));
    }

    /** Tells this node's data to all members and to the bootstrap service again. Returns how many members answered. */
    public synchronized int advertise(Duration timeout) throws SessionException {
        Group current = neededConnected();
        upkeep.registerAgain(current);
        return stay.callRound(timeout);
    }

    /** Stops without good-bye. */
    public synchronized void shutdown() throws SessionException {
        Group current = needed();
        upkeep.gone();
        current.shutdown();
        forget();
    }

    /** Stops only the transport. */
    public synchronized void shutdownTransport() throws SessionException {
        try {
            neededConnected().shutdownTransport();
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
    }

    /** Where this peer listens. */
    public Ports ports() throws SessionException {
        return neededConnected().ports();
    }

    /** Whether the failure detector beside the member at this address answers. Blocks for up to three seconds. */
    public boolean detectorAnswers(InetSocketAddress address) throws SessionException {
        return neededConnected().discovery().detectorAnswers(address);
    }

    /** How well communication goes here. Blocks up to half a second. */
    public Health health() throws SessionException {
        try {
            return neededConnected().health();
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
    }

    /** Forgets the channel (leaving in order if connected) and its configuration. */
    public synchronized void delete() throws SessionException {
        leave(Duration.ofSeconds(1));
        configured = false;
        configuration = initial(configuration.room);
    }

    private void forget() {
        group.ifPresent(Group::close);
        group = Optional.empty();
        started = false;
        stay.end();
    }
}
