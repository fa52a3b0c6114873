package dev.parley.chat;

import dev.parley.chat.OrderDesk.Answer;
import dev.parley.chat.OrderDesk.Outcome;
import dev.parley.chat.WireMessage.Order;
import dev.parley.chat.WireMessage.OrderAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** One order to several members, and what they have answered. Confined to the session thread. */
final class OrderRound {
    private final Map<UUID, Answer> answers = new LinkedHashMap<>();
    private final Order order;
    private final CompletableFuture<Boolean> all;
    private Predicate<UUID> reachable = member -> true;

    /**
     * @param asked the shown names of those asked
     * @param all completed when nobody is left to answer
     */
    OrderRound(Order order, Map<UUID, String> asked, CompletableFuture<Boolean> all) {
        this.order = order;
        this.all = all;
        asked.forEach((member, name) -> answers.put(member, new Answer(name, Outcome.SILENT, "")));
        endIfNobodyIsLeft();
    }

    Order order() {
        return order;
    }

    /** Whether nobody waits for an answer any longer. */
    boolean over() {
        return all.isDone();
    }

    /** Takes the first answer of each; whoever was not asked has nothing to say. */
    void answered(UUID from, OrderAnswer answer) {
        answers.computeIfPresent(
                from,
                (member, before) -> before.outcome() == Outcome.SILENT
                        ? new Answer(before.member(), answer.ok() ? Outcome.DONE : Outcome.REFUSED, answer.sentence())
                        : before);
        endIfNobodyIsLeft();
    }

    /** @param reachable from whom an answer may come from now on: nobody waits for those who have gone */
    void waitOnlyFor(Predicate<UUID> reachable) {
        this.reachable = reachable;
        endIfNobodyIsLeft();
    }

    private void endIfNobodyIsLeft() {
        if (silent().stream().noneMatch(reachable)) all.complete(true);
    }

    /** Those who have not answered. */
    List<UUID> silent() {
        return answers.entrySet().stream()
                .filter(answer -> answer.getValue().outcome() == Outcome.SILENT)
                .map(Map.Entry::getKey)
                .toList();
    }

    List<Answer> answers() {
        return List.copyOf(answers.values());
    }
}
