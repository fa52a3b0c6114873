package dev.parley.desktop.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.Roster;
import dev.parley.chat.SessionException;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.fx.PulseQueue;
import dev.parley.desktop.testing.FxTest;
import dev.parley.desktop.testing.ManualLater;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoundTripsTest extends FxTest {
    private static final Duration ONE_ROUND_ONLY = Duration.ofDays(1);
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final ManualLater later = new ManualLater(Instant.EPOCH);
    private final Room room = new Room(new MembersModel(later, later));
    private final List<RoundTrip> results = new CopyOnWriteArrayList<>();
    private final AtomicInteger deliveredElsewhere = new AtomicInteger();
    private final PulseQueue<RoundTrip> queue = new PulseQueue<>(new FxThread(), batch -> {
        if (!Platform.isFxApplicationThread()) deliveredElsewhere.incrementAndGet();
        results.addAll(batch);
    });
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private RoundTrips roundTrips;

    @AfterEach
    void close() {
        roundTrips.close();
    }

    private void start(RoundTrips.Pinger pinger, Duration pause) {
        List<Roster.Entry> members = room.roster().entries();
        roundTrips = new RoundTrips(() -> members, pinger, queue);
        roundTrips.start(pause);
    }

    private Duration answer(String name, Duration timeout) {
        asked.add(name);
        return Duration.ofMillis(1);
    }

    @Test
    void eachOtherMemberOfTheChatIsAskedOnceARoundOffTheThreadOfTheWindow() {
        room.joins("ann", "bob", "carol", "dan").leavesChat("dan");
        Set<String> threads = ConcurrentHashMap.newKeySet();
        start(
                (name, timeout) -> {
                    threads.add(Thread.currentThread().getName());
                    return answer(name, timeout);
                },
                ONE_ROUND_ONLY);
        await().until(() -> results.size() == 2);
        assertThat(asked).containsExactlyInAnyOrder("bob", "carol");
        assertThat(threads).containsExactly("parley-rtt");
        assertThat(deliveredElsewhere).hasValue(0);
        assertThat(results).contains(new RoundTrip(Room.id("bob"), Optional.of(Duration.ofMillis(1))));
    }

    @Test
    void theyAreAskedAgainAndAgain() {
        room.joins("ann", "bob");
        start(this::answer, AT_ONCE);
        await().until(() -> asked.size() >= 3);
    }

    @Test
    void whoIsAloneAsksNobody() {
        room.joins("ann");
        AtomicInteger looked = new AtomicInteger();
        roundTrips = new RoundTrips(
                () -> {
                    looked.incrementAndGet();
                    return room.roster().entries();
                },
                this::answer,
                queue);
        roundTrips.start(AT_ONCE);
        await().until(() -> looked.get() >= 3);
        assertThat(asked).isEmpty();
    }

    @Test
    void aMemberThatDoesNotAnswerHasNoTimeAndHoldsNobodyUp() {
        room.joins("ann", "bob", "carol");
        start(
                (name, timeout) -> {
                    if (name.equals("bob")) throw new SessionException("bob does not answer within 2 s.");
                    return answer(name, timeout);
                },
                ONE_ROUND_ONLY);
        await().until(() -> results.size() == 2);
        assertThat(results).contains(new RoundTrip(Room.id("bob"), Optional.empty()));
        assertThat(asked).containsExactly("carol");
    }

    @Test
    void onlyAFewAreAskedAtATime() {
        room.joins(IntStream.range(0, 50).mapToObj("m%02d"::formatted).toArray(String[]::new));
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        start(
                (name, timeout) -> {
                    most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                    awaitQuietly(answered);
                    underWay.decrementAndGet();
                    return answer(name, timeout);
                },
                ONE_ROUND_ONLY);
        await().until(() -> underWay.get() == RoundTrips.AT_A_TIME);
        answered.countDown();
        await().until(() -> results.size() == 49);
        assertThat(most).hasValue(RoundTrips.AT_A_TIME);
    }

    @Test
    void closingEndsItEvenWhileAMemberIsBeingAsked() {
        room.joins("ann", "bob");
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        start(
                (name, timeout) -> {
                    asked.add(name);
                    if (!awaitQuietly(never)) interrupted.countDown();
                    return Duration.ZERO;
                },
                AT_ONCE);
        await().until(() -> asked.size() == 1);
        roundTrips.close();
        await().until(() -> interrupted.getCount() == 0);
        assertThat(asked).hasSize(1);
    }

    private static boolean awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
