package dev.parley.chat;

import dev.parley.chat.WireMessage.Ping;
import dev.parley.chat.WireMessage.Pong;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** Asks members for a sign of life, and gives one. Confined to the session thread. */
final class Pings {
    private final Map<Long, CompletableFuture<Long>> waiting = new HashMap<>();
    private final SessionParts parts;

    Pings(SessionParts parts) {
        this.parts = parts;
    }

    void pinged(UUID from, Ping ping) {
        parts.wire()
                .group()
                .ifPresent(group -> parts.answers().answer(group, from, Ping.class, () -> new Pong(ping.nonce())));
    }

    void ponged(Pong pong) {
        CompletableFuture<Long> answer = waiting.remove(pong.nonce());
        if (answer != null) answer.complete(System.nanoTime());
    }

    /** Completes with the {@link System#nanoTime} at which the answer came. */
    CompletableFuture<Long> ping(UUID member, long nonce) {
        CompletableFuture<Long> answer = new CompletableFuture<>();
        waiting.put(nonce, answer);
        parts.wire().send(member, new Ping(nonce));
        return answer;
    }

    /** Nobody waits for this one any more. */
    void forget(long nonce) {
        waiting.remove(nonce);
    }
}
