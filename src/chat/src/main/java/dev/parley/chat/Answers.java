package dev.parley.chat;

import dev.parley.group.Group;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What members ask for and get: to each at most one answer on its way and one more in waiting, so that nobody makes this
 * peer collect answers faster than it takes them. Confined to the session thread.
 */
final class Answers {
    private final SessionLoop loop;
    private final Outbox outbox;
    private final Set<UUID> busy = new HashSet<>();
    private final Map<UUID, Supplier<WireMessage>> waiting = new HashMap<>();

    Answers(SessionLoop loop, Outbox outbox) {
        this.loop = loop;
        this.outbox = outbox;
    }

    /** @param answer asked for the message when its turn has come */
    void answer(Group group, UUID member, Supplier<WireMessage> answer) {
        if (busy.add(member)) outbox.send(group, member, answer.get(), () -> loop.post(() -> sent(group, member)));
        else waiting.put(member, answer);
    }

    private void sent(Group group, UUID member) {
        busy.remove(member);
        Supplier<WireMessage> next = waiting.remove(member);
        if (next != null) answer(group, member, next);
    }

    void viewChanged(Set<UUID> members) {
        waiting.keySet().retainAll(members);
    }
}
