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
                        .containsKey("dropped"));

        for (ConsolePeer peer : peers)
            assertThat(peer.lines("fault heal")).containsExactly("Healed: partition alice,bob | carol,dave");
        for (ConsolePeer peer : peers) {
            peer.lines("wait members 4");
            await().untilAsserted(() -> assertThat(peer.rows("history"))
                    .extracting(row -> row.get("text"))
                    .containsExactlyInAnyOrder("on the one side", "on the other"));
        }
        assertThat(alice.lines("fault list")).containsExactly("No fault is made here");
        assertThat(alice.lines("fault heal")).containsExactly("There was no fault to heal");
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

        assertThat(alice.lines("fault partition alice,bob | carol , dave"))
                .containsExactly("Nothing arrives any more from carol, dave");
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
                .isEqualTo(
                        "Put yourself, alice, on one of the sides: a fault acts only at the peer where it is typed.");
        assertThat(alice.error("fault partition alice,bob | bob"))
                .isEqualTo("bob is named twice: put each member on one side.");
        assertThat(alice.error("fault partition")).contains("usage: fault partition a,b | c,d");
        assertThat(alice.error("fault")).contains("fault heal or fault list");
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
    void namesOfMembersAreCompletedOnEachSide() {
        assertThat(values("fault ")).containsExactly("heal", "list", "partition");
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
