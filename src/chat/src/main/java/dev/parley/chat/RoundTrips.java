package dev.parley.chat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long answers of members took, of all pings of this stay in the group. Thread-safe. */
final class RoundTrips implements SessionListener {
    private static final int DIGITS = 2;
    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

    private final Map<UUID, Histogram> micros = new ConcurrentHashMap<>();

    /**
     * What is known of one member's answers.
     *
     * @param count how many there were
     */
    record Summary(long count, Duration median, Duration p99, Duration longest) {}

    void record(UUID member, Duration roundTrip) {
        Histogram histogram = micros.computeIfAbsent(member, id -> new Histogram(LONGEST_MICROS, DIGITS));
        synchronized (histogram) {
            histogram.recordValue(Math.min(LONGEST_MICROS, Math.max(1, roundTrip.toNanos() / 1_000)));
        }
    }

    Optional<Summary> of(UUID member) {
        Histogram histogram = micros.get(member);
        if (histogram == null) return Optional.empty();
        synchronized (histogram) {
            return Optional.of(new Summary(
                    histogram.getTotalCount(),
                    at(histogram.getValueAtPercentile(50)),
                    at(histogram.getValueAtPercentile(99)),
                    at(histogram.getMaxValue())));
        }
    }

    private static Duration at(long value) {
        return Duration.ofNanos(TimeUnit.MICROSECONDS.toNanos(value));
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        micros.keySet()
                .retainAll(Set.copyOf(event.roster().entries().stream()
                        .map(Roster.Entry::member)
                        .toList()));
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        if (event.state() == SessionState.LEFT) micros.clear();
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {}

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {}

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {}

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {}
}
