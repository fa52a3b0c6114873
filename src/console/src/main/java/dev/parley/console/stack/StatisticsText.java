package dev.parley.console.stack;

import dev.parley.chat.Statistics;
import dev.parley.chat.Statistics.Counter;
import dev.parley.chat.Statistics.RoundTrip;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Columns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Statistics as lines and rows. Stateless. */
final class StatisticsText {
    private StatisticsText() {}

    /** @param withTroubles also what is sent again or blocked, which the main counters tell */
    static Reply reply(Statistics statistics, boolean withTroubles) {
        List<String> lines = new ArrayList<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        statistics
                .since()
                .ifPresent(since -> lines.add(
                        String.format(Locale.ROOT, "Rates are those of the last %.1f s", since.toMillis() / 1_000.0)));
        addCounters(statistics, lines, rows);
        addRoundTrips(statistics, lines, rows);
        if (withTroubles) addTroubles(statistics, lines, rows);
        return new Reply(lines, rows);
    }

    private static void addCounters(Statistics statistics, List<String> lines, List<Map<String, Object>> rows) {
        if (statistics.counters().isEmpty()) return;
        Columns columns = new Columns("protocol", "counter", "value", "per second");
        for (Counter counter : statistics.counters()) {
            String rate = counter.perSecond().isPresent() && counter.perSecond().getAsDouble() != 0
                    ? decimal(counter.perSecond().getAsDouble())
                    : "";
            columns.row(counter.protocol(), counter.name(), value(counter.value()), rate);
            rows.add(Reply.row(
                    "kind", "counter",
                    "protocol", counter.protocol(),
                    "counter", counter.name(),
                    "value", counter.value(),
                    "perSecond",
                            counter.perSecond().isPresent()
                                    ? counter.perSecond().getAsDouble()
                                    : null));
        }
        lines.addAll(columns.lines());
    }

    private static void addRoundTrips(Statistics statistics, List<String> lines, List<Map<String, Object>> rows) {
        if (statistics.roundTrips().isEmpty()) return;
        Columns columns = new Columns("round trip to", "answers", "p50 ms", "p99 ms", "longest ms");
        for (RoundTrip trip : statistics.roundTrips()) {
            boolean silent = trip.count() == 0;
            if (silent) columns.row(trip.member(), "does not answer");
            else
                columns.row(
                        trip.member(),
                        trip.count(),
                        decimal(millis(trip.median())),
                        decimal(millis(trip.p99())),
                        decimal(millis(trip.longest())));
            rows.add(Reply.row(
                    "kind",
                    "roundTrip",
                    "member",
                    trip.member(),
                    "answers",
                    trip.count(),
                    "p50Millis",
                    silent ? null : millis(trip.median()),
                    "p99Millis",
                    silent ? null : millis(trip.p99()),
                    "longestMillis",
                    silent ? null : millis(trip.longest())));
        }
        lines.addAll(columns.lines());
    }

    private static void addTroubles(Statistics statistics, List<String> lines, List<Map<String, Object>> rows) {
        long asked = sum(statistics, "xmit_reqs_sent");
        long wasAsked = sum(statistics, "xmit_reqs_received");
        long again = sum(statistics, "num_xmits");
        long missing = sum(statistics, "xmit_table_missing_messages");
        long unacknowledged = sum(statistics, "num_unacked_messages");
        long blocked = sum(statistics, "number_of_blockings");
        long dropped = sum(statistics, "num_drops_on_full_queue");
        lines.add(
                "Retransmission: asked others %d times, was asked %d times, sent %d again; missing now %d, unacknowledged %d"
                        .formatted(asked, wasAsked, again, missing, unacknowledged));
        lines.add("Flow control: blocked %d times; dropped on a full queue %d".formatted(blocked, dropped));
        rows.add(Reply.row(
                "kind", "trouble",
                "askedOthers", asked,
                "wasAsked", wasAsked,
                "sentAgain", again,
                "missing", missing,
                "unacknowledged", unacknowledged,
                "blocked", blocked,
                "dropped", dropped));
    }

    private static long sum(Statistics statistics, String name) {
        return statistics.counters().stream()
                .filter(counter -> counter.name().equals(name))
                .mapToLong(counter -> counter.value().longValue())
                .sum();
    }

    private static String value(Number number) {
        return number instanceof Long ? number.toString() : decimal(number.doubleValue());
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.2f" : "%.0f", number);
    }
}
