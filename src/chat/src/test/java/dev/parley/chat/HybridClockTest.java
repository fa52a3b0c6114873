package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class HybridClockTest {
    private final AtomicLong now = new AtomicLong(1_000);
    private final HybridClock clock = new HybridClock(() -> java.time.Instant.ofEpochMilli(now.get()));

    @Test
    void everyStampIsLaterThanAllBeforeAlsoWhenTimeStandsStillOrGoesBack() {
        Stamp first = clock.next();
        Stamp second = clock.next();
        now.set(10);
        Stamp third = clock.next();
        now.set(2_000);
        Stamp fourth = clock.next();
        assertThat(second).isGreaterThan(first);
        assertThat(third).isGreaterThan(second);
        assertThat(fourth).isEqualTo(new Stamp(2_000, 0));
    }

    @Test
    void anAnswerIsLaterThanItsQuestionWhateverTheClocksSay() {
        Stamp question = new Stamp(1_000_000, 41);
        clock.observe(question);
        assertThat(clock.next()).isEqualTo(new Stamp(1_000_000, 42));
    }

    @Test
    void aClockDrivenToTheEndOfTimeStandsStillThere() {
        clock.observe(HybridClock.LAST);
        assertThat(clock.next()).isEqualTo(HybridClock.LAST);
        assertThat(clock.next()).isEqualTo(HybridClock.LAST);
    }

    @Test
    void aNewcomerGoesByTheTimeOfTheGroupItComesTo() {
        now.set(3_600_000);
        clock.learn(new Stamp(2_000, 4));
        assertThat(clock.next()).isEqualTo(new Stamp(2_000, 5));
        now.set(3_600_500);
        assertThat(clock.next()).isEqualTo(new Stamp(2_500, 0));
    }

    @Test
    void aNewcomerWhoseClockIsBehindGoesByTheGroupsToo() {
        clock.learn(new Stamp(3_600_000, 0));
        now.set(1_700);
        assertThat(clock.next()).isEqualTo(new Stamp(3_600_700, 0));
    }

    @Test
    void whoHasGivenAStampChangesItsClockNoMore() {
        clock.next();
        clock.learn(new Stamp(500, 0));
        now.set(1_200);
        assertThat(clock.next()).isEqualTo(new Stamp(1_200, 0));
    }

    @Test
    void whoGoesByNobodysTimeYetTellsNone() {
        assertThat(clock.reading()).isEqualTo(Stamp.ZERO);
        clock.learn(Stamp.ZERO);
        assertThat(clock.reading()).isEqualTo(Stamp.ZERO);
        clock.next();
        assertThat(clock.reading()).isEqualTo(new Stamp(1_000, 1));
    }

    @Test
    void aFullCounterGoesOnInTheNextMillisecond() {
        clock.observe(new Stamp(5_000, -1));
        assertThat(clock.next()).isEqualTo(new Stamp(5_001, 0));
    }
}
