package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.lab.LabPeer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the program ends with, and that it leaves in order whatever ends it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExitStatusTest {
    private Path folder;
    private Stage stage;
    private LabPeer witness;

    @BeforeAll
    void startAWitness(@TempDir Path freshFolder) throws Exception {
        folder = freshFolder;
        stage = new Stage(folder);
        witness = stage.group("witness").get(0);
    }

    @AfterAll
    void closeStage() {
        stage.close();
    }

    @Test
    void zeroWhenEveryCommandSucceeded() throws Exception {
        Run run = Run.parley(folder, stage.options("fine", "-c", "echo one", "-c", "echo two"));

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(run.output()).contains("one", "two");
        assertThat(run.errors()).isEmpty();
    }

    @Test
    void oneWhenACommandFailedAndTheCommandsAfterItRunAllTheSame() throws Exception {
        Run run = Run.parley(folder, stage.options("failing", "-c", "nosuch", "-c", "echo still run"));

        assertThat(run.status()).as(run.said()).isEqualTo(1);
        assertThat(run.output()).contains("still run");
    }

    @Test
    void scriptsRunBeforeCommandsAndWhatFailsInOneCounts() throws Exception {
        Path script = Files.writeString(folder.resolve("script.txt"), "echo from the script\nnosuch\n");

        Run run = Run.parley(
                folder, stage.options("scripted", "-c", "echo from the command", "--script", script.toString()));

        assertThat(run.status()).as(run.said()).isEqualTo(1);
        assertThat(run.output()).containsSubsequence("from the script", "from the command");
    }

    @Test
    void zeroAtTheEndOfInput() throws Exception {
        LabPeer peer = joined("piped");
        peer.endInput();

        assertThat(peer.awaitExit(Stage.PATIENCE)).isZero();
        leftInOrder("piped", peer);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void hundredAndFortyThreeAfterSigterm() throws Exception {
        LabPeer peer = joined("terminated");
        peer.terminate();

        assertThat(peer.awaitExit(Stage.PATIENCE)).isEqualTo(143);
        leftInOrder("terminated", peer);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void hundredAndThirtyAfterSigint() throws Exception {
        LabPeer peer = joined("interrupted");
        peer.interrupt();

        assertThat(peer.awaitExit(Stage.PATIENCE)).isEqualTo(130);
        leftInOrder("interrupted", peer);
    }

    private LabPeer joined(String name) {
        LabPeer peer = stage.start(name);
        peer.awaitState(Stage.PATIENCE, "joined");
        witness.awaitView(view -> view.members().contains(name), Stage.PATIENCE);
        return peer;
    }

    /** Off the list by its own doing: when its process has ended, not only when somebody noticed. */
    private void leftInOrder(String name, LabPeer peer) {
        assertThat(stage.service().listed()).doesNotContain(name);
        witness.awaitView(view -> !view.members().contains(name), Stage.PATIENCE);
        assertThat(peer.errorOutput()).isEmpty();
        assertThat(peer.unexpectedOutput()).isEmpty();
    }
}
