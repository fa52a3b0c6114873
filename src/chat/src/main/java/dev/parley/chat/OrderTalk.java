package dev.parley.chat;

import dev.parley.chat.OrderDesk.Answer;
import dev.parley.chat.OrderDesk.Handler;
import dev.parley.chat.WireMessage.Order;
import dev.parley.chat.WireMessage.OrderAnswer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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

    private static final int MAX_SENTENCE = 2_000;
    private static final int IDLE_SECONDS = 5;

    private final SessionParts parts;
    private final Map<String, Handler> handlers = new ConcurrentHashMap<>();
    private final Map<Long, OrderRound> rounds = new HashMap<>();
    private final Map<UUID, Integer> inHand = new HashMap<>();
    private final ThreadPoolExecutor hand =
            new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                Thread thread = new Thread(work, "parley-orders");
                thread.setDaemon(true);
                return thread;
            });

    OrderTalk(SessionParts parts) {
        this.parts = parts;
        hand.allowCoreThreadTimeOut(true);
    }

    /** Any thread. */
    void handle(String kind, Handler handler) {
        handlers.put(kind, handler);
    }

    /** Orders this at all other members; {@code all} completes once everybody has answered who is there. */
    OrderRound order(List<String> words, CompletableFuture<Boolean> all) {
        Map<UUID, String> asked = new LinkedHashMap<>();
        for (UUID member : parts.roster().others())
            asked.put(member, parts.roster().shownName(member).orElse("?"));
        OrderRound round = new OrderRound(ThreadLocalRandom.current().nextLong(), asked, all);
        rounds.put(round.nonce(), round);
        if (!asked.isEmpty()) parts.wire().multicast(new Order(round.nonce(), words));
        return round;
    }

    /** What has been answered up to now; later answers are ignored. */
    List<Answer> end(OrderRound round) {
        rounds.remove(round.nonce());
        return round.answers();
    }

    void answered(UUID from, OrderAnswer answer) {
        Optional.ofNullable(rounds.get(answer.nonce())).ifPresent(round -> round.answered(from, answer));
    }

    void viewChanged(Set<UUID> members) {
        rounds.values().forEach(round -> round.viewChanged(members));
    }

    /** A member tells this peer what to do. */
    void ordered(UUID from, Order order) {
        if (inHand.merge(from, 1, Integer::sum) > MOST_IN_HAND) {
            done(from);
            LOG.warn("{} gives orders faster than they are carried out; one is not heard", from);
            return;
        }
        String name = parts.roster().shownName(from).orElse("a member");
        hand.execute(() -> {
            OrderAnswer answer = carryOut(name, order);
            parts.loop()
                    .post(() ->
                            parts.wire().send(from, answer, () -> parts.loop().post(() -> done(from))));
        });
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
