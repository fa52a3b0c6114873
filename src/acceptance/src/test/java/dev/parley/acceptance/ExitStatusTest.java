package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.lab.Lab;
import dev.parley.lab.LabPeer;
import dev.parley.lab.LabSettings;
import dev.parley.lab.PeerOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
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

    /** A shell starts background jobs with SIGINT ignored, which a peer would inherit from this JVM: {@code env} undoes that. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void hundredAndThirtyAfterSigint() throws Exception {
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
        command.addAll(Program.command());
        try (Lab lab = new Lab(new LabSettings(
                command,
                Program.environment(),
                folder,
                Optional.of(stage.service().url()),
                List.of("--bind-port", "0")))) {
            LabPeer peer = joined(lab.start("interrupted"));
            peer.interrupt();

            assertThat(peer.awaitExit(Stage.PATIENCE)).isEqualTo(130);
            leftInOrder("interrupted", peer);
        }
    }

    private LabPeer joined(String name) {
        return joined(stage.start(name));
    }

    private LabPeer joined(LabPeer peer) {
        String name = peer.name();
        peer.awaitState(Stage.PATIENCE, "joined");
        witness.awaitView(view -> view.members().contains(name), Stage.PATIENCE);
        return peer;
    }

    /** Off the list by its own doing: when its process has ended, not only when somebody noticed. */
    private void leftInOrder(String name, LabPeer peer) {
        assertThat(stage.service().listed()).doesNotContain(name);
        assertThat(peer.outputs(PeerOutput.State.class))
                .extracting(PeerOutput.State::state)
                .endsWith("left");
        witness.awaitView(view -> !view.members().contains(name), Stage.PATIENCE);
        assertThat(peer.errorOutput()).isEmpty();
        assertThat(peer.unexpectedOutput()).isEmpty();
    }
}
