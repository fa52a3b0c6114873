package dev.parley.group;

import dev.parley.group.Health.Part;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jgroups.Address;
import org.jgroups.JChannel;
import org.jgroups.protocols.TP;
import org.jgroups.util.AverageMinMax;

/**
 * Judges the health of a member by what has changed in its stack lately: what is over is forgotten within a minute. Looks at
 * the stack from time to time on JGroups' timer; asked by any thread.
 */
final class HealthWatch {
    private static final Logger LOG = LogManager.getLogger(HealthWatch.class);
    private static final String HELD_BACK_NANOS = "held back nanos";
    private static final long ROUND_TRIP_TIMEOUT_MILLIS = 500;
    private static final double MOST_POINTS = 25;

    private final JChannel channel;
    private final SendClock sending;
    private final Memory memory;
    private final Vitals vitals;
    private final Deque<Sample> samples = new ArrayDeque<>();

    /** @param sending measures who sends into this channel */
    HealthWatch(JChannel channel, SendClock sending) {
        this(channel, sending, Memory.USUAL);
    }

    HealthWatch(JChannel channel, SendClock sending, Memory memory) {
        this.channel = channel;
        this.sending = sending;
        this.memory = memory;
        this.vitals = new Vitals(channel);
    }

    /**
     * What is looked at.
     *
     * @param pace between two looks
     * @param flow the time by which is judged what flows
     * @param events the time by which is judged what happens now and then
     */
    record Memory(Duration pace, Duration flow, Duration events) {
        private static final Memory USUAL =
                new Memory(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(60));
    }

    private record Sample(long nanos, Map<String, Double> values) {
        double value(String name) {
            return values.getOrDefault(name, 0.0);
        }
    }

    /** Looks from now on, until the channel is closed. */
    @SuppressWarnings("FutureReturnValueIgnored") // A look that fails is logged.
    void start() {
        sample();
        try {
            channel.getProtocolStack()
                    .getTransport()
                    .getTimer()
                    .scheduleWithFixedDelay(
                            this::look, memory.pace().toMillis(), memory.pace().toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("The channel has ended already.", e);
        }
    }

    private void look() {
        try {
            if (channel.isConnected()) sample();
        } catch (RuntimeException e) {
            LOG.warn("The stack could not be looked at.", e);
        }
    }

    private synchronized Sample sample() {
        Map<String, Double> values = vitals.read();
        values.put(HELD_BACK_NANOS, sending.heldBackNanos());
        Sample now = new Sample(System.nanoTime(), values);
        samples.addLast(now);
        while (now.nanos() - samples.getFirst().nanos() > memory.events().toNanos()) samples.removeFirst();
        return now;
    }

    /** The oldest sample that is no older than this. */
    private synchronized Sample since(Sample now, Duration age) {
        return samples.stream()
                .filter(sample -> now.nanos() - sample.nanos() <= age.toNanos())
                .findFirst()
                .orElse(now);
    }

    /** The health now. Measures round trips to all members, for which it blocks up to half a second. */
    Health health() {
        Sample now = sample();
        Sample lately = since(now, memory.flow());
        Sample earlier = since(now, memory.events());
        List<Part> parts = new ArrayList<>();
        roundTrip().ifPresent(parts::add);
        parts.add(rate(
                Vitals.ASKED_AGAIN,
                "messages asked for again",
                lately,
                now,
                1,
                "messages get lost on their way to here"));
        parts.add(rate(
                Vitals.SENT_AGAIN,
                "messages sent again",
                lately,
                now,
                0.5,
                "messages from here get lost, or are confirmed late"));
        parts.add(rate(Vitals.DROPPED, "messages dropped", lately, now, 1, "more is sent than the transport takes"));
        parts.add(heldBack(lately, now));
        parts.add(rate(Vitals.BLOCKINGS, "times held back", lately, now, 0.2, "flow control waits for receivers"));
        parts.add(gauge(Vitals.MISSING, "messages missing", now, 0, 0.1, "gaps that are not filled yet"));
        parts.add(gauge(Vitals.UNACKNOWLEDGED, "messages unconfirmed", now, 100, 0.01, "receivers do not keep up"));
        parts.add(events(Vitals.SUSPICIONS, "suspicions", earlier, now, "members are slow, frozen or cut off"));
        parts.add(events(Vitals.MERGES, "merges", earlier, now, "the group fell apart and found together again"));
        return Health.of(parts);
    }

    private Optional<Part> roundTrip() {
        TP transport = channel.getProtocolStack().getTransport();
        if (!transport.getRTT().enabled()
                || channel.getView() == null
                || channel.getView().size() < 2) return Optional.empty();
        transport.getRTT().timeout(ROUND_TRIP_TIMEOUT_MILLIS);
        List<Double> millis = new ArrayList<>();
        for (Map.Entry<Address, AverageMinMax> one :
                transport.getRTT()._rtt(1, 0, true).entrySet())
            millis.add(
                    one.getValue().count() == 0
                            ? ROUND_TRIP_TIMEOUT_MILLIS
                            : one.getValue().average() / 1e6);
        Collections.sort(millis);
        double median = millis.get(millis.size() / 2);
        return Optional.of(part(
                "round trip", median, "ms", (median - 50) / 20, "the median to all members; the way is long or busy"));
    }

    private static Part rate(String name, String shown, Sample from, Sample to, double weight, String meaning) {
        double perSecond = (to.value(name) - from.value(name)) / seconds(from, to);
        return part(shown, perSecond, "a second", weight * perSecond, meaning);
    }

    private static double seconds(Sample from, Sample to) {
        return Math.max(0.1, (to.nanos() - from.nanos()) / 1e9);
    }

    private static Part heldBack(Sample from, Sample to) {
        double nanos = to.value(HELD_BACK_NANOS) - from.value(HELD_BACK_NANOS);
        double share = Math.min(1, nanos / 1e9 / seconds(from, to));
        return part("time held back", 100 * share, "%", 20 * share, "more is said than receivers take in");
    }

    private static Part gauge(String name, String shown, Sample now, double usual, double weight, String meaning) {
        return part(shown, now.value(name), "", weight * (now.value(name) - usual), meaning);
    }

    private static Part events(String name, String shown, Sample from, Sample to, String meaning) {
        double times = to.value(name) - from.value(name);
        return part(shown, times, "in the last minute", 3 * times, meaning);
    }

    private static Part part(String name, double value, String unit, double points, String meaning) {
        return new Part(name, Math.max(0, value), unit, Math.min(MOST_POINTS, Math.max(0, points)), meaning);
    }
}
