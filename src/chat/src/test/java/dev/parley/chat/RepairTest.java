package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.chat.WireMessage.Marks;
import dev.parley.chat.WireMessage.MarksRequest;
import dev.parley.chat.WireMessage.PageRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RepairTest {
    private static final AuthorRun GONE = Replica.run(99, 1);

    private final Replica.House house = new Replica.House();
    private final Replica ann = house.replica(1);
    private final Replica ben = house.replica(2);

    private static List<PageRequest> pageRequests(List<WireMessage> sent) {
        return sent.stream()
                .filter(PageRequest.class::isInstance)
                .map(PageRequest.class::cast)
                .toList();
    }

    @Property(tries = 100)
    void whateverSomebodyHoldsAllHoldAfterOneRoundAndThenNothingIsAskedAnyMore(@ForAll Random random) {
        for (int number = 3; number <= 2 + random.nextInt(4); number++) house.replica(number);
        Set<LogEntry> held = new HashSet<>();
        List<Replica> replicas = List.of(ann, ben, house.replica(3));
        for (int author = 90; author < 93; author++)
            for (long incarnation = 1; incarnation <= 1 + random.nextInt(5); incarnation++)
                spread(Replica.run(author, incarnation), random, replicas, held);
        house.meet();

        replicas.forEach(replica -> replica.tellMarks(Marks.Purpose.SUMMARY, 0));
        house.settle();
        replicas.forEach(replica -> replica.tellMarks(Marks.Purpose.SUMMARY, 0));
        house.settle();

        for (Replica replica : replicas)
            assertThat(held)
                    .allMatch(entry -> replica.holds(entry.run(), entry.id().number()));
        replicas.forEach(replica -> replica.tellMarks(Marks.Purpose.SUMMARY, 0));
        assertThat(house.settle()).allMatch(Marks.class::isInstance);
    }

    private static void spread(AuthorRun run, Random random, List<Replica> replicas, Set<LogEntry> held) {
        for (Replica replica : replicas) {
            for (int range = 0; range < random.nextInt(3); range++) {
                long from = 1L + random.nextInt(20);
                long to = from + random.nextInt(10);
                replica.hold(run, from, to);
                for (long number = from; number <= to; number++) held.add(Replica.said(run, number));
            }
        }
    }

    @Example
    void whatIsToldDoesNotGrowWithTheRunsOfAnAuthor() {
        ann.hold(Replica.run(90, 1), 1, 5);
        int few = size(ann);
        for (long incarnation = 2; incarnation <= 1_000; incarnation++) ann.hold(Replica.run(90, incarnation), 1, 5);
        assertThat(size(ann)).isLessThan(few + 4);
    }

    private static int size(Replica replica) {
        return new WireCodec().encode(new Marks(replica.transcript.summary(0), 0, Marks.Purpose.SUMMARY)).length;
    }

    @Example
    void anEarlierRunIsFoundMissingByItsDigest() {
        for (long incarnation = 1; incarnation <= 300; incarnation++) {
            ann.hold(Replica.run(90, incarnation), 1, 3);
            if (incarnation != 123) ben.hold(Replica.run(90, incarnation), 1, 3);
        }
        house.meet();
        ann.tellMarks(Marks.Purpose.SUMMARY, 0);
        List<WireMessage> sent = house.settle();
        assertThat(ben.holds(Replica.run(90, 123), 3)).isTrue();
        assertThat(pageRequests(sent)).hasSize(1);
    }

    @Example
    void islandsAreOfferedThoughTheirBeginningIsGone() {
        ann.hold(GONE, 8, 10);
        house.meet();
        ann.tellMarks(Marks.Purpose.SUMMARY, 0);
        house.settle();
        assertThat(ben.holds(GONE, 8)).isTrue();
        assertThat(ben.holds(GONE, 7)).isFalse();
    }

    @Example
    void whatIsMissingForGoodIsNotAskedForAgain() {
        ann.hold(GONE, 8, 10);
        ann.hold(Replica.run(99, 2), 1, 1);
        ben.hold(GONE, 1, 3);
        ben.transcript.raiseLow(GONE, 8);
        ben.hold(GONE, 8, 10);
        ben.hold(Replica.run(99, 2), 1, 1);
        house.meet();
        for (int round = 0; round < 3; round++) {
            ann.tellMarks(Marks.Purpose.SUMMARY, 0);
            ben.tellMarks(Marks.Purpose.SUMMARY, 0);
            List<WireMessage> sent = house.settle();
            if (round > 0) assertThat(sent).noneMatch(MarksRequest.class::isInstance);
            if (round > 0) assertThat(pageRequests(sent)).isEmpty();
        }
    }

    @Example
    void aNewcomerFetchesTheLastMessagesOnlyAndOlderOnesOnDemand() {
        for (long incarnation = 1; incarnation <= 20; incarnation++) ann.hold(Replica.run(90, incarnation), 1, 10);
        house.meet();
        ben.tellMarks(Marks.Purpose.QUESTION, 25);
        house.settle();
        assertThat(ben.transcript.ledger().knowsOthersThan(ben.run().author())).isTrue();
        assertThat(ben.holdsInStore()).isEqualTo(25);
        ann.tellMarks(Marks.Purpose.SUMMARY, 0);
        assertThat(pageRequests(house.settle())).isEmpty();

        Stamp oldest = ben.transcript.oldest().orElseThrow();
        ben.askForOlder(ann, oldest, 30);
        house.settle();
        assertThat(ben.holdsInStore()).isEqualTo(55);
        ann.tellMarks(Marks.Purpose.SUMMARY, 0);
        assertThat(house.settle()).allMatch(Marks.class::isInstance);
    }

    @Example
    void aNewcomerLacksNothingBetweenWhatItIsOfferedSoonAndWhatItIsOfferedLate() {
        Replica cleo = house.replica(3);
        ann.hold(GONE, 1, 2_000);
        ann.hold(cleo.run(), 1, 2_000);
        cleo.hold(GONE, 1, 2_000);
        cleo.hold(cleo.run(), 1, 6_000);
        house.meet();
        ben.tellMarks(Marks.Purpose.QUESTION, 5_000);
        house.settle();
        cleo.tellMarks(Marks.Purpose.SUMMARY, 0);
        house.settle();
        assertThat(ben.holdsInStore()).isEqualTo(8_000);
    }

    @Example
    void whatEvenItsAuthorKeepsNoLongerIsGivenUpSoThatWhatFollowsCountsAsComplete() {
        ann.transcript.raiseLow(ann.run(), 101);
        ann.hold(ann.run(), 101, 200);
        house.meet();
        ann.tellMarks(Marks.Purpose.SUMMARY, 0);
        house.settle();
        assertThat(ben.transcript.ledger().high(ann.run())).isEqualTo(200);
    }

    @Example
    void nobodySaysAnythingInThisPeersOwnName() {
        ann.hold(ben.run(), 1, 3);
        house.meet();
        ann.tellMarks(Marks.Purpose.SUMMARY, 0);
        assertThat(pageRequests(house.settle())).isEmpty();
        assertThat(ben.holds(ben.run(), 1)).isFalse();
    }

    @Example
    void aPageNobodyAskedForIsIgnored() {
        house.meet();
        WireMessage.Page page = new WireMessage.Page(List.of(Replica.said(GONE, 1)));
        assertThat(ben.repair.wanted(new java.util.UUID(7, 1), page)).isEmpty();
    }

    @Example
    void ofMembersThatHoldTheSameOnlyOneIsAsked() {
        Replica cleo = house.replica(3);
        ann.hold(GONE, 1, 400);
        cleo.hold(GONE, 1, 400);
        house.meet();
        ann.tellMarks(Marks.Purpose.SUMMARY, 0);
        cleo.tellMarks(Marks.Purpose.SUMMARY, 0);
        assertThat(pageRequests(house.settle())).hasSize(1);
    }
}
