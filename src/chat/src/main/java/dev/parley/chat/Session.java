package dev.parley.chat;

import dev.parley.group.Group;
import dev.parley.group.GroupFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * One peer's part in one room at a time: membership, chat and upkeep of the bootstrap list behind one door.
 *
 * <p>Methods may be called from any thread except a {@link SessionListener}'s; those that throw {@link SessionException}
 * block and belong on a command thread.
 */
public final class Session implements AutoCloseable {
    /** How long an orderly end waits for others to acknowledge what was said last. */
    public static final Duration LEAVE_TIMEOUT = Duration.ofSeconds(5);

    private static final Logger LOG = LogManager.getLogger();

    private final Faces faces = new Faces();
    private final WireCodec codec = new WireCodec();
    private final Outbox outbox = new Outbox(codec);
    private final SessionLoop loop = new SessionLoop(this::drained);
    private final Presence presence;
    private final Conversation conversation;
    private final Rooms rooms;
    private final BootstrapAccess access;
    private final PeerList peers;
    private final BootstrapUpkeep upkeep;
    private final Connection connection;
    private final BootstrapDesk desk;
    private final FaultDesk faults;
    private final Chat chat;
    private final SharedMap map;
    private final Timeline timeline;
    private final RemotePermissions permissions = new RemotePermissions();
    private final OrderDesk orders;
    private final GroupFaults groupFaults;
    private final StackDesk stack;
    private final StatsDesk stats;
    private boolean closed;

    /**
     * Constructs and connects nothing.
     *
     * @param local runs the service of this machine when no other is configured
     */
    public Session(SessionSettings settings, GroupFactory groups, LocalBootstrap local) {
        this(settings, groups, local, InstantSource.system());
    }

    /** @param clock what this machine takes for the time */
    Session(SessionSettings settings, GroupFactory groups, LocalBootstrap local, InstantSource clock) {
        presence = new Presence(faces, settings.room(), settings.name());
        RosterKeeper roster = new RosterKeeper();
        Refusals refusals = new Refusals(loop, faces, roster);
        timeline = new Timeline(loop, faces, clock);
        MetMembers met = new MetMembers();
        SessionParts parts = new SessionParts(
                loop, new Wire(outbox), new Answers(loop, outbox), faces, timeline, roster, met, refusals);
        MessageDesk messages =
                new MessageDesk(Identity.ofFolder(settings.folder(), clock), presence::name, clock, roster);
        HistoryShelf shelf = new HistoryShelf(
                settings.folder().resolve("rooms"),
                settings.history(),
                sentence -> faces.tell(new SessionEvent.NoticeGiven(SessionEvent.Level.WARN, sentence)));
        rooms = new Rooms(shelf, messages, parts);
        access = new BootstrapAccess(settings.service(), local, settings.folder());
        peers = new PeerList(
                presence::name, access, this::serviceChanged, notice -> loop.post(() -> faces.tell(notice)));
        upkeep = new BootstrapUpkeep(peers, new UpkeepThread(loop));
        MapTalk mapTalk = new MapTalk(parts, messages);
        conversation = new Conversation(parts, messages, mapTalk, presence, upkeep::viewChanged);
        Stay stay = new Stay(loop, conversation, presence, codec, refusals, rooms);
        connection = new Connection(settings, groups, stay, peers, upkeep);
        desk = new BootstrapDesk(access, peers, upkeep, connection);
        faces.add(met);
        faces.add(new ViewChronicle(timeline));
        faults = new FaultDesk(connection, met, timeline);
        RoundTrips roundTrips = new RoundTrips();
        faces.add(roundTrips);
        chat = new Chat(loop, conversation, outbox, presence, roundTrips);
        stats = new StatsDesk(connection, chat, roundTrips);
        map = new SharedMap(loop, conversation, outbox);
        orders = new OrderDesk(loop, conversation);
        groupFaults = new GroupFaults(faults, orders, permissions, connection, met);
        stack = new StackDesk(connection, new StackSwap(connection, stay), parts, conversation, orders);
        stack.obey(permissions::stack);
        loop.start();
    }

    private void serviceChanged(SessionEvent.NoticeGiven notice) {
        timeline.add("service", notice.text(), Map.of());
        loop.post(() -> faces.tell(notice));
    }

    private void drained() {
        conversation.flush();
    }

    /** Joins in the background; what comes of it is told to the listeners. */
    public void start() {
        Thread joining = new Thread(this::joinOnStart, "parley-start");
        joining.setDaemon(true);
        joining.start();
    }

    private void joinOnStart() {
        try {
            join(Optional.empty());
        } catch (SessionException e) {
            LOG.warn("not joined", e);
            notice(SessionEvent.Level.WARN, e.getMessage());
            loop.post(() -> presence.settled().completeExceptionally(e));
        }
    }

    /**
     * Completes with the first {@link SessionState#JOINED} or {@link SessionState#ALONE}; exceptionally if {@link #start}
     * fails.
     */
    public CompletableFuture<SessionState> settled() {
        return presence.settled();
    }

