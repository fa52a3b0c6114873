package dev.parley.desktop.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundTripTest {
    private static RoundTrip of(Optional<Duration> time) {
        return new RoundTrip(new UUID(0, 1), time);
    }

    @ParameterizedTest
    @CsvSource({
        "400, 0.4 ms, 0.4 milliseconds, false",
        "9940, 9.9 ms, 9.9 milliseconds, false",
        "100000, 100 ms, 100 milliseconds, false",
        "100001, 100 ms, 100 milliseconds, true",
        "148300, 148 ms, 148 milliseconds, true",
        "1640000, 1.6 s, 1.6 seconds, true",
    })
    void aTimeIsWrittenShortAndAmberAboveAHundredMilliseconds(long micros, String text, String spoken, boolean slow) {
        RoundTrip roundTrip = of(Optional.of(Duration.ofNanos(micros * 1_000)));
        assertThat(roundTrip.text()).isEqualTo(text);
        assertThat(roundTrip.spoken()).isEqualTo(spoken);
        assertThat(roundTrip.slow()).isEqualTo(slow);
    }

    @Test
    void whoDoesNotAnswerHasADash() {
        assertThat(of(Optional.empty()).text()).isEqualTo("–");
        assertThat(of(Optional.empty()).spoken()).isEqualTo("does not answer");
        assertThat(of(Optional.empty()).slow()).isFalse();
    }
}
