package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.Peer;
import dev.parley.lab.Lab;
import dev.parley.lab.LabPeer;
import dev.parley.lab.LabSettings;
import dev.parley.lab.PeerOutput;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is in the group, and who is on the list. */
class MembershipTest {
    @TempDir
    private Path folder;

    @Test
    void allAgreeOnTheMembersAndThoseWhoCrashOrQuitAreGone() throws Exception {
        try (Stage stage = new Stage(folder)) {
            List<LabPeer> peers = stage.group("alice", "bob", "carol", "dave");
            assertThat(peers.stream().map(MembershipTest::memberList).distinct())
                    .hasSize(1);
            assertThat(memberList(peers.get(0))).containsExactly("alice (coordinator)", "bob", "carol", "dave");

            crash(stage, peers.get(3), peers.subList(0, 3), Stage.PATIENCE, Stage.PATIENCE);
            crash(stage, peers.get(0), peers.subList(1, 3), Stage.PATIENCE, Stage.PATIENCE);
            quit(stage, peers.get(1), peers.get(2));
        }
    }

    @Test
    void aListThatNamesOneLiveMemberWhoIsNotTheCoordinatorSuffices() throws Exception {
        try (Stage stage = new Stage(folder)) {
            List<LabPeer> peers = stage.group("alice", "bob");
            await().atMost(Stage.PATIENCE)
                    .untilAsserted(() -> assertThat(stage.service().listed()).containsExactly("alice", "bob"));
            Peer bob = stage.service().peers().stream()
                    .filter(peer -> peer.name().equals("bob"))
                    .findFirst()
                    .orElseThrow();
            try (Service lopsided = Service.listingOnly(bob);
                    Lab lab = new Lab(new LabSettings(
                            Program.command(),
                            Program.environment(),
                            folder,
                            Optional.of(lopsided.url()),
                            List.of("--bind-port", "0")))) {
                LabPeer carol = lab.start("carol");

                carol.awaitMembers(List.of("alice", "bob", "carol"), Stage.PATIENCE);
                for (LabPeer peer : peers) peer.awaitMembers(List.of("alice", "bob", "carol"), Stage.PATIENCE);
            }
        }
    }

    @Test
    void aSecondStartOfARunningNameIsAnotherPeer() throws Exception {
        try (Stage stage = new Stage(folder)) {
            LabPeer first = stage.start("alice");
            first.awaitState(Stage.PATIENCE, "alone");
            LabPeer second = stage.start("alice");

            second.awaitMembers(List.of("alice", "alice-2"), Stage.PATIENCE);
            assertThat(second.outputs(PeerOutput.Notice.class))
                    .extracting(PeerOutput.Notice::text)
                    .contains("alice is running on this machine already, so this peer is alice-2.");
        }
    }

    @Test
    void tenThatStartAtOnceKnowWhoTakesPartInTheChatSoonAfterTheirView() throws Exception {
        tenStartAtOnce(Duration.ofSeconds(10));
    }

    /** The figure itself, for a machine that does nothing else. */
    @Tag("soak")
    @RepeatedTest(5)
    void tenThatStartAtOnceKnowWhoTakesPartInTheChatWithinASecondOfTheirView() throws Exception {
        tenStartAtOnce(Duration.ofSeconds(1));
    }

    private void tenStartAtOnce(Duration limit) throws Exception {
        List<String> names = IntStream.rangeClosed(1, 10).mapToObj(i -> "p" + i).toList();
        ExecutorService watchers = Executors.newFixedThreadPool(names.size());
        try (Stage stage = new Stage(folder)) {
            List<LabPeer> peers = names.stream().map(name -> stage.start(name)).toList();
            List<CompletableFuture<Duration>> delays = peers.stream()
                    .map(peer -> CompletableFuture.supplyAsync(() -> untilChatIsKnown(peer, names), watchers))
                    .toList();
            for (CompletableFuture<Duration> delay : delays)
                assertThat(delay.join()).isLessThan(limit);
        } finally {
            watchers.shutdownNow();
        }
    }

    /** How long after its view with all of them a peer still lacks somebody in the list of the chat. */
    private static Duration untilChatIsKnown(LabPeer peer, List<String> names) {
        peer.awaitMembers(names, Stage.PATIENCE.multipliedBy(2));
        long view = System.nanoTime();
        await().atMost(Stage.PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(
                                peer.run("chatmemberlist", Stage.PATIENCE).rows())
                        .extracting(row -> row.get("name"))
                        .containsExactlyInAnyOrderElementsOf(names));
        return Duration.ofNanos(System.nanoTime() - view);
    }

    private static void crash(
            Stage stage, LabPeer victim, List<LabPeer> survivors, Duration outOfTheView, Duration offTheList) {
        long killed = System.nanoTime();
        victim.kill();
        Set<String> names = survivors.stream().map(LabPeer::name).collect(Collectors.toSet());
        for (LabPeer survivor : survivors) survivor.awaitMembers(names, rest(outOfTheView, killed));
        await().atMost(rest(offTheList, killed))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(stage.service().listed()).doesNotContain(victim.name()));
    }

    private static Duration rest(Duration limit, long since) {
        Duration rest = limit.minusNanos(System.nanoTime() - since);
        return rest.isNegative() ? Duration.ofMillis(1) : rest;
    }

    /** Gone when it has ended, not only when somebody has noticed. */
    private static void quit(Stage stage, LabPeer leaver, LabPeer stayer) {
        assertThat(leaver.run("quit", Stage.PATIENCE).ok()).isTrue();
        assertThat(leaver.awaitExit(Stage.PATIENCE)).isZero();
        assertThat(stage.service().listed()).doesNotContain(leaver.name());
        stayer.awaitMembers(List.of(stayer.name()), Stage.PATIENCE);
        stayer.awaitState(Stage.PATIENCE, "alone");
    }

    private static List<String> memberList(LabPeer peer) {
        PeerOutput.Result result = peer.run("memberlist", Stage.PATIENCE);
        assertThat(result.rows()).extracting(row -> row.get("name")).hasSameSizeAs(new HashSet<>(result.rows()));
        return result.rows().stream()
                .map(row -> row.get("name") + (Boolean.TRUE.equals(row.get("coordinator")) ? " (coordinator)" : ""))
                .toList();
    }
}
