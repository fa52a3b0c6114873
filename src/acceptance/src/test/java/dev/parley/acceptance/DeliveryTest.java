package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.lab.DeliveryReport;
import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerOutput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing that was said is lost, doubled or shuffled, whatever happens to peers and network. Each test leaves the four of the
 * group together again, and checks all that was ever said among them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryTest {
    private static final List<String> NAMES = List.of("alice", "bob", "carol", "dave");
    /** What a partition is noticed after, instead of 10 s. */
    private static final String QUICK_DETECTION = "<FD_ALL3 timeout=\"3s\" interval=\"500ms\"/>";

    private Stage stage;
    private String stack;
    private List<LabPeer> peers;

    @BeforeAll
    void meet(@TempDir Path folder) throws Exception {
        String xml = Files.readString(Program.root().resolve("jgroups-config/tcp.xml"));
        String quick = xml.replaceFirst("<FD_ALL3 [^>]*/>", QUICK_DETECTION);
        assertThat(quick).contains(QUICK_DETECTION);
        stack = Files.writeString(folder.resolve("quick.xml"), quick).toString();
        stage = new Stage(folder);
        peers = new ArrayList<>(stage.group(NAMES, "--stack", stack));
    }

    @AfterAll
    void part() {
        if (stage != null) stage.close();
    }

    @Test
    void whatASenderKilledInMidBurstSaidAllSurvivorsHaveOrNone() {
        LabPeer erin = stage.start("erin", "--stack", stack);
        List<String> all = new ArrayList<>(NAMES);
        all.add("erin");
        erin.awaitMembers(all, Stage.PATIENCE);
        List<CompletableFuture<PeerOutput.Result>> burst = says(erin, "burst", 2_000);
        peers.get(1).awaitMessage(message -> message.text().equals("burst 200"), Stage.PATIENCE);
        erin.kill();
        erin.awaitExit(Stage.PATIENCE);
        assertThat(burst.get(burst.size() - 1)).as("killed in mid-burst").isCompletedExceptionally();

        for (LabPeer peer : peers) peer.awaitMembers(NAMES, Stage.PATIENCE);
        DeliveryReport report = assertDelivered();
        assertThat(report.counts().deaths()).isPositive();
    }

    @Test
    void whatWasSaidWhileEachInTurnWasRestartedAllHave() {
        for (int i = 0; i < peers.size(); i++) {
            LabPeer leaver = peers.get(i);
            answered(says(leaver, "before I go", 20));
            assertThat(leaver.run("quit", Stage.PATIENCE).ok()).isTrue();
            assertThat(leaver.awaitExit(Stage.PATIENCE)).isZero();
            answered(says(peers.get((i + 1) % peers.size()), "while " + leaver.name() + " is away", 20));
            LabPeer back = stage.start(leaver.name(), "--stack", stack);
            peers.set(i, back);
            for (LabPeer peer : peers) peer.awaitMembers(NAMES, Stage.PATIENCE);
            answered(says(back, "back again", 20));
        }
        assertDelivered();
    }

    @Test
    @Tag("system")
    void whatWasSaidOnBothSidesOfAPartitionAllHaveAfterwards() {
        talkApart(peers.subList(0, 2), peers.subList(2, 4));
    }

    @Test
    @Tag("system")
    void whatOneSaidWhoWasCutOffFromAllAllHaveAfterwards() {
        talkApart(peers.subList(0, 1), peers.subList(1, 4));
    }

    private void talkApart(List<LabPeer> one, List<LabPeer> other) {
        String sides = String.join(",", names(one)) + " | " + String.join(",", names(other));
        List<CompletableFuture<PeerOutput.Result>> said = new ArrayList<>();
        for (LabPeer peer : peers) said.addAll(says(peer, "while it breaks", 20));
        for (LabPeer peer : peers)
            assertThat(peer.run("fault partition " + sides, Stage.PATIENCE).ok())
                    .isTrue();
        for (List<LabPeer> side : List.of(one, other))
            for (LabPeer peer : side) peer.awaitMembers(names(side), Stage.PATIENCE);
        for (List<LabPeer> side : List.of(one, other))
            for (LabPeer peer : side) said.addAll(says(peer, "apart", 500 / side.size()));
        answered(said);

        for (LabPeer peer : peers)
            assertThat(peer.run("fault heal", Stage.PATIENCE).rows()).hasSize(1);
        for (LabPeer peer : peers) peer.awaitMembers(NAMES, Stage.PATIENCE);
        DeliveryReport report = assertDelivered();
        assertThat(report.counts().late()).as("fetched after the merge").isPositive();
    }

    private static List<CompletableFuture<PeerOutput.Result>> says(LabPeer peer, String text, int times) {
        return IntStream.rangeClosed(1, times)
                .mapToObj(number -> peer.send("msg " + text + " " + number))
                .toList();
    }

    private static void answered(List<CompletableFuture<PeerOutput.Result>> said) {
        CompletableFuture<Void> all = CompletableFuture.allOf(said.toArray(CompletableFuture[]::new));
        assertThat(all).succeedsWithin(Stage.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(said).allMatch(result -> result.join().ok());
    }

    private DeliveryReport assertDelivered() {
        await().atMost(Stage.PATIENCE).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
            DeliveryReport report = stage.delivery(peers);
            assertThat(report.passed()).as(report.toString()).isTrue();
        });
        return stage.delivery(peers);
    }

    private static List<String> names(Collection<LabPeer> of) {
        return of.stream().map(LabPeer::name).toList();
    }
}
