package dev.parley.chat;

import dev.parley.chat.WireMessage.OlderRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/**
 * Fetches on demand what lies before the oldest message held, from the first member that has any. Confined to the session
 * thread.
 */
final class OlderHistory {
    /** How many messages one request reaches back; their pages take some seconds. */
    static final int MOST_AT_ONCE = 10_000;

    /** An answer takes a round trip; who has not given it by then is passed over. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SessionParts parts;
    private final Transcript transcript;
    private final BooleanSupplier nothingMissing;
    private final ArrayDeque<UUID> toAsk = new ArrayDeque<>();
    private Optional<UUID> asked = Optional.empty();
    private boolean coming;
    private int wanted;
    private CompletableFuture<Boolean> result = CompletableFuture.completedFuture(false);
    private Subscription patience = () -> {};

    /** @param nothingMissing whether all that others are known to have has been fetched */
    OlderHistory(SessionParts parts, Transcript transcript, BooleanSupplier nothingMissing) {
        this.parts = parts;
        this.transcript = transcript;
        this.nothingMissing = nothingMissing;
    }

    /** Completes with whether there were any; a request under way is joined. */
    CompletableFuture<Boolean> fetch(int count) {
        if (!result.isDone()) return result;
        result = new CompletableFuture<>();
        wanted = Math.min(count, MOST_AT_ONCE);
        coming = false;
        toAsk.addAll(parts.roster().others());
        askNext();
        return result;
    }

    private void askNext() {
        patience.close();
        asked = Optional.ofNullable(toAsk.poll());
        if (asked.isEmpty()) {
            end(false);
            return;
        }
        Stamp before = transcript.oldest().orElse(HybridClock.LAST);
        parts.wire().send(asked.get(), new OlderRequest(before, wanted));
        patience = parts.loop().after(PATIENCE, this::askNext);
    }

    /** A member has told where its older messages are, and they are being fetched, or that it has none. */
    void answered(UUID member, boolean any) {
        if (!asked.equals(Optional.of(member))) return;
        patience.close();
        if (any) {
            asked = Optional.empty();
            coming = true;
            progressed();
        } else askNext();
    }

    /** Something was fetched. */
    void progressed() {
        if (coming && nothingMissing.getAsBoolean()) end(true);
    }

    void viewChanged(Set<UUID> members) {
        toAsk.retainAll(members);
        if (asked.filter(member -> !members.contains(member)).isPresent()) askNext();
        progressed();
    }

    private void end(boolean any) {
        coming = false;
        toAsk.clear();
        result.complete(any);
    }

    /** Nothing more comes. */
    void close() {
        patience.close();
        asked = Optional.empty();
        end(false);
    }
}
