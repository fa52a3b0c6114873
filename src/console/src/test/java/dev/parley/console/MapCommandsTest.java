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

class MapCommandsTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;
    private ConsolePeer alice;
    private ConsolePeer bob;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        List<ConsolePeer> peers = house.joined("alice", "bob");
        alice = peers.get(0);
        bob = peers.get(1);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatOneWritesTheOtherListsWithAuthorAndTime() {
        assertThat(bob.lines("broadcastlist")).containsExactly("Nothing in the map; 'broadcastadd' writes into it");
        assertThat(alice.lines("broadcastadd topic release on friday")).isEmpty();
        assertThat(alice.lines("broadcastadd \"next meeting\" \"room  7\"")).isEmpty();
        await().untilAsserted(() -> assertThat(bob.rows("broadcastlist")).hasSize(2));
        assertThat(bob.lines("broadcastlist"))
                .satisfiesExactly(
                        heading -> assertThat(heading).matches("key +author +time +value"),
                        line -> assertThat(line).matches("next meeting  alice   [A-Z][a-z]{2} \\d+ [0-9:.]+  room  7"),
                        line -> assertThat(line).matches("topic         alice   .*  release on friday"));
        assertThat(bob.rows("broadcastlist").get(1))
                .containsOnlyKeys("key", "value", "author", "time")
                .containsEntry("value", "release on friday");
        assertThat((String) bob.rows("broadcastlist").get(1).get("time")).endsWith("Z");
    }

    @Test
    void keysAreDeletedTogetherAndUnknownOnesNamed() {
        alice.run("broadcastadd a 1");
        alice.run("broadcastadd b 2");
        alice.run("broadcastadd c 3");
        await().untilAsserted(() -> assertThat(bob.rows("broadcastlist")).hasSize(3));
        assertThat(bob.lines("broadcastdel a b")).isEmpty();
        assertThat(bob.error("broadcastdel c d"))
                .isEqualTo("There is no key 'd'; 1 key deleted; 'broadcastlist' shows the keys.");
        await().untilAsserted(() -> assertThat(alice.rows("broadcastlist")).isEmpty());
    }

    @Test
    void whatIsMissingOrTooMuchIsSaid() {
        assertThat(alice.error("broadcastadd topic")).contains("usage: broadcastadd key message ...");
        assertThat(alice.error("broadcastdel")).contains("usage: broadcastdel key ...");
        assertThat(alice.error("broadcastadd k " + "x".repeat(4_097))).contains("4,097");
        alice.run("leave");
        assertThat(alice.error("broadcastlist")).isEqualTo("Not in the group: type join.");
    }
}
