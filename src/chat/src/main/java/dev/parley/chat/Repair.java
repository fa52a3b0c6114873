package dev.parley.chat;

import dev.parley.chat.WireMessage.AuthorMarks;
import dev.parley.chat.WireMessage.Mark;
import dev.parley.chat.WireMessage.Marks;
import dev.parley.chat.WireMessage.MarksRequest;
import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.PageRequest;
import dev.parley.chat.WireMessage.Span;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Fetches what this peer lacks and others have, from one member at a time, one request at a time. Confined to the session
 * thread.
 */
final class Repair {
    /** An answer takes a round trip; whoever has not given it by then is busy or gone, and the next is asked. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Who has let so many requests in a row go unanswered is asked no more until it tells its marks again. */
    private static final int MOST_UNANSWERED = 3;

    /** How many spans one request names; far below what fits into a message. */
    private static final int SPANS = 200;

    /** How many authors one request names. */
    private static final int AUTHORS = 500;

    private final SessionLoop loop;
    private final Transcript transcript;
    private final AuthorRun own;
    private final BiConsumer<UUID, WireMessage> send;
    private final RosterKeeper roster;
    private final Map<UUID, Offer> offers = new HashMap<>();
    private final Map<UUID, Map<UUID, Long>> detailed = new HashMap<>();
    private final Map<UUID, List<Span>> expected = new HashMap<>();
    private final ArrayDeque<UUID> unread = new ArrayDeque<>();
    private final Set<AuthorRun> cut = new HashSet<>();
    private Optional<UUID> asked = Optional.empty();
    private Subscription patience = () -> {};

    /** @param own the run of this peer, of which it lacks nothing whatever others say */
    Repair(
            SessionLoop loop,
            Transcript transcript,
            AuthorRun own,
            RosterKeeper roster,
            BiConsumer<UUID, WireMessage> send) {
        this.loop = loop;
        this.transcript = transcript;
        this.own = own;
        this.roster = roster;
        this.send = send;
    }

    /** What a member has told that it holds, and that is not compared yet. */
    private static final class Offer {
        private final int recent;
        private final Map<UUID, AuthorMarks> undetailed = new HashMap<>();
        private final Map<AuthorRun, Mark> marks = new HashMap<>();
        private final Map<AuthorRun, Long> ownLow = new HashMap<>();
        private int unanswered;

        private Offer(int recent) {
            this.recent = recent;
        }

        private void add(AuthorMarks author) {
            author.runs().forEach(mark -> marks.put(new AuthorRun(author.author(), mark.incarnation()), mark));
        }
    }

    /** A member has told what it holds. */
    void offered(UUID member, Marks marks) {
        switch (marks.purpose()) {
            case SUMMARY, QUESTION -> summarized(member, marks);
            case DETAILS -> detailed(member, marks);
            case OLDER -> reached(member, marks);
        }
    }

    private void summarized(UUID member, Marks marks) {
        Offer offer = new Offer(marks.purpose() == Marks.Purpose.SUMMARY ? marks.recent() : 0);
        for (AuthorMarks author : marks.authors()) {
            offer.add(author);
            if (worthDetails(member, author)) offer.undetailed.put(author.author(), author);
            for (Mark mark : author.runs())
                ownRun(member, author, mark).ifPresent(run -> offer.ownLow.put(run, mark.low()));
        }
        if (offer.recent > 0) marks.authors().forEach(this::wantNoMoreThan);
        offers.put(member, offer);
        if (asked.equals(Optional.of(member))) return;
        unread.remove(member);
        unread.add(member);
        askNext();
    }

    /** Details that were compared before, and differ for good, are not asked for again. */
    private boolean worthDetails(UUID member, AuthorMarks author) {
        if (author.earlier() == 0 || author.runs().isEmpty()) return false;
        Long before = detailed.getOrDefault(member, Map.of()).get(author.author());
        return before == null || before != author.earlier();
    }

    private Optional<AuthorRun> ownRun(UUID member, AuthorMarks author, Mark mark) {
        AuthorRun run = new AuthorRun(author.author(), mark.incarnation());
        return roster.memberOf(run).filter(member::equals).map(same -> run);
    }

    private void detailed(UUID member, Marks marks) {
        Offer offer = offers.get(member);
        if (offer == null || !asked.equals(Optional.of(member))) return;
        for (AuthorMarks author : marks.authors()) {
            AuthorMarks summary = offer.undetailed.remove(author.author());
            if (summary == null) continue;
            if (offer.recent > 0) wantNoMoreThan(author);
            offer.add(author);
            detailed.computeIfAbsent(member, any -> new HashMap<>()).put(author.author(), summary.earlier());
        }
        if (marks.authors().isEmpty()) offer.undetailed.clear();
        answered(member, offer);
    }

