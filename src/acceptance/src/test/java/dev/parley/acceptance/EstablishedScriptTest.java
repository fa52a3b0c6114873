package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script that people have. */
class EstablishedScriptTest {
    private static final List<String> SCRIPT = List.of(
            "memberlistconfigure",
            "memberlistcreate",
            "bootstrapjoin",
            "memberliststart",
            "memberlistjoin",
            "chatjoin",
            "chatmemberlist",
            "sleep 1",
            "msg hello");

    @TempDir
    private Path folder;

    @Test
    void asLinesIntoTwoManualPeersItDeliversEachOnesHelloToTheOther() throws Exception {
        try (Stage stage = new Stage(folder)) {
            LabPeer alice = stage.start("alice", "--manual");
            LabPeer bob = stage.start("bob", "--manual");
            for (String line : SCRIPT)
                for (LabPeer peer : List.of(alice, bob))
                    assertThat(peer.run(line, Stage.PATIENCE).error())
                            .as("%s of %s", line, peer.name())
                            .isEmpty();

            hearEachOther(alice, bob);
        }
    }

    @Test
    void asAFileItDoesSoForAManualPeerAndForOneThatHasJoined() throws Exception {
        Path script = Files.write(folder.resolve("hello.txt"), SCRIPT);
        try (Stage stage = new Stage(folder)) {
            LabPeer alice = stage.start("alice", "--manual", "--stay", "--script", script.toString());
            LabPeer bob = stage.start("bob", "--stay", "--script", script.toString());

            hearEachOther(alice, bob);
            for (LabPeer peer : List.of(alice, bob)) {
                peer.await(PeerOutput.Result.class, result -> result.command().startsWith("execute"), Stage.PATIENCE);
                assertThat(peer.outputs(PeerOutput.Result.class)).allMatch(PeerOutput.Result::ok);
            }
        }
    }

    private static void hearEachOther(LabPeer alice, LabPeer bob) {
        alice.awaitMessage(hello -> hello.from().equals("bob") && hello.text().equals("hello"), Stage.PATIENCE);
        bob.awaitMessage(hello -> hello.from().equals("alice") && hello.text().equals("hello"), Stage.PATIENCE);
        assertThat(alice.unexpectedOutput()).isEmpty();
        assertThat(bob.unexpectedOutput()).isEmpty();
    }
}
