package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultCommandsTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;
    private List<ConsolePeer> peers;
    private ConsolePeer alice;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        peers = house.joined("alice", "bob", "carol", "dave");
        alice = peers.get(0);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aPartitionSplitsTheGroupAndHealingBringsItTogetherWithAllThatWasSaid() {
        for (ConsolePeer peer : peers) peer.lines("fault partition alice,bob | carol,dave");
        for (ConsolePeer peer : peers)
            assertThat(peer.lines("wait members 2")).singleElement().asString().startsWith("2 members: ");
        alice.run("msg on the one side");
        peers.get(3).run("msg on the other");
        assertThat(alice.rows("fault list"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("fault", "partition")
                        .containsEntry("what", "alice,bob | carol,dave")
                        .containsKeys("seen", "hit", "dropped"));

        for (ConsolePeer peer : peers)
            assertThat(peer.lines("fault heal")).startsWith("Healed: partition alice,bob | carol,dave");
        for (ConsolePeer peer : peers) {
            peer.lines("wait members 4");
            await().untilAsserted(() -> assertThat(peer.rows("history"))
                    .extracting(row -> row.get("text"))
                    .containsExactlyInAnyOrder("on the one side", "on the other"));
        }
        assertThat(alice.lines("fault list")).containsExactly("No fault is made here");
        assertThat(alice.lines("fault heal")).containsExactly("There was no fault to heal here");
    }

    @Test
    void whoIsCutOffIsNamedAndWhoIsOnNoSideIsNot() {
        assertThat(alice.rows("fault partition bob|alice"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("from", List.of("bob")));
        assertThat(alice.lines("wait members 3")).containsExactly("3 members: alice, carol, dave");
    }

    @Test
    void whoeverIsOutOfTheViewByAPartitionCanBeNamedInTheNext() {
        alice.run("fault partition alice,carol,dave | bob");
        assertThat(alice.lines("wait members 3")).containsExactly("3 members: alice, carol, dave");

        assertThat(alice.lines("fault partition alice,bob | carol , dave")).startsWith("Cut off from carol, dave");
        assertThat(alice.lines("wait members 2")).containsExactly("2 members: alice, bob");
        assertThat(alice.rows("fault list")).hasSize(1);
    }

    @Test
    void whatCannotBeAPartitionIsSaidInOneSentence() {
        assertThat(alice.error("fault partition alice,bob"))
                .isEqualTo(
                        "A partition has at least two sides with members on each: put | between them, as in alice,bob |"
                                + " carol.");
        assertThat(alice.error("fault partition alice | ")).startsWith("A partition has at least two sides");
        assertThat(alice.error("fault partition alice | erin"))
                .isEqualTo("There is no member 'erin'; there are alice, bob, carol, dave.");
        assertThat(alice.error("fault partition bob | carol"))
                .isEqualTo("Nothing is cut: you are on no side, and nobody named allows others to make faults"
                        + " ('set allow-remote-faults on' does, there).");
        assertThat(alice.error("fault partition alice,bob | bob"))
                .isEqualTo("bob is named twice: put each member on one side.");
        assertThat(alice.error("fault partition")).contains("usage: fault partition a,b | c,d");
        assertThat(alice.error("fault")).contains("fault heal").contains("fault list");
        assertThat(alice.rows("fault list")).isEmpty();
    }

    @Test
    void aFaultEndsWithTheStayInTheGroup() {
        alice.run("fault partition alice | bob,carol,dave");
        alice.run("leave");
        assertThat(alice.lines("fault list")).containsExactly("No fault is made here");
        assertThat(alice.error("fault partition alice | bob")).isEqualTo("Not in the group: type join.");
        alice.run("join");
        assertThat(alice.lines("wait members 4")).hasSize(1);
    }

    @Test
    void aPartitionTypedAtOneActsAtAllThatAllowItAndNamesThoseThatDoNot() {
        for (ConsolePeer peer : List.of(peers.get(1), peers.get(3)))
            peer.session().permissions().allowFaults(true);

        assertThat(alice.lines("fault partition alice,bob | carol,dave"))
                .containsExactly(
                        "Cut off from carol, dave",
                        "bob: Cut off from carol, dave",
                        "carol: refused. Faults ordered by others are not allowed here: set allow-remote-faults on.",
                        "dave: Cut off from alice, bob");
        for (ConsolePeer peer : peers) assertThat(peer.lines("wait members 2")).hasSize(1);
        assertThat(peers.get(2).lines("fault list")).containsExactly("No fault is made here");
        assertThat(peers.get(3).lines("events"))
                .anyMatch(line -> line.endsWith("alice has ordered (fault): Cut off from alice, bob"));

        peers.get(3).session().permissions().allowFaults(false);
        assertThat(alice.lines("fault heal"))
                .contains("Healed: partition alice,bob | carol,dave", "bob: Healed: partition alice,bob | carol,dave")
                .anyMatch(line -> line.startsWith("carol, dave: refused."));
        peers.get(3).lines("fault heal");
        for (ConsolePeer peer : peers) assertThat(peer.lines("wait members 4")).hasSize(1);
    }

    @Test
    void whoIsOnNoSideCanCutOthersThatAllowItAndMendThem() {
        for (ConsolePeer peer : peers.subList(1, 4))
            peer.session().permissions().allowFaults(true);
        assertThat(alice.lines("fault partition bob | carol,dave"))
                .startsWith("Here nothing is cut: you are on no side", "bob: Cut off from carol, dave");
        assertThat(peers.get(1).lines("wait members 2")).containsExactly("2 members: alice, bob");
        assertThat(alice.rows("fault list")).isEmpty();

        assertThat(alice.lines("fault heal"))
                .containsExactly(
                        "There was no fault to heal here", "bob, carol, dave: Healed: partition bob | carol,dave");
        assertThat(peers.get(1).lines("wait members 4")).hasSize(1);
    }

    @Test
    void faultsOfEachKindAreMadeListedAndHealed() {
        assertThat(alice.lines("fault drop 10% from bob")).containsExactly("10% of what comes from bob is lost");
        assertThat(alice.lines("fault delay 50ms±20ms")).containsExactly("What comes in is held up by 50ms±20ms");
        assertThat(alice.lines("fault dup 0.5% to all")).containsExactly("0.5% of what goes out arrives twice");
        assertThat(alice.lines("fault reorder 25 % to carol"))
                .containsExactly("25% of what goes to carol is overtaken by what is behind it");
        assertThat(alice.lines("fault corrupt 100% from all 42"))
                .containsExactly("100% of what comes in is damaged, and so lost");
        assertThat(alice.lines("fault limit 1.5MB/s to bob"))
                .containsExactly("Of what goes to bob no more than 1.5MB a second get through");
        assertThat(alice.rows("fault list"))
                .extracting(row -> row.get("fault") + " " + row.get("what"))
                .containsExactly(
                        "drop 10% from bob",
                        "delay 50ms±20ms from all",
                        "dup 0.5% to all",
                        "reorder 25% to carol",
                        "corrupt 100% from all",
                        "limit 1.5MB to bob");
        assertThat(alice.rows("fault drop 20% from bob"))
                .containsExactly(alice.rows("fault list").get(5));
        assertThat(alice.rows("events"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("kind", "fault")
                        .containsEntry("text", "10% of what comes from bob is lost"));

        assertThat(alice.lines("fault heal")).hasSize(6).startsWith("Healed: delay 50ms±20ms from all");
        assertThat(alice.rows("fault list")).isEmpty();
    }

    @Test
    void whatCannotBeAFaultIsSaidInOneSentenceAndChangesNothing() {
        alice.lines("fault drop 10%");
        assertThat(alice.error("fault drop 150%"))
                .isEqualTo("'150%' is not a rate of more than 0% and at most 100%, as 10%; nothing is changed.");
        assertThat(alice.error("fault drop 150 %"))
                .isEqualTo("'150%' is not a rate of more than 0% and at most 100%, as 10%; nothing is changed.");
        for (String rate : List.of("0%", "10", "-1%", "NaN%", "1e3%", "%", "1".repeat(400) + "%"))
            assertThat(alice.error("fault dup " + rate))
                    .contains("is not a rate")
                    .doesNotContain("\n");
        assertThat(alice.error("fault delay 50")).startsWith("'50' is not a delay, as 50ms");
        assertThat(alice.error("fault delay 10ms±11ms")).isEqualTo("A delay varies by 0 ms up to the delay itself.");
        assertThat(alice.error("fault delay 61s")).isEqualTo("A delay is more than 0 ms and at most 60 s.");
        assertThat(alice.error("fault limit 5")).startsWith("'5' is not an amount a second, as 100KB");
        assertThat(alice.error("fault limit 0KB")).isEqualTo("A limit is 1 KB to 10 GB a second.");
        assertThat(alice.error("fault drop 10% from erin"))
                .isEqualTo("There is no member 'erin'; there are alice, bob, carol, dave.");
        assertThat(alice.error("fault drop 10% from alice"))
                .isEqualTo("That is yourself: name another member, or none for everybody.");
        assertThat(alice.error("fault drop 10% at bob")).contains("'at' is not from or to");
        assertThat(alice.rows("fault list")).extracting(row -> row.get("what")).containsExactly("10% from all");
    }

    @Test
    void amountsDirectionsAndMembersAreCompleted() {
        assertThat(values("fault drop 1")).containsExactly("1%", "10%");
        assertThat(values("fault drop 10% ")).containsExactly("from", "to");
        assertThat(values("fault delay 50ms to ")).containsExactly("all", "bob", "carol", "dave");
    }

    @Test
    void namesOfMembersAreCompletedOnEachSide() {
        assertThat(values("fault "))
                .containsExactly("corrupt", "delay", "drop", "dup", "heal", "limit", "list", "partition", "reorder");
        assertThat(values("fault partition ")).containsExactly("alice", "bob", "carol", "dave");
        assertThat(values("fault partition alice,b")).containsExactly("alice,bob");
        assertThat(values("fault partition alice,bob | carol,d")).containsExactly("carol,dave");
    }

    private List<String> values(String line) {
        return alice.console().complete(line, line.length()).candidates().stream()
                .map(Completion.Candidate::value)
                .toList();
    }
}