    /** Older messages than wanted so far are wanted now. */
    private void reached(UUID member, Marks marks) {
        Offer offer = offers.computeIfAbsent(member, any -> new Offer(0));
        for (AuthorMarks author : marks.authors()) {
            for (Mark mark : author.runs())
                transcript.lowerLow(new AuthorRun(author.author(), mark.incarnation()), mark.low());
            offer.add(author);
        }
        if (!unread.contains(member) && !asked.equals(Optional.of(member))) unread.addFirst(member);
        askNext();
    }

    /**
     * Part of a newcomer's history is of no interest to it, unless it holds the beginning of that run already. The first to answer
     * says how much: who answers later, while much is said, means later messages, and between the two something would be missing.
     */
    private void wantNoMoreThan(AuthorMarks author) {
        for (Mark mark : author.runs()) {
            AuthorRun run = new AuthorRun(author.author(), mark.incarnation());
            if (cut.add(run) && transcript.ledger().high(run) < 1) transcript.raiseLow(run, mark.low());
        }
    }

    /**
     * Those of a page's messages that this peer has asked the member for, and lacks; {@link #paged} is to be called when they
     * are in the transcript.
     */
    List<LogEntry> wanted(UUID member, Page page) {
        List<Span> spans = expected.getOrDefault(member, List.of());
        List<LogEntry> given = page.entries().stream()
                .filter(entry -> spans.stream().anyMatch(span -> span.contains(entry)))
                .toList();
        Offer offer = offers.get(member);
        if (given.isEmpty() && offer != null) offer.marks.clear();
        return given.stream()
                .filter(entry ->
                        !transcript.ledger().holds(entry.run(), entry.id().number()))
                .toList();
    }

    void paged(UUID member) {
        Offer offer = offers.get(member);
        if (expected.remove(member) != null && offer != null && asked.equals(Optional.of(member)))
            answered(member, offer);
    }

    private void answered(UUID member, Offer offer) {
        patience.close();
        asked = Optional.empty();
        offer.unanswered = 0;
        unread.remove(member);
        unread.addFirst(member);
        askNext();
    }

    void viewChanged(Set<UUID> members) {
        offers.keySet().retainAll(members);
        detailed.keySet().retainAll(members);
        expected.keySet().retainAll(members);
        unread.retainAll(members);
        if (asked.isPresent() && !members.contains(asked.get())) {
            patience.close();
            asked = Optional.empty();
            askNext();
        }
    }

    /** Whether nothing is left to be asked for. */
    boolean idle() {
        return asked.isEmpty() && unread.isEmpty();
    }

    private void askNext() {
        while (asked.isEmpty() && !unread.isEmpty()) {
            UUID member = unread.poll();
            Offer offer = offers.get(member);
            Optional<WireMessage> question = question(member, offer);
            if (question.isPresent()) ask(member, offer, question.get());
        }
        if (asked.isEmpty() && offers.keySet().containsAll(roster.others())) giveUpWhatNobodyHas();
    }

    /**
     * What even its author keeps no longer, and nobody else has, is not waited for: it would hold up what comes after it. An
     * author that is not here may still come back with it.
     */
    private void giveUpWhatNobodyHas() {
        for (Offer offer : offers.values()) {
            offer.ownLow.forEach((run, low) -> {
                if (transcript.ledger().high(run) + 1 < low && nobodyOffers(run, low)) transcript.raiseLow(run, low);
            });
            offer.ownLow.clear();
        }
    }

    private boolean nobodyOffers(AuthorRun run, long below) {
        return offers.values().stream()
                .map(offer -> offer.marks.get(run))
                .noneMatch(mark -> mark != null
                        && !mark.held().isEmpty()
                        && mark.held().get(0).from() < below);
    }

    private Optional<WireMessage> question(UUID member, Offer offer) {
        offer.undetailed.values().removeIf(this::known);
        if (!offer.undetailed.isEmpty())
            return Optional.of(new MarksRequest(
                    offer.undetailed.keySet().stream().limit(AUTHORS).toList(), offer.recent));
        List<Span> spans = lacking(offer);
        if (spans.isEmpty()) return Optional.empty();
        expected.put(member, spans);
        return Optional.of(new PageRequest(spans));
    }

    private boolean known(AuthorMarks summary) {
        Mark latest = summary.runs().get(0);
        return transcript.ledger().earlier(summary.author(), latest.incarnation()) == summary.earlier();
    }

    private List<Span> lacking(Offer offer) {
        List<Span> spans = new ArrayList<>();
        offer.marks.entrySet().removeIf(mark -> {
            if (mark.getKey().equals(own)) return true;
            List<Span> gaps = transcript.ledger().lacking(mark.getKey(), mark.getValue());
            spans.addAll(gaps.subList(0, Math.min(gaps.size(), SPANS - spans.size())));
            return gaps.isEmpty();
        });
        return spans;
    }

    private void ask(UUID member, Offer offer, WireMessage question) {
        asked = Optional.of(member);
        send.accept(member, question);
        patience = loop.after(PATIENCE, () -> {
            asked = Optional.empty();
            if (++offer.unanswered < MOST_UNANSWERED) unread.add(member);
            else detailed.remove(member);
            askNext();
        });
    }
}
