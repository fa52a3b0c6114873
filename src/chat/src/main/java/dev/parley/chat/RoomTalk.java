package dev.parley.chat;

import dev.parley.chat.WireMessage.Hello;
import dev.parley.chat.WireMessage.Mark;
import dev.parley.chat.WireMessage.Marks;
import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.PageRequest;
import dev.parley.chat.WireMessage.Said;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * What is said in one room: takes it in, passes it on to the faces once it is stored, acknowledges it, and finds and mends
 * what is missing. Confined to the session thread.
 */
final class RoomTalk {
    /** How many of the latest messages a newcomer gets. */
    static final int NEWCOMER_HISTORY = 1_000;

    /** How many messages are taken in before they are stored although more are waiting: one transaction's worth. */
    private static final int BATCH = 1_000;

    /** Acknowledgements of a burst travel together. */
    private static final Duration RECEIPT_DELAY = Duration.ofMillis(50);

    /** Without any cause members compare what they hold this often. */
    private static final Duration SLOW_PACE = Duration.ofSeconds(30);

    /** After a departure the survivors compare within this time, not all at once. */
    private static final Duration SPREAD = Duration.ofMillis(200);

    private static final Logger LOG = LogManager.getLogger();

    private final RoomName room;
    private final Transcript transcript;
    private final SessionParts parts;
    private final MessageDesk desk;
    private final Receipts receipts;
    private final Repair repair;
    private final List<ChatMessage> untold = new ArrayList<>();
    private boolean receiptsDue;
    private boolean taking;
    private Runnable whenReceived = () -> {};
    private Subscription slowPace = () -> {};

    RoomTalk(RoomName room, Transcript transcript, MessageDesk desk, SessionParts parts) {
        this.room = room;
        this.transcript = transcript;
        this.desk = desk;
        this.parts = parts;
        this.receipts = new Receipts(desk.run().incarnation());
        this.repair = new Repair(parts.loop(), transcript, parts.wire()::send, this::talkers);
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
        return Math.max(0, transcript.numbers(desk.run()).high());
    }

    /** Reads the log as it is now beside the session thread; the caller closes it. */
    LogReader reader() {
        flush();
        return transcript.reader();
    }

    /** Entries of the log as they are shown. */
    List<ChatMessage> shown(List<LogEntry> entries) {
        return entries.stream().map(entry -> desk.shown(entry, false)).toList();
    }

    /** Says something; there is room in the outbox for it. */
    ChatMessage say(ChatMessage.Kind kind, Optional<UUID> to, String text) {
        Optional<String> recipient = to.flatMap(member -> desk.shownName(member));
        LogEntry entry = desk.compose(kind, recipient, text, lastNumber() + 1);
        to.ifPresent(member -> receipts.sentDirect(member, entry.id().number()));
        ChatMessage message = takeIn(entry, false);
        flush();
        parts.wire().sendInRoom(to, new Said(entry));
        return message;
    }

    void heard(UUID from, Said said) {
        if (!taking) return;
        LogEntry sent = said.entry();
        if (forged(from, sent)) {
            LOG.warn("a message of {} under another author's name is ignored", from);
            return;
        }
        desk.observe(sent.clock());
        if (!sent.id().direct()
                && transcript.numbers(sent.run()).holds(sent.id().number())) return;
        takeIn(desk.received(from, sent), false);
        owe(from, sent.run(), sent.id().direct() ? sent.id().number() : 0);
    }

    private boolean forged(UUID from, LogEntry entry) {
        return parts.roster()
                .helloOf(from)
                .filter(hello -> !hello.author().equals(entry.id().author()))
                .isPresent();
    }

    private ChatMessage takeIn(LogEntry entry, boolean late) {
        transcript.add(entry);
        ChatMessage message = desk.shown(entry, late);
        untold.add(message);
        if (untold.size() >= BATCH) flush();
        return message;
    }

