package dev.parley.chat;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.BootstrapException;
import dev.parley.bootstrap.Peer;
import dev.parley.chat.Conversation.ViewNews;
import dev.parley.chat.SessionEvent.Level;
import dev.parley.chat.SessionEvent.NoticeGiven;
import dev.parley.group.Group;
import dev.parley.group.GroupEvent;
import dev.parley.group.Member;
import dev.parley.group.Membership;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Keeps the bootstrap list true and the group whole, by the rules of the client (bootstrap-api, "Who does what"). Acts on its
 * own thread, {@code parley-upkeep}, always a little later and never all members at once; what it is told, it is told from any
 * thread without waiting.
 */
final class BootstrapUpkeep implements AutoCloseable {
    /** At rest a member asks the service about once a minute. */
    private static final Duration SLOW_PACE = Duration.ofSeconds(60);

    /** A peer that is alone looks for others, and checks whom the list names, this often. */
    private static final Duration ALONE_PACE = Duration.ofMillis(1_100);

    /** Members that nobody told of a service look this often whether this machine's is there. */
    private static final Duration WATCH_PACE = Duration.ofSeconds(2);

    /** Members act one after the other: each place further down the view waits so much longer. */
    private static final Duration STAGGER = Duration.ofMillis(300);

    private static final Duration GOOD_BYE = Duration.ofSeconds(2);

    private static final Logger LOG = LogManager.getLogger();

    private final PeerName name;
    private final BootstrapAccess access;
    private final Consumer<SessionEvent> tell;
    private final DeadPeers deadPeers = new DeadPeers(System::nanoTime);
    private final ScheduledExecutorService thread;
    private final Map<UUID, Long> registered = new ConcurrentHashMap<>();
    private Optional<Situation> situation = Optional.empty();
    private boolean unreachable;

