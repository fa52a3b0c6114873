package dev.parley.chat;

import dev.parley.group.Group;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What members ask for and get: to each at most one answer on its way and one more of each kind in waiting, so that nobody
 * makes this peer collect answers faster than it takes them. Confined to the session thread.
 */
final class Answers {
    private final SessionLoop loop;
    private final Outbox outbox;
    private final Set<UUID> busy = new HashSet<>();
    private final Map<Question, Supplier<WireMessage>> waiting = new LinkedHashMap<>();

    Answers(SessionLoop loop, Outbox outbox) {
        this.loop = loop;
        this.outbox = outbox;
    }

    private record Question(UUID member, Class<? extends WireMessage> kind) {}

    /**
     * Answers a member's question.
     *
     * @param question what it asks; of several of a kind that wait, only the last is answered
     * @param answer asked for the message when its turn has come
     */
    void answer(Group group, UUID member, Class<? extends WireMessage> question, Supplier<WireMessage> answer) {
        if (busy.add(member)) outbox.send(group, member, answer.get(), () -> loop.post(() -> sent(group, member)));
        else waiting.put(new Question(member, question), answer);
    }

    private void sent(Group group, UUID member) {
        busy.remove(member);
        for (Question next : waiting.keySet()) {
            if (!next.member.equals(member)) continue;
            Supplier<WireMessage> answer = waiting.remove(next);
            busy.add(member);
            outbox.send(group, member, answer.get(), () -> loop.post(() -> sent(group, member)));
            return;
        }
    }

    void viewChanged(Set<UUID> members) {
        waiting.keySet().removeIf(question -> !members.contains(question.member));
    }
}
