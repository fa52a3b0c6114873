package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.console.testing.JsonSchema;
import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One who experiments alone: the lab in the console, with real processes. */
class LabConsoleTest {
    private static final List<String> ONE_AFTER_THE_OTHER = List.of(
            "lab start",
            "lab send",
            "lab ask",
            "lab check",
            "lab freeze",
            "lab list",
            "lab thaw",
            "lab kill",
            "lab stop");

    private static PeerOutput.Result works(LabPeer peer, String command) {
        PeerOutput.Result result = peer.run(command, Duration.ofSeconds(90));
        assertThat(result.ok()).as(result.toString()).isTrue();
        return result;
    }

    private static long pid(PeerOutput.Result list, int row) {
        return ((Number) list.rows().get(row).get("pid")).longValue();
    }

    private static boolean runs(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent();
    }

    @Test
    void everyExampleOfTheLabWorksAndItsRowsAreAsTheSchemaSays(@TempDir Path folder) throws Exception {
        try (Stage stage = new Stage(folder)) {
            LabPeer alice = stage.group("alice").get(0);
            JsonSchema schema = JsonSchema.read();
            Map<String, String> examples = new HashMap<>();
            for (Map<String, Object> row : works(alice, "help").rows())
                if (row.get("name").toString().startsWith("lab "))
                    examples.put(row.get("name").toString(), row.get("example").toString());
            assertThat(examples.keySet()).containsExactlyInAnyOrderElementsOf(ONE_AFTER_THE_OTHER);
            for (String name : ONE_AFTER_THE_OTHER)
                assertThat(schema.objections(
                                name, works(alice, examples.get(name)).rows()))
                        .as(name)
                        .isEmpty();
        }
    }

    @Test
    void peersJoinTalkAreCheckedTakeOrdersAndAllGoWithTheOneWhoStartedThem(@TempDir Path folder) throws Exception {
        try (Stage stage = new Stage(folder)) {
            LabPeer alice = stage.group("alice").get(0);
            works(alice, "msg before the lab");
            PeerOutput.Result started = works(alice, "lab start 3");
            assertThat(started.lines()).containsExactly("3 peers joined: p1, p2, p3");
            alice.awaitMembers(List.of("alice", "p1", "p2", "p3"), Stage.PATIENCE);

            works(alice, "lab send 50 100");
            works(alice, "msg in the middle");
            PeerOutput.Result checked = works(alice, "lab check");
            assertThat(checked.lines().get(0)).startsWith("Nothing lost, doubled or shuffled: ");
            assertThat(((Number) checked.rows().get(0).get("messages")).intValue())
                    .isGreaterThanOrEqualTo(151);

            works(alice, "fault partition alice,p1 | p2,p3");
            String healed = "Healed: partition alice,p1 | p2,p3";
            assertThat(works(alice, "fault heal").lines()).containsExactly(healed, "p1, p2, p3: " + healed);

            works(alice, "lab send 5 50 20000");
            works(alice, "lab check");
            assertThat(works(alice, "lab ask p1 history 1").lines().get(0)).hasSizeGreaterThan(20_000);
            assertThat(works(alice, "lab ask p2 localnode").lines().toString()).contains("p2");
            assertThat(alice.run("lab ask p1 ping nobody", Stage.PATIENCE).error())
                    .hasValueSatisfying(error -> assertThat(error).startsWith("p1: "));

            works(alice, "lab kill p2");
            alice.awaitMembers(List.of("alice", "p1", "p3"), Stage.PATIENCE);
            assertThat(works(alice, "lab list").rows())
                    .extracting(row -> row.get("name") + " " + row.get("state"))
                    .containsExactly("p1 joined", "p2 ended", "p3 joined");
            works(alice, "lab check");

            works(alice, "lab freeze p3");
            assertThat(alice.run("lab check", Stage.PATIENCE).error()).contains("p3 stands still: type lab thaw p3.");
            long running = pid(started, 0);
            long frozen = pid(started, 2);
            assertThat(runs(running)).isTrue();
            assertThat(runs(frozen)).isTrue();

            alice.kill();
            alice.awaitExit(Stage.PATIENCE);
            await().atMost(Stage.PATIENCE).until(() -> !runs(running) && !runs(frozen));
        }
    }
}
