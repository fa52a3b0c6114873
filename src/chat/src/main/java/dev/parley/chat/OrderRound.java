package dev.parley.chat;

import dev.parley.chat.OrderDesk.Answer;
import dev.parley.chat.OrderDesk.Outcome;
import dev.parley.chat.WireMessage.OrderAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One order to several members, and what they have answered. Confined to the session thread. */
final class OrderRound {
    private final Map<UUID, Answer> answers = new LinkedHashMap<>();
    private final CompletableFuture<Boolean> all;
    private final long nonce;

    /**
     * @param asked the shown names of those asked
     * @param all completed when nobody is left to answer
     */
    OrderRound(long nonce, Map<UUID, String> asked, CompletableFuture<Boolean> all) {
        this.nonce = nonce;
        this.all = all;
        asked.forEach((member, name) -> answers.put(member, new Answer(name, Outcome.SILENT, "")));
        look(asked.keySet());
    }

    long nonce() {
        return nonce;
    }

    /** Takes the first answer of each; whoever was not asked has nothing to say. */
    void answered(UUID from, OrderAnswer answer) {
        answers.computeIfPresent(
                from,
                (member, before) -> before.outcome() == Outcome.SILENT
                        ? new Answer(before.member(), answer.ok() ? Outcome.DONE : Outcome.REFUSED, answer.sentence())
                        : before);
        look(answers.keySet());
    }

    /** Nobody waits for those who have gone. */
    void viewChanged(Set<UUID> members) {
        look(members);
    }

    private void look(Set<UUID> present) {
        boolean waiting = answers.entrySet().stream()
                .anyMatch(answer -> answer.getValue().outcome() == Outcome.SILENT && present.contains(answer.getKey()));
        if (!waiting) all.complete(true);
    }

    List<Answer> answers() {
        return List.copyOf(answers.values());
    }
}
