package dev.parley.chat;

import dev.parley.chat.GroupFeed.Heard;
import dev.parley.chat.WireMessage.AboutTold;
import dev.parley.chat.WireMessage.Ack;
import dev.parley.chat.WireMessage.Burst;
import dev.parley.chat.WireMessage.Hello;
import dev.parley.chat.WireMessage.MapDigest;
import dev.parley.chat.WireMessage.MapEntries;
import dev.parley.chat.WireMessage.MapWritten;
import dev.parley.chat.WireMessage.Marks;
import dev.parley.chat.WireMessage.MarksRequest;
import dev.parley.chat.WireMessage.OlderRequest;
import dev.parley.chat.WireMessage.Order;
import dev.parley.chat.WireMessage.OrderAnswer;
import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.PageRequest;
import dev.parley.chat.WireMessage.Ping;
import dev.parley.chat.WireMessage.Pong;
import dev.parley.chat.WireMessage.Said;
import dev.parley.chat.WireMessage.Unknown;
import dev.parley.group.Group;
import dev.parley.group.GroupEvent;
import dev.parley.group.Member;
import dev.parley.group.Membership;
import dev.parley.group.StackPrint;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Does with a group's events what they call for, for one stay in one group. Confined to the session thread. */
final class Conversation implements GroupFeed.Ear {
    private static final Logger LOG = LogManager.getLogger();

    private final SessionParts parts;
    private final MessageDesk desk;
    private final MapTalk map;
    private final Presence presence;
    private final Consumer<ViewNews> upkeep;
    private final Introductions introductions;
    private final OrderTalk orders;
    private final Abouts abouts;
    private final Pings pings;
    private final Set<UUID> unanswered = new HashSet<>();
    private Runnable whenAnswered = () -> {};
    private GroupFeed feed;
    private RoomTalk talk;
    private boolean inAView;
    private boolean toldOfUnknown;

    /** @param upkeep told of every view after the faces */
    Conversation(SessionParts parts, MessageDesk desk, MapTalk map, Presence presence, Consumer<ViewNews> upkeep) {
        this.parts = parts;
        this.desk = desk;
        this.map = map;
        this.presence = presence;
        this.upkeep = upkeep;
        this.introductions = new Introductions(parts, this::ownHello);
        this.orders = new OrderTalk(parts);
        this.abouts = new Abouts(parts);
        this.pings = new Pings(parts);
    }

    /** A view, for who keeps the bootstrap list. */
    record ViewNews(Group group, Membership membership, List<GroupEvent.Departure> left, boolean merged) {}

    void attach(GroupFeed current, Group group, RoomTalk room) {
        feed = current;
        talk = room;
        map.enter(new RoomName(group.settings().group()));
        inAView = false;
        parts.wire().attach(group);
    }

    Optional<RoomTalk> talk() {
        return Optional.ofNullable(talk);
    }

    /** Stores what was said and heard, then tells it. */
    void flush() {
        talk().ifPresent(RoomTalk::flush);
    }

    /** The map of the room of the moment. */
    MapTalk map() {
        return map;
    }

    OrderTalk orders() {
        return orders;
    }

    boolean connected() {
        return inAView;
    }

    /** @throws SessionException that says what to do, if this peer is in no view */
    void requireView() throws SessionException {
        if (inAView) return;
        boolean joining = presence.state().state() == SessionState.JOINING;
        throw new SessionException(joining ? "Still joining: try again in a moment." : "Not in the group: type join.");
    }

    /** How many messages were ignored because they are malformed or forged. */
    long ignored() {
        return parts.refusals().count();
    }

    /** What members say of their programs. */
    Abouts abouts() {
        return abouts;
    }

    Pings pings() {
        return pings;
    }

    Introductions introductions() {
        return introductions;
    }

