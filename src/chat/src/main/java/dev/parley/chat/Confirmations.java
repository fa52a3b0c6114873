package dev.parley.chat;

import dev.parley.chat.WireMessage.Ack;
import dev.parley.chat.WireMessage.AuthorMarks;
import dev.parley.chat.WireMessage.Hello;
import dev.parley.chat.WireMessage.Mark;
import dev.parley.chat.WireMessage.Marks;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Confirms what others have said here, bursts in one, and knows who has not confirmed yet what was said here. Confined to the
 * session thread.
 */
final class Confirmations {
    /** Acknowledgements of a burst travel together. */
    private static final Duration DELAY = Duration.ofMillis(50);

    /** If something was heard so short a time ago, more is coming, and they wait for it too. */
    private static final Duration QUIET = Duration.ofMillis(20);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    /** But no longer than so. Where talk goes on all the time, each sending is in the way of some message. */
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final AuthorRun own;
    private final SessionParts parts;
    private final Ledger ledger;
    private final Runnable store;
    private final Receipts receipts;
    private boolean due;
    private long firstOwed;
    private long lastOwed;
    private Runnable whenReceived = () -> {};

    /** @param store makes sure that all taken in so far is stored */
    Confirmations(AuthorRun own, SessionParts parts, Ledger ledger, Runnable store) {
        this.own = own;
        this.parts = parts;
        this.ledger = ledger;
        this.store = store;
        this.receipts = new Receipts(own.incarnation());
    }

    void viewChanged(Set<UUID> members) {
        receipts.viewChanged(members);
        whenReceived.run();
    }

    /** A direct message of this number has been sent. */
    void sentDirect(UUID member, long number) {
        receipts.sentDirect(member, number);
    }

    /** A message of a member's run was heard; {@code direct} is the highest number of a direct one, or 0. */
    void owe(UUID member, AuthorRun run, long direct) {
        if (run.equals(own)) return;
        receipts.owe(member, run, direct);
        lastOwed = System.nanoTime();
        if (due) return;
        due = true;
        firstOwed = lastOwed;
        parts.loop().after(DELAY, this::settleIfQuiet);
    }

    /** A member's marks are also a question whether its messages have come. */
    void oweAgain(UUID member, Marks marks) {
        for (AuthorMarks author : marks.authors())
            for (Mark mark : author.runs()) {
                AuthorRun run = new AuthorRun(author.author(), mark.incarnation());
                parts.roster().memberOf(run).filter(member::equals).ifPresent(same -> owe(member, run, 0));
            }
    }

    private void settleIfQuiet() {
        long now = System.nanoTime();
        boolean quiet = now - lastOwed >= QUIET.toNanos();
        if (quiet || now - firstOwed >= LONGEST.toNanos()) settle();
        else parts.loop().after(BETWEEN_LOOKS, this::settleIfQuiet);
    }

    /** Sends the acknowledgements owed. */
    void settle() {
        due = false;
        store.run();
        receipts.settle(ledger, owed -> parts.wire().send(owed.member(), owed.ack()));
    }

    void acknowledged(UUID member, Ack ack) {
        receipts.acknowledged(member, ack);
        whenReceived.run();
    }

    /** A member has said whether it takes part; who does not, acknowledges nothing. */
    void introduced(Hello hello) {
        if (!hello.inChat()) whenReceived.run();
    }

    /** The members that have not acknowledged everything said here yet. */
    List<UUID> behind() {
        long last = ledger.high(own);
        return talkers().stream().filter(member -> !receipts.has(member, last)).toList();
    }

    /** The other members that may take part, in view order. */
    List<UUID> talkers() {
        return parts.roster().others().stream()
                .filter(parts.roster()::mayBeInChat)
                .toList();
    }

    /** What others have acknowledged. */
    Receipts receipts() {
        return receipts;
    }

    /** Runs {@code check} now and whenever somebody acknowledges, says that it takes no part, or leaves. */
    void watch(Runnable check) {
        whenReceived = check;
        check.run();
    }
}
