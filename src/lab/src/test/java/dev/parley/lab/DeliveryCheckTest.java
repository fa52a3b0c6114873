package dev.parley.lab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.lab.Finding.Kind;
import dev.parley.lab.History.Peer;
import dev.parley.lab.MessageId.AuthorRun;
import dev.parley.lab.RunAccount.Heard;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeliveryCheckTest {
    private final History history = new History();
    private final Peer alice = history.starts("alice");
    private final Peer bob = history.starts("bob");
    private final Peer carol = history.starts("carol");
    private Said first;
    private Said second;
    private Said third;

    @BeforeEach
    void talk() {
        first = alice.says("hello");
        second = bob.says("hello alice");
        third = alice.says("who else is here?");
        carol.says("me");
    }

    @Test
    void aTalkThatAllHaveHeardPassesAndIsCounted() {
        DeliveryReport report = history.check();

        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.counts()).isEqualTo(new DeliveryReport.Counts(3, 3, 3, 0, 3, 4, 4, 12, 0, 0));
        assertThat(report.toString()).startsWith("Nothing lost").contains("4 messages, printed 12 times");
    }

    @Test
    void whatWasSaidAtTheSameTimeStandsByTheBytesOfItsAuthor() {
        AuthorRun low = new AuthorRun(UUID.fromString("7fffffff-0000-0000-0000-000000000000"), 1);
        AuthorRun high = new AuthorRun(UUID.fromString("80000000-0000-0000-0000-000000000000"), 1);
        assertThat(low).isLessThan(high);
    }

    @Test
    void aMessageThatOneSurvivorLacksIsLost() {
        carol.misses(second);

        assertFinds(Kind.LOST, "carol", second, "carol lacks", "which alice printed");
    }

    @Test
    void aMessageThatEverybodyButItsAuthorLacksIsLostByEachOfThem() {
        alice.misses(second);
        carol.misses(second);

        DeliveryReport report = history.check();
        assertThat(report.findings())
                .filteredOn(finding -> finding.kind() == Kind.LOST)
                .extracting(Finding::peer)
                .containsExactly("alice", "carol");
    }

    @Test
    void aMessageThatWasPrintedAndIsInNoLogIsLost() {
        for (Peer peer : history.peers.values()) peer.log.remove(second);

        assertFinds(Kind.LOST, "alice", second, "alice lacks", "which alice printed");
    }

    @Test
    void aMessageThatWasAcceptedAndNeverAppearedIsLost() {
        carol.run().accepted.add("msg anybody?");

        DeliveryReport report = history.check();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Kind.LOST);
            assertThat(finding.sentence()).isEqualTo("carol was told that 'anybody?' is said, and never printed it");
        });
    }

    @Test
    void anAcceptedActionThatNeverAppearedInTheMiddleIsLost() {
        alice.run().accepted.add(1, "me waves");

        assertThat(history.check().found()).containsOnlyKeys(Kind.LOST);
    }

    @Test
    void commandsThatSayNothingToAllAreNotAwaited() {
        alice.run().accepted.add("tell bob psst");
        alice.run().accepted.add("memberlist");
        alice.run().accepted.add("message");

        assertThat(history.check().passed()).isTrue();
    }

    @Test
    void whatWasPrintedBeforeADeathMustBeInTheLogAfterTheRestart() {
        carol.dies();
        carol.restarts();
        assertThat(history.check().passed()).isTrue();

        carol.log.remove(third);
        assertFinds(Kind.LOST, "carol", third, "carol lacks");
    }

    @Test
    void whatTheDeadSaidAllSurvivorsHaveOrNone() {
        Said last = carol.says("I die");
        carol.dies();
        carol.survives = false;
        assertThat(history.check().passed()).isTrue();

        alice.misses(last);
        assertFinds(Kind.LOST, "alice", last, "which bob printed");
        bob.misses(last);
        assertThat(history.check().passed()).isTrue();
    }

    @Test
    void theLastWordsOfOneThatDiedBeforeItCouldPrintThemAreNotInvented() {
        Said last = carol.says("I die");
        carol.run().accepted.remove("msg I die");
        carol.misses(last);
        carol.dies();
        carol.survives = false;
        assertFinds(Kind.INVENTED, "", last, "Nobody was told to say");

        carol.run().unanswered.add("msg I die");
        assertThat(history.check().passed()).isTrue();
    }

    @Test
    void theOnlyWordsOfOneThatNeverPrintedAnythingAreNotInvented() {
        Peer dave = history.starts("dave");
        Said only = dave.says("hi");
        dave.misses(only);
        dave.run().accepted.clear();
        dave.dies();
        dave.survives = false;
        assertThat(history.check().found()).containsOnlyKeys(Kind.INVENTED);

        dave.run().unanswered.add("msg hi");
        assertThat(history.check().passed()).isTrue();
    }

    @Test
    void whoCameLateNeedsOnlyWhatWasSaidSince() {
        Peer dave = history.starts("dave");
        dave.completeFrom = history.now();
        Said since = alice.says("hello dave");
        dave.log.add(0, third);
        assertThat(history.check().passed()).isTrue();

        dave.misses(since);
        assertFinds(Kind.LOST, "dave", since, "dave lacks");
    }

    @Test
    void aMessagePrintedTwiceIsDoubled() {
        bob.run().printed.add(new Heard(first, false, true));

        assertFinds(Kind.DOUBLED, "bob", first, "bob printed", "twice");
        assertThat(history.check().found()).containsOnlyKeys(Kind.DOUBLED);
    }

    @Test
    void aMessagePrintedByTwoProcessesOfOnePeerIsNotDoubled() {
        bob.dies();
        bob.restarts();
        bob.run().printed.add(new Heard(first, false, true));

        assertThat(history.check().passed()).isTrue();
    }

    @Test
    void aMessageTwiceInALogIsDoubled() {
        bob.log.add(1, first);

        assertFinds(Kind.DOUBLED, "bob", first, "The log of bob has", "twice");
    }

    @Test
    void aTextThatWentOutUnderTwoNumbersIsDoubled() {
        Said again = alice.says("who else is here?");
        alice.run().accepted.remove(alice.run().accepted.size() - 1);

        assertFinds(Kind.DOUBLED, "alice", again, "was to say nothing more");
    }

    @Test
    void oneAuthorsMessagesPrintedInTheWrongOrderAreSwapped() {
        Collections.swap(bob.run().printed, 0, 2);

        assertFinds(Kind.SWAPPED, "bob", first, "bob printed", "after", "of its author");
    }

    @Test
    void lateMessagesMayBePrintedAfterNewerOnes() {
        bob.run().printed.remove(0);
        bob.run().printed.add(new Heard(first, false, true));

        DeliveryReport report = history.check();
        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.counts().late()).isOne();
    }

    @Test
    void differentAuthorsMayBePrintedInAnyOrder() {
        Collections.swap(carol.run().printed, 0, 1);

        assertThat(history.check().passed()).isTrue();
    }

    @Test
    void directMessagesCountByThemselvesAndStandInOrder() {
        AuthorRun run = alice.run().key;
        Said psst = new Said(new MessageId(run, true, 1), history.now(), "direct", "psst");
        Said more = new Said(new MessageId(run, true, 2), history.now(), "direct", "more");
        alice.hears(psst, true, false);
        alice.hears(more, true, false);
        bob.hears(psst, false, false);
        bob.hears(more, false, false);
        DeliveryReport report = history.check();
        assertThat(report.passed()).as(report.toString()).isTrue();
        assertThat(report.counts().direct()).isEqualTo(4);

        Collections.swap(bob.run().printed, 4, 5);
        assertFinds(Kind.SWAPPED, "bob", psst, "bob printed");
    }

    @Test
    void aLogOutOfItsOrderIsSwapped() {
        Collections.swap(bob.log, 1, 2);

        DeliveryReport report = history.check();
        assertThat(report.found()).containsOnlyKeys(Kind.SWAPPED, Kind.DIVERGING);
        assertFinds(Kind.SWAPPED, "bob", second, "The log of bob has", "after");
    }

    @Test
    void aLogThatFollowsClocksAgainstItsAuthorIsSwapped() {
        Said early = new Said(alice.run().nextId(), new Stamp(1, 0), "text", "a clock set back");
        alice.run().accepted.add("msg a clock set back");
        for (Peer peer : history.peers.values()) peer.hears(early, peer == alice, false);

        assertFinds(Kind.SWAPPED, "alice", first, "of its author");
        assertThat(history.check().found()).containsOnlyKeys(Kind.SWAPPED);
    }

    @Test
    void anOwnNumberLeftOutIsAGap() {
        alice.run().nextId();
        Said after = alice.says("one number later");

        assertFinds(Kind.SWAPPED, "alice", after, "as number 3 of what it said");
    }

    @Test
    void logsThatDifferInAMessageDivergeAtItsPlace() {
        carol.log.remove(second);
        carol.run().printed.removeIf(heard -> heard.said().equals(second));

        assertThat(history.check().findings())
                .filteredOn(finding -> finding.kind() == Kind.DIVERGING)
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .startsWith("The logs of alice and carol differ from place 2 on: " + second));
    }

    @Test
    void aMessageWithAnotherTextElsewhereIsAltered() {
        Said forged = new Said(second.id(), second.clock(), "text", "good bye alice");
        carol.log.set(carol.log.indexOf(second), forged);

        DeliveryReport report = history.check();
        assertThat(report.found()).containsOnlyKeys(Kind.ALTERED, Kind.DIVERGING);
        assertFinds(Kind.ALTERED, "carol", forged, "good bye alice", "hello alice");
    }

    @Test
    void aMessageThatItsAuthorNeverSaidIsInvented() {
        Said ghost = new Said(new MessageId(bob.run().key, false, 2), history.now(), "text", "boo");
        for (Peer peer : history.peers.values()) peer.log.add(ghost);

        assertFinds(Kind.INVENTED, "", ghost, "Nobody was told to say");
    }

    @Test
    void aMessageOfAnUnknownAuthorIsInvented() {
        MessageId stranger = new MessageId(new AuthorRun(new UUID(1, 1), 1), false, 1);
        Said ghost = new Said(stranger, history.now(), "text", "boo");
        for (Peer peer : history.peers.values()) peer.hears(ghost, false, false);

        assertFinds(Kind.INVENTED, "", ghost, "Nobody was told to say");
    }

    @Test
    void whatAPeerPrintsAsItsOwnWithoutBeingToldIsInvented() {
        Said unasked = alice.says("I talk to myself");
        alice.run().accepted.remove(alice.run().accepted.size() - 1);

        assertFinds(Kind.INVENTED, "alice", unasked, "alice said");
    }

    @Test
    void aLogThatWasNotReadToItsBeginningProvesNothing() {
        bob.cut = true;

        assertThat(history.check().found()).containsOnlyKeys(Kind.UNREADABLE);
    }

    @Test
    void outputThatCannotBeReadProvesNothing() {
        bob.run().unreadable.add("{\"type\":\"mess");

        assertThat(history.check().findings())
                .singleElement()
                .extracting(Finding::toString)
                .isEqualTo("UNREADABLE: bob wrote: {\"type\":\"mess");
    }

    @Test
    void ofVeryManyFindingsTheFirstAreSaidAndAllAreCounted() {
        for (int i = 0; i < 1_000; i++) alice.says("flood " + i);
        carol.log.clear();

        DeliveryReport report = history.check();
        assertThat(report.found()).containsEntry(Kind.LOST, 1_004).containsEntry(Kind.DIVERGING, 1);
        assertThat(report.findings()).hasSize(Findings.KEPT + 1);
    }

    private void assertFinds(Kind kind, String peer, Said message, String... parts) {
        DeliveryReport report = history.check();
        assertThat(report.findings())
                .as(report.toString())
                .filteredOn(finding -> finding.kind() == kind
                        && finding.peer().equals(peer)
                        && finding.message().equals(message.id().toString()))
                .isNotEmpty()
                .first()
                .satisfies(finding -> assertThat(finding.sentence()).contains(parts));
    }
}
