package dev.parley.chat;

import dev.parley.chat.WireMessage.Mark;
import dev.parley.chat.WireMessage.Marks;
import dev.parley.chat.WireMessage.PageRequest;
import dev.parley.chat.WireMessage.Span;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Fetches what this peer lacks and others have, from one member at a time, one request at a time. Confined to the session
 * thread.
 */
final class Repair {
    /** A page takes a round trip; whoever has not answered by then is busy or gone, and the next is asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How many spans one request names; far below what fits into a message. */
    private static final int SPANS = 200;

    private final SessionLoop loop;
    private final Transcript transcript;
    private final BiConsumer<UUID, WireMessage> send;
    private final Supplier<Set<UUID>> talkers;
    private final Map<UUID, Marks> offers = new HashMap<>();
    private final ArrayDeque<UUID> unread = new ArrayDeque<>();
    private Optional<UUID> asked = Optional.empty();
    private Subscription patience = () -> {};

    /** @param talkers the other members that may take part in the chat */
    Repair(SessionLoop loop, Transcript transcript, BiConsumer<UUID, WireMessage> send, Supplier<Set<UUID>> talkers) {
        this.loop = loop;
        this.transcript = transcript;
        this.send = send;
        this.talkers = talkers;
    }

    /** A member has told what it holds. */
    void offered(UUID member, Marks marks) {
        if (marks.recent() > 0 && !marks.answerWanted()) marks.marks().forEach(this::wantNoMoreThan);
        offers.put(member, marks);
        unread.remove(member);
        unread.add(member);
        askNext();
    }

    /** Part of a newcomer's history is of no interest to it, unless it holds something of that run already. */
    private void wantNoMoreThan(Mark mark) {
        if (transcript.numbers(mark.run()).high() < 1) transcript.raiseLow(mark.run(), mark.low());
    }

    /** The page that the member asked has sent is in the transcript. */
    void paged(UUID member, int fresh) {
        if (!asked.equals(Optional.of(member))) return;
        done();
        if (fresh > 0) unread.addFirst(member);
        askNext();
    }

    void viewChanged(Set<UUID> members) {
        offers.keySet().retainAll(members);
        unread.retainAll(members);
        if (asked.isPresent() && !members.contains(asked.get())) {
            done();
            askNext();
        }
    }

    private void askNext() {
        while (asked.isEmpty() && !unread.isEmpty()) {
            UUID member = unread.poll();
            List<Span> spans = transcript.lacking(offers.get(member).marks(), SPANS);
            if (!spans.isEmpty()) ask(member, spans);
        }
        if (asked.isEmpty() && offers.keySet().containsAll(talkers.get())) giveUpWhatNobodyHas();
    }

    /** The beginning of a run may be kept by nobody any more; waiting for it would hold up what comes after it. */
    private void giveUpWhatNobodyHas() {
        Map<AuthorRun, Long> lowest = new HashMap<>();
        for (Marks offer : offers.values())
            for (Mark mark : offer.marks())
                if (mark.low() <= mark.high()) lowest.merge(mark.run(), mark.low(), Math::min);
        lowest.forEach((run, low) -> {
            if (transcript.numbers(run).high() + 1 < low) transcript.raiseLow(run, low);
        });
    }

    private void ask(UUID member, List<Span> spans) {
        asked = Optional.of(member);
        send.accept(member, new PageRequest(spans));
        patience = loop.after(PATIENCE, () -> {
            asked = Optional.empty();
            askNext();
        });
    }

    private void done() {
        patience.close();
        asked = Optional.empty();
    }
}
