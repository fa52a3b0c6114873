package dev.parley.chat;

import dev.parley.chat.Conversation.ViewNews;
import dev.parley.group.Group;
import dev.parley.group.GroupEvent;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * When a member does its part in keeping the bootstrap list true and the group whole: always a little later, and never all members
 * at once. At rest a member asks less than once a minute, and of all members only one or two act on a view. Works on its own thread;
 * what it is told, it is told from any thread without waiting.
 */
final class BootstrapUpkeep implements AutoCloseable {
    /** With jitter, two questions of a member at rest are more than a minute apart. */
    private static final Duration SLOW_PACE = Duration.ofSeconds(84);

    /** A peer that is alone looks for others, and checks whom the list names, this often at first. */
    private static final Duration ALONE_PACE = Duration.ofMillis(500);

    /** And this often when it has been alone for long: whoever comes later finds it. */
    private static final Duration LONG_ALONE_PACE = Duration.ofSeconds(10);

    /** The coordinator asks a service that has not answered this often. */
    private static final Duration RETRY_PACE = Duration.ofSeconds(5);

    /** Members that nobody told of a service look this often whether this machine's is there. */
    private static final Duration WATCH_PACE = Duration.ofSeconds(2);

    /** So many do so; others would only be in their way. */
    private static final int WATCHERS = 3;

    /** Members act one after the other. */
    private static final Duration STAGGER = Duration.ofMillis(300);

    /** By then the coordinator has taken those who are gone off the list. */
    private static final Duration AFTER_THE_COORDINATOR = Duration.ofSeconds(1);

    /** A service that does not answer must not keep a peer from leaving. */
    private static final Duration GOOD_BYE = Duration.ofSeconds(2);

    private static final Logger LOG = LogManager.getLogger();

    private final PeerList peers;
    private final Clockwork clock;
    private final ListKeeper keeper;
    private Optional<Situation> situation = Optional.empty();
    private boolean looking;
    private boolean retrying;
    private boolean watching;
    private long aloneSince;

    BootstrapUpkeep(PeerList peers, Clockwork clock) {
        this.peers = peers;
        this.clock = clock;
        this.keeper = new ListKeeper(peers, clock::nanoTime);
        peers.whenBack(() -> clock.soon(() -> act(keeper::register)));
    }

    /**
     * The group is connected: from now on its list is kept.
     *
     * @param asked whom discovery has asked since {@code sinceNanos}
     */
    void connected(Group group, RoomName room, Collection<InetSocketAddress> asked, long sinceNanos) {
        clock.soon(() -> {
            situation = Optional.of(new Situation(group, room, group.membership()));
            looking = false;
            retrying = false;
            watching = false;
            keeper.begin(asked, sinceNanos);
            act(keeper::register);
            peers.warnOfLoopback(group);
            if (situation.get().alone()) startLooking(STAGGER.dividedBy(3));
            later(jittered(SLOW_PACE), this::atSlowPace);
            startWatching();
        });
    }

