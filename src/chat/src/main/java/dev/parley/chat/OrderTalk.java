package dev.parley.chat;

import dev.parley.chat.OrderDesk.Answer;
import dev.parley.chat.OrderDesk.Handler;
import dev.parley.chat.WireMessage.Order;
import dev.parley.chat.WireMessage.OrderAnswer;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * What members order each other to do. Confined to the session thread; what others order is carried out on
 * {@code parley-orders}, one order after the other, which runs only while there are any.
 */
final class OrderTalk {
    private static final Logger LOG = LogManager.getLogger();

    /** So many orders of one member are in hand at once; more are not heard, so that nobody piles them up here. */
    static final int MOST_IN_HAND = 8;

    private static final int REMEMBERED = 64;
    private static final Duration BETWEEN_WHISPERS = Duration.ofMillis(300);
    private static final int MAX_SENTENCE = 2_000;

    private final SessionParts parts;
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final Map<Long, OrderRound> rounds = new HashMap<>();
    private final Map<UUID, Integer> inHand = new HashMap<>();

    /** The latest orders, and what was answered to those that are carried out. */
    private final Map<Long, Optional<OrderAnswer>> given = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Optional<OrderAnswer>> eldest) {
            return size() > REMEMBERED;
        }
    };

    private final Executor hand = OnDemandThread.named("parley-orders");

    OrderTalk(SessionParts parts) {
        this.parts = parts;
    }

    /** Any thread. */
    void handle(String kind, Handler handler) {
        handlers.put(kind, handler);
    }

    /**
     * Orders this; {@code all} completes once everybody has answered who is there. Each is told by itself: a multicast that a
     * partition keeps from somebody arrives after it, when nobody wants it any more.
     *
     * @param members whom; empty for all others of the view
     */
    OrderRound order(List<String> words, Optional<Set<UUID>> members, CompletableFuture<Boolean> all) {
        Set<UUID> wanted = new LinkedHashSet<>(parts.roster().others());
        members.ifPresent(wanted::retainAll);
        members.ifPresent(named ->
                named.stream().sorted(Comparator.comparing(parts.met()::nameOf)).forEach(wanted::add));
        Map<UUID, String> asked = new LinkedHashMap<>();
        wanted.forEach(member -> asked.put(member, parts.met().nameOf(member)));
        Order order = new Order(ThreadLocalRandom.current().nextLong(), words);
        OrderRound round = new OrderRound(order, asked, all);
        rounds.put(order.nonce(), round);
        for (UUID member : asked.keySet())
            if (!parts.wire().cutOff(member)) parts.wire().send(member, order);
        whisper(round);
        return round;
    }

    /** A whisper may be lost, so it is repeated. */
    private void whisper(OrderRound round) {
        List<UUID> beyond = round.silent().stream().filter(parts.wire()::cutOff).toList();
        if (round.over() || beyond.isEmpty() || !rounds.containsValue(round)) return;
        beyond.forEach(member -> parts.wire().whisper(member, round.order(), () -> {}));
        parts.loop().after(BETWEEN_WHISPERS, () -> whisper(round));
    }

    /** What has been answered up to now; later answers are ignored. */
    List<Answer> end(OrderRound round) {
        rounds.remove(round.order().nonce());
        return round.answers();
    }

    void answered(UUID from, OrderAnswer answer) {
        Optional.ofNullable(rounds.get(answer.nonce())).ifPresent(round -> round.answered(from, answer));
    }

    void viewChanged(Set<UUID> members) {
        Predicate<UUID> reachable =
                member -> members.contains(member) || parts.wire().cutOff(member);
        rounds.values().forEach(round -> round.waitOnlyFor(reachable));
    }

    /**
     * A member tells this peer what to do; if it repeats itself, only the answer is repeated. To a whisper the answer is one: an
     * order may have ended the partition here, and not yet there.
     */
    void ordered(UUID from, Order order, boolean whispered) {
        if (given.containsKey(order.nonce())) {
            given.get(order.nonce()).ifPresent(answer -> answer(from, answer, whispered, () -> {}));
            return;
        }
        if (inHand.getOrDefault(from, 0) == MOST_IN_HAND) {
            LOG.warn("{} gives orders faster than they are carried out; one is not heard", from);
            return;
        }
        inHand.merge(from, 1, Integer::sum);
        given.put(order.nonce(), Optional.empty());
        String name = parts.met().nameOf(from);
        hand.execute(() -> {
            OrderAnswer answer = carryOut(name, order);
            parts.loop().post(() -> {
                given.put(order.nonce(), Optional.of(answer));
                answer(from, answer, whispered, () -> parts.loop().post(() -> done(from)));
            });
        });
    }

    private void answer(UUID to, OrderAnswer answer, boolean whispered, Runnable afterwards) {
        if (whispered || !parts.roster().ids().contains(to) || parts.wire().cutOff(to))
            parts.wire().whisper(to, answer, afterwards);
        else parts.wire().send(to, answer, afterwards);
    }

    private void done(UUID from) {
        inHand.computeIfPresent(from, (member, orders) -> orders == 1 ? null : orders - 1);
    }

    private OrderAnswer carryOut(String from, Order order) {
        String kind = order.words().isEmpty() ? "" : order.words().get(0);
        Handler handler = handlers.get(kind);
        if (handler == null)
            return new OrderAnswer(order.nonce(), false, "This peer takes no orders of that kind: update it.");
        try {
            String sentence = handler.carryOut(
                    from, order.words().subList(1, order.words().size()));
            note(from, kind, true, sentence);
            return new OrderAnswer(order.nonce(), true, shortened(sentence));
        } catch (SessionException e) {
            note(from, kind, false, e.getMessage());
            return new OrderAnswer(order.nonce(), false, shortened(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("an order of {} failed", from, e);
            return new OrderAnswer(order.nonce(), false, "This failed unexpectedly; the log there says more.");
        }
    }

    private void note(String from, String kind, boolean done, String sentence) {
        parts.timeline()
                .add(
                        "order",
                        "%s has ordered (%s%s): %s".formatted(from, kind, done ? "" : ", refused", sentence),
                        Map.of("from", from, "order", kind, "done", done));
        if (!done) return;
        SessionEvent told =
                new SessionEvent.NoticeGiven(SessionEvent.Level.INFO, "By order of %s: %s".formatted(from, sentence));
        parts.loop().post(() -> parts.faces().tell(told));
    }

    private static String shortened(String sentence) {
        if (sentence.length() <= MAX_SENTENCE) return sentence;
        int end = Character.isHighSurrogate(sentence.charAt(MAX_SENTENCE - 1)) ? MAX_SENTENCE - 1 : MAX_SENTENCE;
        return sentence.substring(0, end);
    }
}