    /** Hears all events from now on; first told the current state, and the view if there is one. */
    public Subscription listen(SessionListener listener) {
        loop.post(() -> {
            faces.tell(listener, presence.state());
            Roster roster = presence.roster();
            if (!roster.entries().isEmpty())
                faces.tell(listener, new SessionEvent.ViewShown(room(), roster, othersIn(roster), List.of(), false));
            faces.add(listener);
        });
        return () -> faces.remove(listener);
    }

    private static List<String> othersIn(Roster roster) {
        return roster.entries().stream()
                .filter(entry -> !entry.self())
                .map(Roster.Entry::shownName)
                .toList();
    }

    public SessionState state() {
        return presence.state().state();
    }

    public RoomName room() {
        return presence.state().room();
    }

    /** This peer's shown name. */
    public String self() {
        return presence.state().self();
    }

    public Roster roster() {
        return presence.roster();
    }

    /** What a member of the view, this peer included, has said of its program; empty if it has not yet. */
    public Optional<About> about(UUID member) {
        return conversation.abouts().of(member);
    }

    /**
     * Takes another name for the rest of this run, seen by all members and in the bootstrap list.
     *
     * @return what this peer is shown as now: another than {@code name} if somebody has that already
     */
    public String rename(PeerName name) throws SessionException {
        String shown = loop.call(() -> {
            conversation.rename(name);
            return presence.state().self();
        });
        connection.group().filter(Group::connected).ifPresent(upkeep::registerAgain);
        return shown;
    }

    /**
     * Configures, creates, registers, connects and takes part in the chat, whatever of it is not done yet; progress comes as
     * notices. With another room than the current one, leaves that first.
     */
    public JoinReport join(Optional<RoomName> room) throws SessionException {
        if (room.isPresent() && !room.get().equals(connection.configuration().room())) {
            leave();
            connection.reconfigure(connection.configuration().with(room.get()));
        }
        Connection.LocalNode node = connection.create();
        notice(
                SessionEvent.Level.INFO,
                "Joining %s from %s.".formatted(connection.configuration().room(), Addresses.text(node.address())));
        loop.call(() -> {
            conversation.takePart(true);
            return true;
        });
        JoinReport report = connection.connect(List.of());
        for (Tried one : report.search().notReached()) notice(SessionEvent.Level.INFO, one.sentence());
        notice(SessionEvent.Level.INFO, report.summary());
        if (report.alone()) for (String sentence : report.search().advice()) notice(SessionEvent.Level.INFO, sentence);
        return report;
    }

    /**
     * Asks the bootstrap service once more, and knocks at whoever is listed and not in the view. Takes up to three seconds, more
     * if the service is slow.
     */
    public Search lookForOthers() throws SessionException {
        Group group = connection.neededConnected();
        return Searching.at(group, peers.candidates(group));
    }

    /** The same, and also at whoever was tried on the last way into the group, if nobody else is in the view. */
    public Search lookAgain() throws SessionException {
        Group group = connection.neededConnected();
        Candidates listed = peers.candidates(group);
        Optional<JoinReport> last =
                lastJoin().filter(report -> group.membership().size() <= 1);
        return Searching.at(
                group, last.map(report -> listed.and(report.search().tried())).orElse(listed));
    }

    private void notice(SessionEvent.Level level, String text) {
        loop.post(() -> faces.tell(new SessionEvent.NoticeGiven(level, text)));
    }

    /** How the last join went, empty before the first; does not block. */
    public Optional<JoinReport> lastJoin() {
        return connection.lastReport();
    }

    /** Leaves chat, group and bootstrap list in order. Does nothing if there is nothing to leave. */
    public void leave() throws SessionException {
        connection.leave(LEAVE_TIMEOUT);
    }

    public Connection connection() {
        return connection;
    }

    public BootstrapDesk bootstrap() {
        return desk;
    }

    public StackDesk stack() {
        return stack;
    }

    public StatsDesk stats() {
        return stats;
    }

    /** Faults at this peer. */
    public FaultDesk faults() {
        return faults;
    }

    /** Faults at all members that allow it. */
    public GroupFaults groupFaults() {
        return groupFaults;
    }

    public Chat chat() {
        return chat;
    }

    public SharedMap map() {
        return map;
    }

    /** What has happened, with times and causes. */
    public Timeline timeline() {
        return timeline;
    }

    /** What others may order this peer to do. */
    public RemotePermissions permissions() {
        return permissions;
    }

    public OrderDesk orders() {
        return orders;
    }

    /**
     * Leaves in order and stops everything. Idempotent.
     *
     * @param timeout how long to wait for acknowledgements
     */
    public synchronized void close(Duration timeout) {
        if (closed) return;
        closed = true;
        try {
            connection.leave(timeout);
        } catch (SessionException e) {
            LOG.warn("leaving", e);
        }
        upkeep.close();
        access.close();
        outbox.close();
        loop.post(rooms::close);
        loop.close();
    }

    /** {@link #close(Duration)} with {@link #LEAVE_TIMEOUT}. */
    @Override
    public void close() {
        close(LEAVE_TIMEOUT);
    }
}
