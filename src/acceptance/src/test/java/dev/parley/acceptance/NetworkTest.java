package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.lab.Lab;
import dev.parley.lab.LabPeer;
import dev.parley.lab.LabSettings;
import dev.parley.lab.PeerOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts on one cable: network namespaces that exist as long as the test, with nothing else attached. */
@Tag("system")
class NetworkTest {
    private static final String HERE = "parley-test-a";
    private static final String THERE = "parley-test-b";
    private static final String HERE_ADDRESS = "10.203.17.1";
    private static final String THERE_ADDRESS = "10.203.17.2";

    @TempDir
    private Path folder;

    @BeforeEach
    void connectTwoHosts() throws Exception {
        removeHosts();
        assumeTrue(ip("netns", "add", HERE).status() == 0, "Network namespaces need iproute2 and root");
        must("netns", "add", THERE);
        must("link", "add", "parley-a", "netns", HERE, "type", "veth", "peer", "name", "parley-b", "netns", THERE);
        attach(HERE, "parley-a", HERE_ADDRESS);
        attach(THERE, "parley-b", THERE_ADDRESS);
    }

    @AfterEach
    void removeHosts() throws Exception {
        ip("netns", "delete", HERE);
        ip("netns", "delete", THERE);
    }

    @Test
    void whatServePrintsIsAllThatTheOtherHostNeeds() {
        try (Lab here = lab(HERE);
                Lab there = lab(THERE)) {
            LabPeer alice = here.start("alice", "--serve", "8080");
            String invitation = alice.await(
                            PeerOutput.Notice.class,
                            notice -> notice.text().contains("--bootstrap http://" + HERE_ADDRESS),
                            Stage.PATIENCE)
                    .text();
            String url = invitation.substring(invitation.indexOf("http://"));
            assertThat(url).isEqualTo("http://" + HERE_ADDRESS + ":8080");

            LabPeer bob = there.start("bob", "--bootstrap", url);

            bob.awaitMembers(List.of("alice", "bob"), Stage.PATIENCE);
            alice.awaitMembers(List.of("alice", "bob"), Stage.PATIENCE);
            assertThat(address(alice)).startsWith(HERE_ADDRESS + ":");
            assertThat(address(bob)).startsWith(THERE_ADDRESS + ":");
            assertThat(bob.run("msg from over there", Stage.PATIENCE).ok()).isTrue();
            alice.awaitMessage(message -> message.text().equals("from over there"), Stage.PATIENCE);
        }
    }

    private static String address(LabPeer peer) {
        return peer.awaitState(Stage.PATIENCE, "joined").address().orElseThrow();
    }

    private Lab lab(String host) {
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", host));
        command.addAll(Program.command());
        return new Lab(new LabSettings(
                command, Program.environment(), folder.resolve(host), Optional.empty(), List.of("--bind-port", "0")));
    }

    private void attach(String host, String device, String address) throws IOException, InterruptedException {
        must("-n", host, "link", "set", "lo", "up");
        must("-n", host, "address", "add", address + "/24", "dev", device);
        must("-n", host, "link", "set", device, "up");
    }

    private void must(String... arguments) throws IOException, InterruptedException {
        Run run = ip(arguments);
        assertThat(run.status()).as(run.said()).isZero();
    }

    private Run ip(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        return Run.program(folder, new byte[0], command);
    }
}
