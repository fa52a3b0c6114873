package dev.parley.chat;

import dev.parley.chat.Statistics.Counter;
import dev.parley.chat.Statistics.RoundTrip;
import dev.parley.group.Group;
import dev.parley.group.GroupException;
import dev.parley.group.ProtocolReport;
import dev.parley.group.StackAttribute;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Takes statistics of the running stack. All methods block; called from command threads. */
public final class StatsDesk {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /** So many pings at once tell a median; in a large group each member gets fewer. */
    private static final int MOST_PINGS = 20;

    private static final int PINGS_IN_ALL = 300;

    private final Connection connection;
    private final Chat chat;
    private final RoundTrips roundTrips;
    private final Map<String, Sample> samples = new HashMap<>();

    StatsDesk(Connection connection, Chat chat, RoundTrips roundTrips) {
        this.connection = connection;
        this.chat = chat;
        this.roundTrips = roundTrips;
    }

    /** What was read last, of which channel. */
    private record Sample(Group of, long nanos, Map<String, Number> values) {}

    /** The main counters of all protocols, and the round trips to all who take part in the chat, who are pinged for it. */
    public Statistics all() throws SessionException {
        Group group = connection.neededConnected();
        List<Counter> read = new ArrayList<>();
        for (ProtocolReport protocol : group.protocols())
            protocol.counters()
                    .forEach((name, value) -> number(value)
                            .ifPresent(number ->
                                    read.add(new Counter(protocol.name(), name, number, OptionalDouble.empty()))));
        return taken("", group, read, pingAll());
    }

    /** All numbers that one protocol keeps. */
    public Statistics of(String protocol) throws SessionException {
        Group group = connection.neededConnected();
        List<Counter> read = new ArrayList<>();
        try {
            for (StackAttribute attribute : group.stack().attributes(protocol))
                if (attribute.value() instanceof Number value && isReading(attribute))
                    read.add(new Counter(attribute.protocol(), attribute.name(), value, OptionalDouble.empty()));
        } catch (GroupException e) {
            throw new SessionException(e.getMessage(), e);
        }
        return taken(protocol, group, read, List.of());
    }

    private static boolean isReading(StackAttribute attribute) {
        return !attribute.fixed().isEmpty() && !attribute.name().equals("id");
    }

    private static Optional<Number> number(String value) {
        try {
            return Optional.of(value.matches("-?\\d+") ? (Number) Long.valueOf(value) : (Number) Double.valueOf(value));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private synchronized Statistics taken(String what, Group group, List<Counter> read, List<RoundTrip> trips) {
        long now = System.nanoTime();
        Map<String, Number> values = new HashMap<>();
        for (Counter counter : read) values.put(counter.protocol() + " " + counter.name(), counter.value());
        Sample before = samples.put(what, new Sample(group, now, values));
        if (before == null || before.of != group) return new Statistics(Optional.empty(), read, trips);
        Duration since = Duration.ofNanos(now - before.nanos);
        return new Statistics(
                Optional.of(since),
                read.stream().map(counter -> withRate(counter, before, since)).toList(),
                trips);
    }

    private static Counter withRate(Counter counter, Sample before, Duration since) {
        Number earlier = before.values.get(counter.protocol() + " " + counter.name());
        if (earlier == null || since.isZero()) return counter;
        double growth = counter.value().doubleValue() - earlier.doubleValue();
        return new Counter(
                counter.protocol(), counter.name(), counter.value(), OptionalDouble.of(growth * 1e9 / since.toNanos()));
    }

    private List<RoundTrip> pingAll() throws SessionException {
        List<Roster.Entry> others =
                chat.members().stream().filter(entry -> !entry.self()).toList();
        int pings = Math.max(1, Math.min(MOST_PINGS, PINGS_IN_ALL / Math.max(1, others.size())));
        List<RoundTrip> trips = new ArrayList<>();
        for (Roster.Entry member : others) trips.add(pinged(member, pings));
        return trips;
    }

    private RoundTrip pinged(Roster.Entry member, int pings) throws SessionException {
        String name = member.shownName();
        for (int i = 0; i < pings; i++)
            try {
                chat.ping(name, PATIENCE);
            } catch (SessionException e) {
                if (Thread.currentThread().isInterrupted()) throw e;
                return new RoundTrip(name, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO);
            }
        return roundTrips
                .of(member.member())
                .map(known -> new RoundTrip(name, known.count(), known.median(), known.p99(), known.longest()))
                .orElse(new RoundTrip(name, 0, Duration.ZERO, Duration.ZERO, Duration.ZERO));
    }
}
