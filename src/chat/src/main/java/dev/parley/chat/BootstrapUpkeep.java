package dev.parley.chat;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import dev.parley.chat.Conversation.ViewNews;
import dev.parley.group.Group;
import dev.parley.group.GroupEvent;
import dev.parley.group.Member;
import dev.parley.group.Membership;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Keeps the bootstrap list true and the group whole, by the rules of the client (bootstrap-api, "Who does what"). Acts on its
 * own thread, {@code parley-upkeep}, always a little later and never all members at once; what it is told, it is told from any
 * thread without waiting.
 */
final class BootstrapUpkeep implements AutoCloseable {
    /** At rest a member asks the service less than once a minute. */
    private static final Duration SLOW_PACE = Duration.ofSeconds(80);

    /** A peer that is alone looks for others, and checks whom the list names, this often. */
    private static final Duration ALONE_PACE = Duration.ofMillis(1_100);

    /** Members that nobody told of a service look this often whether this machine's is there. */
    private static final Duration WATCH_PACE = Duration.ofSeconds(2);

    /** Members act one after the other: each place further down the view waits so much longer. */
    private static final Duration STAGGER = Duration.ofMillis(300);

    /** A service that does not answer must not keep a peer from leaving. */
    private static final Duration GOOD_BYE = Duration.ofSeconds(2);

    private static final Logger LOG = LogManager.getLogger();

    private final PeerList peers;
    private final DeadPeers deadPeers = new DeadPeers(System::nanoTime);
    private final ScheduledExecutorService thread;
    private Optional<Situation> situation = Optional.empty();
    private boolean looking;

