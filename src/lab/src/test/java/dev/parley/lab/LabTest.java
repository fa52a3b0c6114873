package dev.parley.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class LabTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_MOMENT = Duration.ofMillis(50);

    @TempDir
    private Path folder;

    private Lab lab;

    @BeforeEach
    void openLab() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakePeer.class.getName());
        lab = new Lab(new LabSettings(
                command,
                Map.of("PARLEY_LAB_TEST", "seen"),
                folder,
                Optional.of(URI.create("http://127.0.0.1:9")),
                List.of("--bind-port", "0")));
    }

    @AfterEach
    void closeLab() {
        lab.close();
    }

    @Test
    void aPeerIsStartedWithTheOptionsThatMakeItDrivable() {
        LabPeer alice = lab.start("alice", "--room", "kitchen");

        PeerOutput.Notice arguments =
                alice.await(PeerOutput.Notice.class, notice -> notice.text().startsWith("arguments"), PATIENCE);
        assertThat(arguments.text())
                .isEqualTo("arguments --nogui --json --name alice --data-dir %s --bootstrap http://127.0.0.1:9"
                                .formatted(folder.resolve("alice"))
                        + " --bind-port 0 --room kitchen");
        alice.await(PeerOutput.Notice.class, notice -> notice.text().equals("variable seen"), PATIENCE);
    }

    @Test
    void eachCommandGetsItsOwnResult() {
        LabPeer alice = lab.start("alice");

        CompletableFuture<PeerOutput.Result> first = alice.send("echo same");
        CompletableFuture<PeerOutput.Result> failing = alice.send("fail");
        CompletableFuture<PeerOutput.Result> second = alice.send("echo same");

        assertThat(second).succeedsWithin(PATIENCE);
        assertThat(first).isCompletedWithValueMatching(PeerOutput.Result::ok);
        assertThat(failing)
                .isCompletedWithValueMatching(result -> result.error().equals(Optional.of("It failed.")));
    }

    @Test
    void resultsOfLinesInAScriptAreNotTakenForTheAnswer() {
        LabPeer alice = lab.start("alice");

        PeerOutput.Result result = alice.run("execute echo 1;echo 2", PATIENCE);

        assertThat(result.command()).isEqualTo("execute echo 1;echo 2");
        assertThat(alice.outputs(PeerOutput.Result.class))
                .extracting(PeerOutput.Result::command)
                .containsExactly("echo 1", "echo 2", "execute echo 1;echo 2");
    }

    @Test
    void linesThatHaveNoResultAreRefused() {
        LabPeer alice = lab.start("alice");

        for (String line : List.of("", "  ", "# comment", "one\ntwo"))
            assertThatThrownBy(() -> alice.send(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void stateMembersAndMessagesAreAwaited() {
        LabPeer alice = lab.start("alice");
        alice.awaitState(PATIENCE, "alone");

        alice.run("view alice,bob", PATIENCE);
        alice.run("state joined", PATIENCE);
        alice.run("hear good morning", PATIENCE);

        assertThat(alice.awaitState(PATIENCE, "joined", "left").state()).isEqualTo("joined");
        alice.awaitMembers(List.of("bob", "alice"), PATIENCE);
        assertThat(alice.members()).containsExactly("alice", "bob");
        assertThat(alice.awaitMessage(message -> message.from().equals("bob"), PATIENCE)
                        .text())
                .isEqualTo("good morning");
    }

    @Test
    void whatWasWrittenBeforeIsFoundAtOnce() {
        LabPeer alice = lab.start("alice");
        alice.run("hear early", PATIENCE);

        assertThat(alice.awaitMessage(message -> message.text().equals("early"), Duration.ZERO))
                .isNotNull();
    }

    @Test
    void aStateThatHasPassedIsNotAwaited() {
        LabPeer alice = lab.start("alice");
        alice.run("state joined", PATIENCE);

        assertThatThrownBy(() -> alice.awaitState(A_MOMENT, "alone")).isInstanceOf(LabException.class);
    }

    @Test
    void aFailureTellsWhatThePeerSaidLast() {
        LabPeer alice = lab.start("alice");
        alice.run("view alice,bob", PATIENCE);
        alice.run("raw rubbish", PATIENCE);
        alice.run("grumble something is wrong", PATIENCE);
        await().untilAsserted(() -> assertThat(alice.errorOutput()).containsExactly("something is wrong"));

        assertThatThrownBy(() -> alice.awaitMembers(List.of("carol"), A_MOMENT))
                .isInstanceOf(LabException.class)
                .hasMessageContainingAll("peer alice", "[carol]", "state alone", "[alice, bob]", "rubbish", "wrong");
    }

    @Test
    void outputThatIsNoObjectIsKeptAsUnexpected() {
        LabPeer alice = lab.start("alice");
        alice.run("raw hello there", PATIENCE);
        alice.run("raw {\"type\":\"weather\"}", PATIENCE);

        assertThat(alice.unexpectedOutput()).containsExactly("hello there");
        assertThat(alice.outputs(PeerOutput.Unknown.class)).hasSize(1);
    }

    @Test
    void bytesThatAreNoTextReachThePeer() {
        LabPeer alice = lab.start("alice");
        alice.sendRaw("raw \u00fc".getBytes(StandardCharsets.UTF_8));
        alice.sendRaw(new byte[] {'\n'});

        alice.await(PeerOutput.Result.class, result -> result.command().equals("raw \u00fc"), PATIENCE);
        assertThat(alice.unexpectedOutput()).containsExactly("\u00fc");
    }

    @Test
    void endOfInputLetsThePeerLeave() {
        LabPeer alice = lab.start("alice");
        alice.awaitState(PATIENCE, "alone");

        alice.endInput();

        assertThat(alice.awaitExit(PATIENCE)).isZero();
        assertThat(alice.state().orElseThrow().state()).isEqualTo("left");
    }

    @Test
    void theExitStatusIsTold() {
        LabPeer alice = lab.start("alice");
        CompletableFuture<PeerOutput.Result> answer = alice.send("exit 7");

        assertThat(alice.awaitExit(PATIENCE)).isEqualTo(7);
        assertThat(answer)
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withMessageContaining("ended without answering: exit 7");
        assertThat(alice.send("echo too late"))
                .failsWithin(PATIENCE)
                .withThrowableThat()
                .withMessageContaining("has ended");
    }

    @Test
    void waitingEndsWhenThePeerEnds() {
        LabPeer alice = lab.start("alice");
        alice.awaitState(PATIENCE, "alone");
        alice.sendRaw("exit 3\n".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> alice.awaitMembers(List.of("bob"), Duration.ofDays(1)))
                .hasMessageContaining("peer alice");
    }

    @Test
    void signalsEndAPeerWithTheirStatus() {
        LabPeer killed = lab.start("killed");
        LabPeer terminated = lab.start("terminated");
        killed.awaitState(PATIENCE, "alone");
        terminated.awaitState(PATIENCE, "alone");

        killed.kill();
        terminated.terminate();

        assertThat(killed.awaitExit(PATIENCE)).isEqualTo(128 + 9);
        assertThat(terminated.awaitExit(PATIENCE)).isEqualTo(128 + 15);
    }

    @Test
    void aFrozenPeerAnswersOnlyOnceItIsThawed() {
        LabPeer alice = lab.start("alice");
        alice.awaitState(PATIENCE, "alone");
        alice.freeze();

        CompletableFuture<PeerOutput.Result> answer = alice.send("echo still there");
        assertThat(answer).failsWithin(200, TimeUnit.MILLISECONDS);

        alice.thaw();
        assertThat(answer).succeedsWithin(PATIENCE);
    }

    @Test
    void closingEndsFrozenPeersAndTheirThreadsToo() {
        LabPeer alice = lab.start("leftover");
        alice.awaitState(PATIENCE, "alone");
        alice.freeze();

        lab.close();

        assertThat(ProcessHandle.of(alice.pid()).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(thread -> thread.startsWith("parley-lab-leftover"));
    }

    @Test
    void aProgramThatIsNotThereIsNamed() {
        try (Lab broken =
                new Lab(new LabSettings(List.of("/no/such/program"), Map.of(), folder, Optional.empty(), List.of()))) {
            assertThatThrownBy(() -> broken.start("alice"))
                    .isInstanceOf(LabException.class)
                    .hasMessageContaining("/no/such/program");
        }
    }

    @Test
    void peersEndWhenTheirParentIsKilledAlsoOneThatStandsStill() throws Exception {
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabParent.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        long pid = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle peer = ProcessHandle.of(pid).orElseThrow();
        long frozenPid = Long.parseLong(parent.inputReader().readLine());
        ProcessHandle frozen = ProcessHandle.of(frozenPid).orElseThrow();
        assertThat(frozen.isAlive()).isTrue();

        parent.destroyForcibly();

        frozen.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        peer.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(peer.isAlive()).isFalse();
        assertThat(Files.exists(folder)).isTrue();
    }
}