    @Override
    public void viewChanged(GroupFeed from, GroupEvent.ViewChanged event) {
        if (from != feed) return;
        talk.flush();
        Group group = parts.wire().group().orElseThrow();
        Map<UUID, String> before = parts.roster().shownNames();
        boolean first = !inAView;
        inAView = true;
        parts.roster().viewChanged(event.membership(), group.self());
        parts.roster().hello(group.self(), ownHello(false));
        Roster roster = rosterNow(group);
        parts.faces()
                .tell(new SessionEvent.ViewShown(
                        presence.state().room(),
                        roster,
                        event.joined().stream().map(this::shown).toList(),
                        event.left().stream()
                                .map(gone -> departed(gone, before))
                                .toList(),
                        event.merged()));
        presence.in(roster, group.localAddress());
        abouts.viewChanged(group, parts.roster().ids());
        introductions.viewChanged(event.joined());
        talk.viewChanged(parts.roster().ids(), !event.left().isEmpty(), first, event.merged());
        map.viewChanged(first, event.merged(), !event.left().isEmpty());
        parts.answers().viewChanged(parts.roster().ids());
        orders.viewChanged(parts.roster().ids());
        upkeep.accept(new ViewNews(group, event.membership(), event.left(), event.merged()));
    }

    private String shown(Member member) {
        return parts.roster().shownName(member.id()).orElse(member.logicalName());
    }

    private static SessionEvent.Departed departed(GroupEvent.Departure gone, Map<UUID, String> before) {
        Member member = gone.member();
        return new SessionEvent.Departed(before.getOrDefault(member.id(), member.logicalName()), gone.reason());
    }

    private Roster rosterNow(Group group) {
        return parts.roster()
                .roster(member ->
                        member.equals(group.self()) ? Optional.of(group.localAddress()) : group.addressOf(member));
    }

    @Override
    public void suspected(GroupFeed from, GroupEvent.Suspected suspicion) {
        if (from != feed) return;
        String name = shown(suspicion.member());
        parts.timeline()
                .add(
                        "suspicion",
                        "%s is suspected: %s".formatted(name, suspicion.cause()),
                        Map.of("member", name, "cause", suspicion.cause()));
    }

    @Override
    public void heard(GroupFeed from, List<Heard> messages) {
        if (from == feed) messages.forEach(this::heard);
    }

    @Override
    public void whispered(GroupFeed from, Heard heard) {
        if (from != feed) return;
        if (heard.message() instanceof Order order) orders.ordered(heard.from(), order, true);
        else if (heard.message() instanceof OrderAnswer answer) orders.answered(heard.from(), answer);
        else parts.refusals().refuse(heard.from(), "whispered");
    }

    private void heard(Heard heard) {
        WireMessage message = heard.message();
        UUID from = heard.from();
        if (message instanceof Said said) talk.heard(from, List.of(said.entry()));
        else if (message instanceof Burst burst) talk.heard(from, burst.entries());
        else if (message instanceof Ack ack) talk.confirmations().acknowledged(from, ack);
        else if (message instanceof Hello hello) introduced(from, hello);
        else if (message instanceof AboutTold told) introduced(from, told.about());
        else if (message instanceof Ping ping) pings.pinged(from, ping);
        else if (message instanceof Pong pong) pings.ponged(pong);
        else if (message instanceof Marks marks) talk.marked(from, marks);
        else if (message instanceof MarksRequest request) talk.askedForMarks(from, request);
        else if (message instanceof OlderRequest request) talk.askedForOlder(from, request);
        else if (message instanceof PageRequest request) talk.askedForPage(from, request);
        else if (message instanceof Page page) talk.paged(from, page);
        else if (message instanceof MapWritten written) map.written(from, written.entry());
        else if (message instanceof MapDigest digest) map.told(from, digest);
        else if (message instanceof MapEntries entries) map.received(from, entries);
        else if (message instanceof Order order) orders.ordered(from, order, false);
        else if (message instanceof OrderAnswer answer) orders.answered(from, answer);
        else if (message instanceof Unknown unknown) unknown(from, unknown);
    }