    /** Stores what was taken in, then tells it. */
    void flush() {
        if (untold.isEmpty()) return;
        transcript.flush();
        List<ChatMessage> messages = List.copyOf(untold);
        untold.clear();
        parts.faces().tell(new SessionEvent.MessagesAdded(room, messages));
    }

    void viewChanged(Set<UUID> members, boolean someLeft, boolean firstOrMerged) {
        receipts.viewChanged(members);
        repair.viewChanged(members);
        if (firstOrMerged) askForMissed();
        else if (someLeft) parts.loop().after(jitter(SPREAD), this::tellMarks);
        whenReceived.run();
    }

    private void askForMissed() {
        if (!taking || parts.roster().others().isEmpty()) return;
        int recent = transcript.knowsOthersThan(desk.run()) ? 0 : NEWCOMER_HISTORY;
        parts.wire().multicast(new Marks(transcript.marks(0), recent, true));
    }

    private void tellMarks() {
        if (taking && !parts.roster().others().isEmpty())
            parts.wire().multicast(new Marks(transcript.marks(0), 0, false));
    }

    private void atSlowPace() {
        slowPace = parts.loop().after(SLOW_PACE.dividedBy(2).plus(jitter(SLOW_PACE)), () -> {
            tellMarks();
            atSlowPace();
        });
    }

    void marked(UUID member, Marks marks) {
        if (!taking) return;
        if (marks.answerWanted()) {
            Marks own = new Marks(transcript.marks(marks.recent()), marks.recent(), false);
            parts.wire().send(member, own);
        }
        repair.offered(member, marks);
        for (Mark mark : marks.marks())
            parts.roster().memberOf(mark.run()).ifPresent(author -> owe(author, mark.run(), 0));
    }

    void asked(UUID member, PageRequest request) {
        parts.wire()
                .group()
                .ifPresent(group -> parts.answers().answer(group, member, () -> transcript.page(request.spans())));
    }

    void paged(UUID member, Page page) {
        if (!taking) return;
        int fresh = 0;
        Set<AuthorRun> runs = new HashSet<>();
        for (LogEntry entry : page.entries()) {
            if (transcript.numbers(entry.run()).holds(entry.id().number())) continue;
            desk.observe(entry.clock());
            takeIn(entry, true);
            runs.add(entry.run());
            fresh++;
        }
        flush();
        for (AuthorRun run : runs) parts.roster().memberOf(run).ifPresent(author -> owe(author, run, 0));
        repair.paged(member, fresh);
    }

    private void owe(UUID member, AuthorRun run, long direct) {
        if (run.equals(desk.run())) return;
        receipts.owe(member, run, direct);
        if (receiptsDue) return;
        receiptsDue = true;
        parts.loop().after(RECEIPT_DELAY, this::acknowledge);
    }

    /** Sends the acknowledgements owed. */
    void acknowledge() {
        receiptsDue = false;
        flush();
        receipts.settle(transcript, owed -> parts.wire().send(owed.member(), owed.ack()));
    }

    void acknowledged(UUID member, WireMessage.Ack ack) {
        receipts.acknowledged(member, ack);
        whenReceived.run();
    }

    /** A member has said whether it takes part; who does not, acknowledges nothing. */
    void introduced(Hello hello) {
        if (!hello.inChat()) whenReceived.run();
    }

    private Set<UUID> talkers() {
        return parts.roster().others().stream()
                .filter(parts.roster()::mayBeInChat)
                .collect(Collectors.toSet());
    }

    /** The members that have not acknowledged everything said here yet. */
    List<UUID> behind() {
        long last = lastNumber();
        return talkers().stream().filter(member -> !receipts.has(member, last)).toList();
    }

    /** Runs {@code check} now and whenever somebody acknowledges, says that it takes no part, or leaves. */
    void watchReceipts(Runnable check) {
        whenReceived = check;
        check.run();
    }

    /** Ends this stay; the transcript stays open for the next one. */
    void close() {
        flush();
        taking = false;
        slowPace.close();
    }

    private static Duration jitter(Duration most) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + 1));
    }
}
