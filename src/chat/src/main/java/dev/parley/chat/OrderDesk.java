package dev.parley.chat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Tells other members what to do, and does what they tell this peer, if its user allows it. Called from command threads. */
public final class OrderDesk {
    private static final int MAX_BYTES = 64 * 1024;

    private final SessionLoop loop;
    private final Conversation conversation;

    OrderDesk(SessionLoop loop, Conversation conversation) {
        this.loop = loop;
        this.conversation = conversation;
    }

    /** Carries out orders of one kind. Called on {@code parley-orders}, may block there. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Does it, if it is allowed.
         *
         * @param from the shown name of the member that orders it
         * @param words the particulars, not checked by anybody
         * @return one sentence that says what has been done
         * @throws SessionException if it is not allowed or cannot be done; its sentence goes back as the answer
         */
        String carryOut(String from, List<String> words) throws SessionException;
    }

    /** How a member has answered. */
    public enum Outcome {
        DONE,
        REFUSED,
        /** Not within the time: it is gone, or older than orders are. */
        SILENT
    }

    /**
     * What came of an order at one member.
     *
     * @param member its shown name
     * @param sentence its own words, which may hold anything; empty if it was silent
     */
    public record Answer(String member, Outcome outcome, String sentence) {
        public Answer {
            Objects.requireNonNull(member, "member");
            Objects.requireNonNull(outcome, "outcome");
            Objects.requireNonNull(sentence, "sentence");
        }
    }

    /** From now on orders of this kind are carried out so, in all rooms; without it they are refused. */
    public void handle(String kind, Handler handler) {
        conversation.orders().handle(kind, handler);
    }

    /**
     * Orders this at all other members, and waits until each has answered, no longer than {@code timeout}.
     *
     * @param kind which of their handlers it is for
     * @return an answer of each, in view order
     */
    public List<Answer> orderAll(String kind, List<String> words, Duration timeout) throws SessionException {
        return order(kind, words, Optional.empty(), timeout);
    }

    /** The same to these members only, also to such as are cut off. */
    List<Answer> order(String kind, List<String> words, Set<UUID> members, Duration timeout) throws SessionException {
        return order(kind, words, Optional.of(members), timeout);
    }

    private List<Answer> order(String kind, List<String> words, Optional<Set<UUID>> members, Duration timeout)
            throws SessionException {
        List<String> order = new ArrayList<>();
        order.add(kind);
        order.addAll(words);
        int bytes = order.stream()
                .mapToInt(word -> word.getBytes(StandardCharsets.UTF_8).length)
                .sum();
        if (bytes > MAX_BYTES)
            throw new SessionException("The order has %,d bytes and an order has at most %,d: name less at once."
                    .formatted(bytes, MAX_BYTES));
        CompletableFuture<Boolean> all = new CompletableFuture<>();
        OrderRound round = loop.call(() -> {
            conversation.requireView();
            return conversation.orders().order(order, members, all);
        });
        Stay.waitFor(all, timeout);
        return loop.call(() -> conversation.orders().end(round));
    }
}