    BootstrapUpkeep(PeerList peers) {
        this.peers = peers;
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread own = new Thread(work, "parley-upkeep");
            own.setDaemon(true);
            return own;
        });
        peers.whenBack(() -> thread.execute(guarded(this::register)));
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

    /** The group is connected: from now on its list is kept. */
    void connected(Group group, RoomName room) {
        run(() -> {
            situation = Optional.of(new Situation(group, room, group.membership()));
            deadPeers.forget();
            register();
            peers.warnOfLoopback(group);
            looking = true;
            later(STAGGER.dividedBy(3), this::lookAroundWhileAlone);
            later(jittered(SLOW_PACE), this::atSlowPace);
            later(WATCH_PACE, this::watchService);
        });
    }

    /** Moves from the service used so far to another one, without a word to the group. Command threads. */
    void use(ServiceSettings other) throws SessionException {
        try {
            thread.submit(() -> {
                        peers.moveTo(other, situation.map(Situation::group));
                        register();
                        lookAround();
                        situation.ifPresent(now -> peers.warnOfLoopback(now.group()));
                    })
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException("The change of the bootstrap service was interrupted while it went on.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A view was installed. */
    void viewChanged(ViewNews news) {
        run(() -> {
            if (situation.isEmpty() || situation.get().group() != news.group()) return;
            Situation before = situation.get();
            Situation now = new Situation(before.group(), before.room(), news.membership());
            situation = Optional.of(now);
            if (now.rank() == 0 && (before.rank() != 0 || !news.left().isEmpty()))
                later(jittered(STAGGER.dividedBy(2)), () -> succeed(news.left()));
            if (news.merged() || (now.rank() != 0 && !news.left().isEmpty())) later(turn(now), this::lookAround);
            if (now.alone()) startLooking();
            else deadPeers.forget();
        });
    }

    private static Duration turn(Situation now) {
        return Duration.ofSeconds(1).plus(STAGGER.multipliedBy(now.rank())).plus(jitter(STAGGER));
    }

    /** The coordinator's part after members have gone: takes them off the list and offers itself. */
    private void succeed(List<GroupEvent.Departure> left) {
        situation.ifPresent(now -> {
            Optional<BootstrapData> list =
                    peers.ask(now.room(), client -> client.list(now.room().text()));
            for (GroupEvent.Departure gone : left) {
                String id = gone.member().id().toString();
                if (list.isPresent() && list.get().peers().containsKey(id))
                    list = peers.ask(
                            now.room(), client -> client.leave(now.room().text(), id));
            }
            list.ifPresent(data -> offer(now, data));
        });
    }

    private void offerByRank(Situation now, BootstrapData data) {
        if (now.rank() < data.config().maxPeers()) offer(now, data);
    }

    private void offer(Situation now, BootstrapData data) {
        Peer own = peers.entry(now.group());
        if (!data.peers().containsKey(own.id()))
            peers.ask(now.room(), client -> client.refill(now.room().text(), own));
    }

    /** Puts this peer on the list if there is room; the coordinator insists. */
    private void register() {
        situation.ifPresent(now -> {
            Peer own = peers.entry(now.group());
            peers.ask(now.room(), client -> client.join(now.room().text(), own)).ifPresent(data -> {
                if (now.rank() == 0) offer(now, data);
            });
        });
    }

    /** Where entries last only for a time, offering again makes one's own last longer; elsewhere it changes nothing. */
    private void renew() {
        situation.ifPresent(now -> {
            Peer own = peers.entry(now.group());
            boolean listed = peers.access()
                    .lastList(now.room())
                    .filter(list -> list.peers().containsKey(own.id()))
                    .isPresent();
            if (listed) peers.ask(now.room(), client -> client.refill(now.room().text(), own));
        });
    }

    private void startLooking() {
        if (looking) return;
        looking = true;
        later(ALONE_PACE, this::lookAroundWhileAlone);
    }

    private void lookAroundWhileAlone() {
        looking = situation.isPresent() && situation.get().alone();
        if (!looking) return;
        lookAround();
        later(jittered(ALONE_PACE), this::lookAroundWhileAlone);
    }

    /**
     * Reads the list and contacts whom it shows and the view does not. Alone, also removes the dead from it; otherwise offers
     * this peer if it is one of the longest standing.
     */
    private void lookAround() {
        situation.ifPresent(now -> peers.ask(
                        now.room(), client -> client.list(now.room().text()))
                .ifPresent(data -> {
                    List<Peer> strangers = peers.useful(now.group(), data).stream()
                            .filter(peer -> !now.knows(peer))
                            .toList();
                    meet(now, strangers);
                    if (now.alone()) clear(now, data, strangers);
                    else offerByRank(now, data);
                }));
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
            list = peers.ask(now.room(), client -> client.leave(now.room().text(), dead.id()))
                    .orElse(list);
        }
        offer(now, list);
    }

    private void atSlowPace() {
        renew();
        lookAround();
        later(jittered(SLOW_PACE), this::atSlowPace);
    }

    /** Nobody named a service: the one of this machine is run by whoever finds it gone first. */
    private void watchService() {
        situation.filter(now -> peers.access().onThisMachine()).ifPresent(now -> {
            if (!peers.access().localAnswers())
                later(STAGGER.multipliedBy(Math.max(0, now.rank())).plus(jitter(STAGGER)), this::takeOver);
            else if (peers.access().watchLocal()) register();
        });
        later(WATCH_PACE, this::watchService);
    }

    private void takeOver() {
        if (!peers.access().onThisMachine()) return;
        peers.access().watchLocal();
        register();
    }

    /** Registers once more, now. */
    void registerAgain(Group group) {
        run(() -> {
            if (situation.isPresent() && situation.get().group() == group) register();
        });
    }

    /** Takes this peer off the list and stops keeping it; waits a little for that. Command threads. */
    void leaving(Group group) {
        try {
            thread.submit(() -> {
                        situation = Optional.empty();
                        peers.remove(group, new RoomName(group.settings().group()));
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
        run(() -> situation = Optional.empty());
    }

    private void run(Runnable work) {
        thread.execute(guarded(work));
    }

    /** Runs later what concerns the group of now, unless it has been left by then. */
    private void later(Duration delay, Runnable work) {
        Optional<Group> group = situation.map(Situation::group);
        Runnable unlessLeft = guarded(() -> {
            if (situation.map(Situation::group).equals(group)) work.run();
        });
        ScheduledFuture<?> unused = thread.schedule(unlessLeft, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Runnable guarded(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.error("in upkeep", e);
            }
        };
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
