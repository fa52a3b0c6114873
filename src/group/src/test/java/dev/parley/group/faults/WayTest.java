package dev.parley.group.faults;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of messages on one way, without any network or clock. */
class WayTest {
    private static final long NOW = 1_000_000_000L;

    private static LiveFault fault(Effect effect) {
        return new LiveFault(new Fault(effect, Fault.Direction.IN, Optional.empty(), 42));
    }

    private static Way way(Effect... effects) {
        return new Way(Arrays.stream(effects).map(WayTest::fault).toList(), 0);
    }

    private static long waitedMillis(Fate fate) {
        return MILLISECONDS.convert(fate.dueNanos() - NOW, java.util.concurrent.TimeUnit.NANOSECONDS);
    }

    @Test
    void whatIsLostOrDamagedDoesNotArriveAndWhatIsDoubledArrivesTwice() {
        Way way = way(new Effect.Drop(0.2), new Effect.Corrupt(0.5), new Effect.Duplicate(0.25));
        int[] arrivals = new int[3];
        for (int i = 0; i < 1_000; i++) arrivals[way.next(100, NOW).copies()]++;

        assertThat(arrivals[0]).isEqualTo(200 + 400);
        assertThat(arrivals[2]).isEqualTo(100);
    }

    @Test
    void aDelayVariesWithinItsJitterAndKeepsTheOrder() {
        Way way = way(new Effect.Delay(Duration.ofMillis(50), Duration.ofMillis(20)));
        List<Long> dues = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Fate fate = way.next(100, NOW);
            assertThat(waitedMillis(fate)).isBetween(30L, 70L);
            assertThat(fate.waits()).isTrue();
            dues.add(fate.dueNanos());
        }
        assertThat(dues).isSorted();
        for (int i = 0; i < 200; i++) way.arrived();
        assertThat(waitedMillis(way.next(100, NOW))).isLessThanOrEqualTo(70);
    }

    @Test
    void whatIsHeldUpIsOvertakenAndHoldsUpNobody() {
        Way way = way(new Effect.Reorder(0.25));
        List<Fate> fates = new ArrayList<>();
        for (int i = 0; i < 100; i++) fates.add(way.next(100, NOW));

        assertThat(fates.stream().filter(Fate::waits)).hasSize(25).allMatch(fate -> !fate.queued());
        assertThat(fates.stream().filter(fate -> !fate.waits())).hasSize(75).allMatch(Fate::untouched);
    }

    @Test
    void aLimitedLineCarriesOneMessageBehindTheOtherAndLosesWhatWouldWaitTooLong() {
        Way way = way(new Effect.Limit(100_000));
        assertThat(waitedMillis(way.next(10_000, NOW))).isEqualTo(100);
        assertThat(waitedMillis(way.next(10_000, NOW))).isEqualTo(200);
        List<Fate> more = new ArrayList<>();
        for (int i = 0; i < 20; i++) more.add(way.next(10_000, NOW));
        assertThat(more.stream().filter(fate -> fate.copies() == 1)).hasSize(9);
        assertThat(waitedMillis(more.get(8))).isEqualTo(1_100);

        long later = NOW + MILLISECONDS.toNanos(5_000);
        for (int i = 0; i < 11; i++) way.arrived();
        assertThat(way.next(10_000, later).dueNanos() - later).isEqualTo(MILLISECONDS.toNanos(100));
    }

    @Test
    void twoWaysWithTheSameFaultAreHitAtDifferentPlaces() {
        LiveFault drop = fault(new Effect.Drop(0.5));
        Way one = new Way(List.of(drop), 1);
        Way other = new Way(List.of(drop), 2);
        List<Integer> ones = new ArrayList<>();
        List<Integer> others = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            ones.add(one.next(1, NOW).copies());
            others.add(other.next(1, NOW).copies());
        }
        assertThat(ones).isNotEqualTo(others);
        assertThat(drop.report().seen()).isEqualTo(200);
        assertThat(drop.report().hit()).isEqualTo(100);
    }

    @Test
    void valuesThatMakeNoSenseAreRefused() {
        for (double rate : new double[] {0, -0.1, 1.5, Double.NaN})
            assertThatThrownBy(() -> new Effect.Drop(rate)).hasMessage("A rate is more than 0 % and at most 100 %.");
        assertThatThrownBy(() -> new Effect.Delay(Duration.ofMillis(10), Duration.ofMillis(11)))
                .hasMessage("A delay varies by 0 ms up to the delay itself.");
        assertThatThrownBy(() -> new Effect.Delay(Duration.ofSeconds(61), Duration.ZERO))
                .hasMessage("A delay is more than 0 ms and at most 60 s.");
        assertThatThrownBy(() -> new Effect.Limit(999)).hasMessage("A limit is 1 KB to 10 GB a second.");
    }
}