    private void introduced(UUID from, Hello hello) {
        if (!Names.valid(hello.name())) {
            parts.refusals().refuse(from, "a name that is none");
            return;
        }
        desk.learn(hello.clock());
        Map<UUID, String> before = parts.roster().shownNames();
        introductions.heard(from, hello);
        talk.confirmations().introduced(hello);
        if (unanswered.remove(from)) whenAnswered.run();
        rosterChanged(!before.equals(parts.roster().shownNames()));
    }

    private void introduced(UUID from, About about) {
        parts.wire().group().ifPresent(group -> abouts.told(group, from, about));
    }

    @Override
    public void stackMet(GroupFeed from, StackPrint stack) {
        if (from == feed) parts.wire().group().ifPresent(group -> abouts.met(group, stack, "Somebody in this room"));
    }

    /** What this peer runs is something else than it told. */
    void stackChanged(Group group) {
        if (parts.wire().group().filter(current -> current == group).isPresent()) abouts.ownChanged(group);
    }

    /** Says hello to all members; the answers complete {@code all} once everybody has given one. */
    Stay.Round callRound(CompletableFuture<Boolean> all) {
        List<UUID> asked = parts.roster().others();
        unanswered.clear();
        unanswered.addAll(asked);
        whenAnswered = () -> {
            if (unanswered.isEmpty()) all.complete(true);
        };
        introductions.callRound();
        whenAnswered.run();
        return () -> asked.size() - unanswered.size();
    }

    Duration clockDifference() {
        return desk.clockDifference();
    }

    void tell(SessionEvent event) {
        parts.faces().tell(event);
    }

    private void rosterChanged(boolean names) {
        Group group = parts.wire().group().orElseThrow();
        Roster roster = rosterNow(group);
        RoomName room = presence.state().room();
        talk.flush();
        parts.faces()
                .tell(
                        names
                                ? new SessionEvent.ViewShown(room, roster, List.of(), List.of(), false)
                                : new SessionEvent.RosterChanged(room, roster));
        presence.in(roster, group.localAddress());
    }

    private void unknown(UUID from, Unknown unknown) {
        LOG.debug("version {}, type {} of {}", unknown.version(), unknown.type(), from);
        if (toldOfUnknown) return;
        toldOfUnknown = true;
        String who = parts.roster().shownName(from).orElse("A member");
        parts.faces()
                .tell(new SessionEvent.NoticeGiven(
                        SessionEvent.Level.WARN,
                        who + " runs a newer Parley, some of whose messages cannot be read here: update this one."));
    }

    /** Takes part in the chat, or no longer, and tells everybody. */
    void takePart(boolean take) {
        if (talk.takingPart() == take) return;
        if (take) talk.takePart();
        else talk.stopTakingPart();
        if (!inAView) return;
        rosterChanged(tellChange());
    }

    /**
     * Says hello to all, later by the clock than before: one without a clock could not be told from those that it overtakes.
     * Tells whether a shown name has changed with it.
     */
    private boolean tellChange() {
        Stamp now = desk.now();
        LOG.debug("something about this peer has changed at {}", now);
        introductions.changed();
        return parts.roster().hello(parts.roster().self(), ownHello(false));
    }

    /** Takes another name and tells everybody. */
    void rename(PeerName own) {
        presence.rename(own);
        if (!inAView) return;
        rosterChanged(tellChange());
    }

    private Hello ownHello(boolean answerWanted) {
        AuthorRun run = desk.run();
        return new Hello(
                run.author(),
                run.incarnation(),
                presence.name().text(),
                talk.takingPart(),
                desk.reading(),
                talk.lastNumber(),
                answerWanted);
    }

    @Override
    public void disconnected(GroupFeed from) {
        if (from == feed) leaveView();
    }

    /** Forgets the group; what it still says is ignored. */
    void detach() {
        leaveView();
        feed = null;
    }

    private void leaveView() {
        if (talk != null) talk.flush();
        inAView = false;
        map.leave();
        abouts.leave();
        parts.wire().detach();
        parts.roster().viewChanged(Membership.NONE, new UUID(0, 0));
        presence.left();
    }

    void joining(RoomName room, InetSocketAddress address) {
        presence.joining(room, address);
    }
}
