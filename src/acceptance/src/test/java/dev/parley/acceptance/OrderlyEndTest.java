package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that was said is lost because its speaker ends. */
class OrderlyEndTest {
    private static final int BURST = 900;

    @TempDir
    private Path folder;

    @Test
    void whatAShortRunSaysReachesAllOthers() throws Exception {
        try (Stage stage = new Stage(folder)) {
            List<LabPeer> others = stage.group("alice", "bob", "carol");
            sayAndEnd(stage, others, "build 1 done");
            burstAndEnd(stage, others, "first");
        }
    }

    @Tag("soak")
    @Test
    @Timeout(1200)
    void whatAShortRunSaysReachesAllOthersTwentyTimesOfTwenty() throws Exception {
        try (Stage stage = new Stage(folder)) {
            List<LabPeer> others = stage.group("alice", "bob", "carol");
            for (int run = 1; run <= 20; run++) sayAndEnd(stage, others, "build " + run + " done");
            for (int run = 1; run <= 20; run++) burstAndEnd(stage, others, "burst" + run);
        }
    }

    private void sayAndEnd(Stage stage, List<LabPeer> others, String text) throws Exception {
        Run run = Run.parley(folder, stage.options("dave", "-c", "msg " + text));

        assertThat(run.status()).as(run.said()).isZero();
        for (LabPeer other : others)
            other.awaitMessage(
                    message -> message.from().equals("dave") && message.text().equals(text), Stage.PATIENCE);
    }

    private void burstAndEnd(Stage stage, List<LabPeer> others, String mark) throws Exception {
        List<String> texts = IntStream.rangeClosed(1, BURST)
                .mapToObj(number -> mark + " " + number)
                .toList();
        Path script = Files.write(
                folder.resolve(mark + ".txt"),
                texts.stream().map(text -> "msg " + text).toList());

        Run run = Run.parley(folder, stage.options("dave", "--script", script.toString()));

        assertThat(run.status()).as(run.said()).isZero();
        for (LabPeer other : others) {
            for (String text : texts)
                other.awaitMessage(message -> message.text().equals(text), Stage.PATIENCE);
            assertThat(other.outputs(PeerOutput.Message.class))
                    .filteredOn(message -> message.text().startsWith(mark + " "))
                    .as("each once at %s", other)
                    .hasSize(BURST);
        }
    }
}