    BootstrapUpkeep(PeerName name, BootstrapAccess access, Consumer<SessionEvent> tell) {
        this.name = name;
        this.access = access;
        this.tell = tell;
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread own = new Thread(work, "parley-upkeep");
            own.setDaemon(true);
            return own;
        });
    }

    /** The group that is kept, and where it stands. */
    private record Situation(Group group, RoomName room, Membership membership) {
        boolean alone() {
            return membership.size() <= 1;
        }

        int rank() {
            return membership.members().stream().map(Member::id).toList().indexOf(group.self());
        }

        boolean knows(Peer peer) {
            return membership.members().stream()
                    .anyMatch(member -> member.id().toString().equals(peer.id()));
        }
    }

    /** The local address to bind: on the way to the service. Blocks while a service of this machine is looked for. */
    InetAddress routeAddress() {
        if (access.onThisMachine()) return InetAddress.getLoopbackAddress();
        return access.service().map(Route::localAddressTo).orElse(InetAddress.getLoopbackAddress());
    }

    /** This peer's entry in the list, registered since the first time that it was asked for. Any thread. */
    Peer entry(Group group) {
        long since = registered.computeIfAbsent(group.self(), id -> System.currentTimeMillis() / 1_000);
        InetSocketAddress address = group.localAddress();
        String ip = address.getAddress().getHostAddress();
        return new Peer(group.self().toString(), name.text(), ip, address.getPort(), "tcp", "0", since);
    }

    /** Whom to contact: the service's list, or the last one kept when it does not answer. Blocks. */
    List<InetSocketAddress> contacts(Group group) {
        RoomName room = new RoomName(group.settings().group());
        try {
            return addresses(group, access.ask(room, client -> client.list(room.text())));
        } catch (BootstrapException e) {
            Optional<BootstrapData> kept = access.lastList(room);
            String instead = kept.isPresent()
                    ? " The peers it listed last are tried."
                    : " It is asked again while you are alone.";
            tell.accept(new NoticeGiven(Level.WARN, e.getMessage() + instead));
            return kept.map(data -> addresses(group, data)).orElse(List.of());
        }
    }

    /** The addresses of a list that can mean something here, own one left out. */
    private List<InetSocketAddress> addresses(Group group, BootstrapData data) {
        return useful(group, data).stream().map(Peer::socketAddress).toList();
    }

    /** Loopback entries in the list of a service for a network are somebody's mistake: ignored, never removed. */
    private List<Peer> useful(Group group, BootstrapData data) {
        return data.peers().values().stream()
                .filter(peer -> !peer.id().equals(group.self().toString()))
                .filter(peer -> access.onLoopback()
                        || !peer.socketAddress().getAddress().isLoopbackAddress())
                .toList();
    }

    /** The group is connected: from now on its list is kept. */
    void connected(Group group, RoomName room) {
        thread.execute(() -> {
            situation = Optional.of(new Situation(group, room, group.membership()));
            unreachable = false;
            deadPeers.forget();
            register();
            warnOfLoopback();
            later(Duration.ofMillis(100), () -> lookAround(ALONE_PACE));
            later(jittered(SLOW_PACE), this::atSlowPace);
            if (access.onThisMachine()) later(WATCH_PACE, this::watchService);
        });
    }

    /** A view was installed. */
    void viewChanged(ViewNews news) {
        thread.execute(() -> {
            if (situation.isEmpty() || situation.get().group() != news.group()) return;
            Situation before = situation.get();
            Situation now = new Situation(before.group(), before.room(), news.membership());
            situation = Optional.of(now);
            if (!now.alone()) deadPeers.forget();
            if (now.rank() == 0 && (before.rank() != 0 || !news.left().isEmpty()))
                later(jittered(STAGGER.dividedBy(2)), () -> succeed(news.left()));
            else if (!news.left().isEmpty()) later(turn(now), this::offerIfUnlisted);
            if (news.merged()) later(turn(now), () -> lookAround(SLOW_PACE));
            if (now.alone() && !before.alone()) later(ALONE_PACE, () -> lookAround(ALONE_PACE));
        });
    }

    private static Duration turn(Situation now) {
        return Duration.ofSeconds(1).plus(STAGGER.multipliedBy(now.rank())).plus(jitter(STAGGER));
    }

    /** The coordinator's part after members have gone: takes them off the list and offers itself. */
    private void succeed(List<GroupEvent.Departure> left) {
        situation.ifPresent(now -> {
            Optional<BootstrapData> list = ask(client -> client.list(now.room().text()));
            for (GroupEvent.Departure gone : left) {
                String id = gone.member().id().toString();
                if (list.isPresent() && list.get().peers().containsKey(id))
                    list = ask(client -> client.leave(now.room().text(), id));
            }
            list.ifPresent(data -> offer(now, data));
        });
    }

    private void offerIfUnlisted() {
        situation.ifPresent(now -> ask(client -> client.list(now.room().text())).ifPresent(data -> {
            if (now.rank() < data.config().maxPeers()) offer(now, data);
        }));
    }

    private void offer(Situation now, BootstrapData data) {
        Peer own = entry(now.group());
        if (!data.peers().containsKey(own.id()))
            ask(client -> client.refill(now.room().text(), own));
    }

    /** Puts this peer on the list if there is room; the coordinator insists. */
    private void register() {
        situation.ifPresent(now -> {
            Peer own = entry(now.group());
            ask(client -> client.join(now.room().text(), own)).ifPresent(data -> {
                if (now.rank() == 0) offer(now, data);
            });
        });
    }

    /** Reads the list, contacts whom it shows and the view does not; alone, checks them and goes on looking. */
    private void lookAround(Duration pace) {
        if (situation.isEmpty()) return;
        Situation now = situation.get();
        ask(client -> client.list(now.room().text())).ifPresent(data -> {
            List<Peer> strangers = useful(now.group(), data).stream()
                    .filter(peer -> !now.knows(peer))
                    .toList();
            meet(now, strangers);
            if (now.alone()) clear(now, data, strangers);
        });
        if (pace.equals(ALONE_PACE) && now.alone()) later(jittered(pace), () -> lookAround(pace));
    }

    private static void meet(Situation now, Collection<Peer> strangers) {
        if (strangers.isEmpty()) return;
        List<InetSocketAddress> everybody = new ArrayList<>();
        strangers.forEach(peer -> everybody.add(peer.socketAddress()));
        now.membership()
                .members()
                .forEach(member -> now.group().addressOf(member.id()).ifPresent(everybody::add));
        now.group().discovery().feed(everybody);
        now.group().discovery().checkForOtherParts();
    }

    private void clear(Situation now, BootstrapData data, List<Peer> strangers) {
        BootstrapData list = data;
        for (Peer dead : deadPeers.among(strangers)) {
            LOG.info("{} at {} is dead and taken off the list", dead.name(), dead.socketAddress());
            list = ask(client -> client.leave(now.room().text(), dead.id())).orElse(list);
        }
        offer(now, list);
    }

    private void atSlowPace() {
        offerIfUnlisted();
        lookAround(SLOW_PACE);
        later(jittered(SLOW_PACE), this::atSlowPace);
    }

    /** Nobody named a service: the one of this machine is run by whoever finds it gone first. */
    private void watchService() {
        if (situation.isPresent() && !access.localAnswers()) {
            Situation now = situation.get();
            later(STAGGER.multipliedBy(Math.max(0, now.rank())).plus(jitter(STAGGER)), this::takeOver);
        } else if (access.watchLocal()) register();
        later(WATCH_PACE, this::watchService);
    }

    private void takeOver() {
        access.watchLocal();
        register();
    }

    private void warnOfLoopback() {
        situation.ifPresent(now -> {
            if (!now.group().localAddress().getAddress().isLoopbackAddress() || access.onLoopback()) return;
            tell.accept(
                    new NoticeGiven(
                            Level.WARN,
                            "You are bound to loopback, where other machines cannot reach you: start with --bind-addr and this machine's address."));
        });
    }

    /** Registers once more, now. Any thread. */
    void registerAgain(Group group) {
        thread.execute(() -> {
            if (situation.isPresent() && situation.get().group() == group) register();
        });
    }

    /** Takes this peer off the list and stops keeping it; waits a little for that. */
    void leaving(Group group) {
        String id = group.self().toString();
        RoomName room = new RoomName(group.settings().group());
        try {
            thread.submit(() -> {
                        situation = Optional.empty();
                        if (registered.remove(group.self()) != null && !unreachable)
                            ask(room, client -> client.leave(room.text(), id));
                    })
                    .get(GOOD_BYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("not taken off the bootstrap list", e);
        }
    }

    /** Stops keeping the list, and leaves this peer's entry in it. */
    void gone() {
        thread.execute(() -> situation = Optional.empty());
    }

    private Optional<BootstrapData> ask(BootstrapAccess.Request request) {
        return situation.flatMap(now -> ask(now.room(), request));
    }

    private Optional<BootstrapData> ask(RoomName room, BootstrapAccess.Request request) {
        try {
            BootstrapData answer = access.ask(room, request);
            if (unreachable) backAgain();
            return Optional.of(answer);
        } catch (BootstrapException e) {
            LOG.info("{}", e.getMessage());
            if (!unreachable && situation.isPresent())
                tell.accept(new NoticeGiven(
                        Level.WARN, e.getMessage() + " The group goes on without it; only newcomers need it."));
            unreachable = true;
            return Optional.empty();
        }
    }

    private void backAgain() {
        unreachable = false;
        tell.accept(new NoticeGiven(Level.INFO, "The bootstrap service answers again."));
        thread.execute(this::register);
    }

    private void later(Duration delay, Runnable work) {
        Optional<Group> group = situation.map(Situation::group);
        ScheduledFuture<?> unused = thread.schedule(
                () -> {
                    if (situation.map(Situation::group).equals(group)) guarded(work);
                },
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.error("in upkeep", e);
        }
    }

    private static Duration jittered(Duration about) {
        return about.multipliedBy(3).dividedBy(4).plus(jitter(about.dividedBy(2)));
    }

    private static Duration jitter(Duration most) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + 1));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