    /** Moves from the service used so far to another one, without a word to the group. Command threads. */
    void use(ServiceSettings other) throws SessionException {
        CompletableFuture<Void> done = new CompletableFuture<>();
        clock.soon(() -> {
            peers.moveTo(other, situation.map(Situation::group));
            act(keeper::register);
            act(keeper::repair);
            situation.ifPresent(now -> peers.warnOfLoopback(now.group()));
            startWatching();
            done.complete(null);
        });
        try {
            done.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException("The change of the bootstrap service was interrupted while it went on.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** A view was installed. */
    void viewChanged(ViewNews news) {
        clock.soon(() -> {
            if (situation.isEmpty() || situation.get().group() != news.group()) return;
            Situation before = situation.get();
            Situation now = new Situation(before.group(), before.room(), news.membership());
            situation = Optional.of(now);
            Optional<Integer> turn = keeper.departed(
                    now, news.left().stream().map(GroupEvent.Departure::member).toList());
            boolean changed = !news.left().isEmpty() || news.merged() || !before.coordinator();
            if (now.coordinator() && changed) later(clock.upTo(STAGGER.dividedBy(2)), () -> act(keeper::repair));
            else if (!news.left().isEmpty()) turn.ifPresent(place -> later(after(place), () -> act(keeper::succeed)));
            if (now.alone()) startLooking(ALONE_PACE);
            else keeper.inCompany();
        });
    }

    private Duration after(int place) {
        return AFTER_THE_COORDINATOR.plus(STAGGER.multipliedBy(place)).plus(clock.upTo(STAGGER));
    }

    private void startLooking(Duration begin) {
        if (looking) return;
        looking = true;
        aloneSince = clock.nanoTime();
        later(begin, this::lookAroundWhileAlone);
    }

    private void lookAroundWhileAlone() {
        looking = situation.isPresent() && situation.get().alone();
        if (!looking) return;
        act(keeper::lookAroundAlone);
        later(jittered(alonePace()), this::lookAroundWhileAlone);
    }

    private Duration alonePace() {
        Duration slower = Duration.ofNanos((clock.nanoTime() - aloneSince) / 10);
        Duration slowest = peers.unreachable() ? WATCH_PACE : LONG_ALONE_PACE;
        if (slower.compareTo(ALONE_PACE) < 0) return ALONE_PACE;
        return slower.compareTo(slowest) > 0 ? slowest : slower;
    }

    private void atSlowPace() {
        act(now -> {
            if (!now.alone()) keeper.lookAround(now);
        });
        later(jittered(SLOW_PACE), this::atSlowPace);
    }

    private void retry() {
        retrying = false;
        act(now -> {
            if (peers.unreachable() && now.coordinator()) keeper.register(now);
        });
    }

    /** Nobody named a service: the one of this machine is run by whoever finds it gone first. */
    private void startWatching() {
        if (watching || situation.isEmpty() || !peers.access().onThisMachine()) return;
        watching = true;
        later(WATCH_PACE, this::watchService);
    }

    private void watchService() {
        watching = peers.access().onThisMachine();
        if (!watching) return;
        act(now -> {
            if (now.rank() >= Math.max(WATCHERS, keeper.places())) return;
            if (!peers.access().localAnswers())
                later(STAGGER.multipliedBy(Math.max(0, now.rank())).plus(clock.upTo(STAGGER)), this::takeOver);
            else if (peers.access().watchLocal()) keeper.register(now);
            else if (!now.alone()) keeper.lookAround(now);
        });
        later(WATCH_PACE, this::watchService);
    }

    private void takeOver() {
        if (!peers.access().onThisMachine()) return;
        peers.access().watchLocal();
        act(keeper::register);
    }

    /** Registers once more, now. */
    void registerAgain(Group group) {
        clock.soon(() -> {
            if (situation.isPresent() && situation.get().group() == group) act(keeper::register);
        });
    }

    /** Takes this peer off the list and stops keeping it; waits a little for that. Command threads. */
    void leaving(Group group) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        clock.soon(() -> {
            situation = Optional.empty();
            peers.remove(group, new RoomName(group.settings().group()));
            done.complete(null);
        });
        try {
            done.get(GOOD_BYE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("not taken off the bootstrap list", e);
        }
    }

    /** Stops keeping the list, and leaves this peer's entry in it. */
    void gone() {
        clock.soon(() -> situation = Optional.empty());
    }

    /** Does something about the list of the group of now, if there is one. */
    private void act(Consumer<Situation> action) {
        situation.ifPresent(action);
        boolean waiting = situation.isPresent()
                && !situation.get().alone()
                && situation.get().coordinator();
        if (!waiting || retrying || !peers.unreachable()) return;
        retrying = true;
        later(jittered(RETRY_PACE), this::retry);
    }

    /** Runs later what concerns the group of now, unless it has been left by then. */
    private void later(Duration delay, Runnable work) {
        Optional<Group> group = situation.map(Situation::group);
        clock.later(delay, () -> {
            if (situation.map(Situation::group).equals(group)) work.run();
        });
    }

    private Duration jittered(Duration about) {
        return about.multipliedBy(3).dividedBy(4).plus(clock.upTo(about.dividedBy(2)));
    }

    @Override
    public void close() {
        clock.close();
    }
}
