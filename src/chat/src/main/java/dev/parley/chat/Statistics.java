package dev.parley.chat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How the stack does at one moment.
 *
 * @param since the time since the same was asked last; empty the first time
 */
public record Statistics(Optional<Duration> since, List<Counter> counters, List<RoundTrip> roundTrips) {
    public Statistics {
        Objects.requireNonNull(since, "since");
        counters = List.copyOf(counters);
        roundTrips = List.copyOf(roundTrips);
    }

    /**
     * A number that a protocol keeps.
     *
     * @param value a Long or a Double
     * @param perSecond by how much it has grown a second since it was asked last; empty the first time
     */
    public record Counter(String protocol, String name, Number value, OptionalDouble perSecond) {}

    /**
     * To a member of the chat and back, of all answers in this stay.
     *
     * @param count how many answers; 0 if it does not answer, and the times are zero then
     */
    public record RoundTrip(String member, long count, Duration median, Duration p99, Duration longest) {}
}
