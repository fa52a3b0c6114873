package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.lab.Lab;
import dev.parley.lab.LabPeer;
import dev.parley.lab.LabSettings;
import dev.parley.lab.PeerOutput;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two hosts on one cable: network namespaces that exist as long as the test, with nothing else attached. */
class NetworkTest {
    private static final String HERE = "parley-test-a";
    private static final String THERE = "parley-test-b";
    private static final String HERE_ADDRESS = "10.203.17.1";
    private static final String THERE_ADDRESS = "10.203.17.2";

    /** A hardware address that no host has. */
    private static final String NOBODY = "02:00:00:00:00:99";

    private final Figures apart = new Figures("cable unplugged, until both sides are groups of their own");
    private final Figures together = new Figures("cable plugged in, until one view");

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

    @Tag("system")
    @Test
    void whatServePrintsIsAllThatTheOtherHostNeeds() {
        try (Lab here = lab(folder, HERE);
                Lab there = lab(folder, THERE)) {
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

    @Tag("system")
    @Test
    void aGroupCutInTwoGoesOnOnBothSidesAndIsOneAgainSoonAfterTheCableIsPluggedIn() throws Exception {
        cutAndHeal(folder);
    }

    /** The figures themselves: {@code -Dsoak.runs} (5) runs, as root. */
    @Tag("soak")
    @Test
    @Timeout(1_800)
    void howLongItTakesUntilAGroupThatWasCutIsOneAgain() throws Exception {
        for (int run = 0; run < Integer.getInteger("soak.runs", 5); run++) cutAndHeal(folder.resolve("run-" + run));
        apart.print();
        together.print();
        assertThat(together.worst()).isLessThan(Duration.ofSeconds(10));
    }

    private void cutAndHeal(Path where) throws Exception {
        try (Lab here = lab(where, HERE);
                Lab there = lab(where, THERE)) {
            LabPeer alice = here.start("alice", "--serve", "8080");
            alice.awaitState(Stage.PATIENCE, "alone");
            String url = "http://" + HERE_ADDRESS + ":8080";
            LabPeer carol = here.start("carol", "--bootstrap", url);
            LabPeer bob = there.start("bob", "--bootstrap", url);
            LabPeer dave = there.start("dave", "--bootstrap", url);
            List<LabPeer> all = List.of(alice, carol, bob, dave);
            for (LabPeer peer : all) peer.awaitMembers(List.of("alice", "bob", "carol", "dave"), Stage.PATIENCE);

            long cut = System.nanoTime();
            unplug();
            for (LabPeer peer : List.of(alice, carol)) peer.awaitMembers(List.of("alice", "carol"), Stage.PATIENCE);
            for (LabPeer peer : List.of(bob, dave)) peer.awaitMembers(List.of("bob", "dave"), Stage.PATIENCE);
            apart.add(Figures.since(cut));
            assertThat(alice.run("msg said here", Stage.PATIENCE).ok()).isTrue();
            assertThat(dave.run("msg said there", Stage.PATIENCE).ok()).isTrue();
            carol.awaitMessage(message -> message.text().equals("said here"), Stage.PATIENCE);
            bob.awaitMessage(message -> message.text().equals("said there"), Stage.PATIENCE);

            long healed = System.nanoTime();
            plugIn();
            for (LabPeer peer : all) peer.awaitMembers(List.of("alice", "bob", "carol", "dave"), Stage.PATIENCE);
            together.add(Figures.since(healed));
            for (LabPeer peer : all)
                for (String text : List.of("said here", "said there"))
                    peer.awaitMessage(message -> message.text().equals(text), Stage.PATIENCE);
        }
    }

    /** From now on each host sends to nobody what is for the other; what is on one host only goes on. */
    private void unplug() throws Exception {
        must(
                "-n",
                HERE,
                "neighbour",
                "replace",
                THERE_ADDRESS,
                "lladdr",
                NOBODY,
                "nud",
                "permanent",
                "dev",
                "parley-a");
        must(
                "-n",
                THERE,
                "neighbour",
                "replace",
                HERE_ADDRESS,
                "lladdr",
                NOBODY,
                "nud",
                "permanent",
                "dev",
                "parley-b");
    }

    private void plugIn() throws Exception {
        must("-n", HERE, "neighbour", "delete", THERE_ADDRESS, "dev", "parley-a");
        must("-n", THERE, "neighbour", "delete", HERE_ADDRESS, "dev", "parley-b");
    }

    private static String address(LabPeer peer) {
        return peer.awaitState(Stage.PATIENCE, "joined").address().orElseThrow();
    }

    private static Lab lab(Path where, String host) {
        List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", host));
        command.addAll(Program.command());
        return new Lab(new LabSettings(
                command, Program.environment(), where.resolve(host), Optional.empty(), List.of("--bind-port", "0")));
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
