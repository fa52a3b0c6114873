package dev.parley.chat;

import dev.parley.chat.WireMessage.Marks;
import dev.parley.chat.WireMessage.MarksRequest;
import dev.parley.chat.WireMessage.OlderRequest;
import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What is said in one room: takes it in, passes it on to the faces once it is stored, acknowledges it, and finds and mends
 * what is missing. Confined to the session thread.
 */
final class RoomTalk {
    /** How many of the latest messages a newcomer gets. */
    static final int NEWCOMER_HISTORY = 1_000;

    /** How many messages are taken in before they are stored although more are waiting: one transaction's worth. */
    private static final int BATCH = 1_000;

    /** Without any cause members compare what they hold this often. */
    private static final Duration SLOW_PACE = Duration.ofSeconds(30);

    /** What was stored comes to its place after this time to twice this time, together, and not at all members at once. */
    private static final Duration SETTLING = Duration.ofSeconds(2);

    /** After a departure or a merge members compare within this time, not all at once. */
    private static final Duration SPREAD = Duration.ofMillis(200);

    private final RoomName room;
    private final Transcript transcript;
    private final SessionParts parts;
    private final MessageDesk desk;
    private final Confirmations confirmations;
    private final Repair repair;
    private final OlderHistory older;
    private final List<ChatMessage> untold = new ArrayList<>();
    private boolean taking;
    private Subscription slowPace = () -> {};
    private Optional<Subscription> settling = Optional.empty();

    RoomTalk(RoomName room, Transcript transcript, MessageDesk desk, SessionParts parts) {
        this.room = room;
        this.transcript = transcript;
        this.desk = desk;
        this.parts = parts;
        this.confirmations = new Confirmations(desk.run(), parts, transcript.ledger(), this::flush);
        this.repair = new Repair(parts.loop(), transcript, desk.run(), parts.roster(), parts.wire()::send);
        this.older = new OlderHistory(parts, transcript, repair::idle);
        transcript.latest().ifPresent(desk::observe);
        atSlowPace();
    }

    boolean takingPart() {
        return taking;
    }

    /** From now on messages are taken in; what was missed is fetched. */
    void takePart() {
        taking = true;
        askForMissed();
    }

    void stopTakingPart() {
        taking = false;
    }

    long lastNumber() {
        return transcript.ledger().high(desk.run());
    }

    Confirmations confirmations() {
        return confirmations;
    }

    ReceiptReport receiptReport() {
        return new ReceiptDesk(transcript, desk, confirmations).report();
    }

    /** Reads the log as it is now beside the session thread; the caller closes it. */
    LogReader reader() {
        flush();
        return transcript.reader();
    }

    /** Entries of the log as they are shown. */
    List<ChatMessage> shown(List<LogEntry> entries) {
        return desk.shown(entries, false);
    }

    /** Completes with whether any messages older than those held were found at others, and fetched. */
    CompletableFuture<Boolean> fetchOlder(int count) {
        return taking && transcript.ledger().cutOff() ? older.fetch(count) : CompletableFuture.completedFuture(false);
    }

    /** Says something; there is room in the outbox for it. On its way before the next {@link #flush} stores and tells it. */
    List<ChatMessage> say(ChatMessage.Kind kind, Optional<UUID> to, List<String> texts) {
        Optional<String> recipient = to.flatMap(desk::shownName);
        List<LogEntry> entries = desk.compose(kind, recipient, texts, lastNumber() + 1);
        for (LogEntry entry : entries)
            to.ifPresent(member -> confirmations.sentDirect(member, entry.id().number()));
        parts.wire().sayInRoom(to, entries);
        return takeIn(desk.run(), entries, false);
    }

    /** @param sent of one run, in the order of their numbers */
    void heard(UUID from, List<LogEntry> sent) {
        if (!taking) return;
        AuthorRun run = sent.get(0).run();
        if (forged(from, run)) {
            parts.refusals().refuse(from, "under another's name");
            return;
        }
        takeIn(run, desk.received(from, sent), false);
        MessageId last = sent.get(sent.size() - 1).id();
        confirmations.owe(from, run, last.direct() ? last.number() : 0);
    }

    private boolean forged(UUID from, AuthorRun run) {
        boolean anothers = parts.roster()
                .memberOf(run)
                .filter(member -> !member.equals(from))
                .isPresent();
        return anothers
                || parts.roster()
                        .helloOf(from)
                        .filter(hello -> !run.equals(new AuthorRun(hello.author(), hello.incarnation())))
                        .isPresent();
    }

    private List<ChatMessage> takeIn(AuthorRun run, List<LogEntry> entries, boolean late) {
        List<ChatMessage> messages = desk.shown(transcript.add(run, entries), late);
        untold.addAll(messages);
        if (untold.size() >= BATCH) flush();
        return messages;
    }

    /** Stores what was taken in, then tells it. */
    void flush() {
        if (untold.isEmpty()) return;
        transcript.flush();
        List<ChatMessage> messages = List.copyOf(untold);
        untold.clear();
        if (settling.isEmpty())
            settling = Optional.of(parts.loop().after(SETTLING.plus(jitter(SETTLING)), this::settle));
        parts.faces().tell(new SessionEvent.MessagesAdded(room, messages));
    }

    private void settle() {
        settling = Optional.empty();
        transcript.settle();
    }

    void viewChanged(Set<UUID> members, boolean someLeft, boolean first, boolean merged) {
        confirmations.viewChanged(members);
        repair.viewChanged(members);
        older.viewChanged(members);
        if (first) askForMissed();
        else if (someLeft || merged) parts.loop().after(jitter(SPREAD), this::tellMarks);
    }

    private void askForMissed() {
        if (!taking || parts.roster().others().isEmpty()) return;
        int recent = transcript.ledger().knowsOthersThan(desk.run().author()) ? 0 : NEWCOMER_HISTORY;
        parts.wire().multicast(new Marks(transcript.summary(0), recent, Marks.Purpose.QUESTION));
    }

    private void tellMarks() {
        if (taking && !parts.roster().others().isEmpty())
            parts.wire().multicast(new Marks(transcript.summary(0), 0, Marks.Purpose.SUMMARY));
    }

    private void atSlowPace() {
        slowPace = parts.loop().after(SLOW_PACE.dividedBy(2).plus(jitter(SLOW_PACE)), () -> {
            tellMarks();
            atSlowPace();
        });
    }

    /** A member tells what it holds; also who takes no part says what it holds when asked. */
    void marked(UUID member, Marks marks) {
        if (marks.purpose() == Marks.Purpose.QUESTION)
            answer(
                    member,
                    marks,
                    () -> new Marks(transcript.summary(marks.recent()), marks.recent(), Marks.Purpose.SUMMARY));
        if (!taking) return;
        confirmations.oweAgain(member, marks);
        repair.offered(member, marks);
        if (marks.purpose() == Marks.Purpose.OLDER)
            older.answered(member, !marks.authors().isEmpty());
    }

    void askedForMarks(UUID member, MarksRequest request) {
        answer(
                member,
                request,
                () -> new Marks(
                        transcript.details(request.authors(), request.recent()),
                        request.recent(),
                        Marks.Purpose.DETAILS));
    }

    void askedForOlder(UUID member, OlderRequest request) {
        int count = Math.min(request.count(), OlderHistory.MOST_AT_ONCE);
        answer(member, request, () -> new Marks(transcript.older(request.before(), count), 0, Marks.Purpose.OLDER));
    }

    void askedForPage(UUID member, PageRequest request) {
        answer(member, request, () -> transcript.page(request.spans()));
    }

    private void answer(UUID member, WireMessage question, Supplier<WireMessage> answer) {
        parts.wire().group().ifPresent(group -> parts.answers().answer(group, member, question.getClass(), answer));
    }

    void paged(UUID member, Page page) {
        if (!taking) return;
        Map<AuthorRun, List<LogEntry>> runs =
                repair.wanted(member, page).stream().collect(Collectors.groupingBy(LogEntry::run));
        runs.forEach((run, entries) -> {
            desk.observe(entries);
            takeIn(run, entries, true);
        });
        flush();
        for (AuthorRun run : runs.keySet())
            parts.roster().memberOf(run).ifPresent(author -> confirmations.owe(author, run, 0));
        repair.paged(member);
        older.progressed();
    }

    /** Ends this stay; the transcript stays open for the next one. */
    void close() {
        flush();
        taking = false;
        settling.ifPresent(Subscription::close);
        settle();
        slowPace.close();
        older.close();
    }

    private static Duration jitter(Duration most) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + 1));
    }
}
