package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.lab.LabPeer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Members that end without a word. */
class CrashTest {
    private static final int PLACES = BootstrapConfig.development().maxPeers();

    private final Figures member = new Figures("crash of a listed member, until all survivors agree");
    private final Figures coordinator = new Figures("crash of the coordinator, until all survivors agree");
    private final Figures half = new Figures("crash of half the group with its coordinator, until all survivors agree");
    private final Figures list = new Figures("crash, until the list is full of survivors again");

    @TempDir
    private Path folder;

    @Test
    void survivorsAgreeAndRepairTheList() throws Exception {
        crashes(folder);
    }

    /** The figures themselves: {@code -Dsoak.runs} (20) runs each. */
    @Tag("soak")
    @Test
    @Timeout(3_600)
    void howLongSurvivorsNeedToAgreeAndToRepairTheList() throws Exception {
        for (int run = 0; run < Integer.getInteger("soak.runs", 20); run++) crashes(folder.resolve("run-" + run));
        for (Figures figures : List.of(member, coordinator, half)) {
            figures.print();
            assertThat(figures.median()).isLessThan(Duration.ofMillis(1_500));
        }
        list.print();
        assertThat(list.worst()).isLessThan(Duration.ofSeconds(5));
    }

    private void crashes(Path where) throws Exception {
        try (Stage stage = new Stage(where)) {
            List<LabPeer> peers = stage.group("p1", "p2", "p3", "p4", "p5", "p6");
            awaitList(stage, peers);
            crash(
                    stage,
                    peers.subList(1, 2),
                    List.of(peers.get(0), peers.get(2), peers.get(3), peers.get(4), peers.get(5)),
                    member);
            crash(stage, peers.subList(0, 1), peers.subList(2, 6), coordinator);
            crash(stage, peers.subList(2, 4), peers.subList(4, 6), half);
        }
    }

    private void crash(Stage stage, List<LabPeer> victims, List<LabPeer> survivors, Figures figures) {
        Set<String> names = survivors.stream().map(LabPeer::name).collect(Collectors.toSet());
        long killed = System.nanoTime();
        victims.forEach(LabPeer::kill);
        for (LabPeer survivor : survivors) survivor.awaitMembers(names, Stage.PATIENCE);
        figures.add(Figures.since(killed));
        awaitList(stage, survivors);
        list.add(Figures.since(killed));
    }

    private static void awaitList(Stage stage, List<LabPeer> living) {
        List<String> names = living.stream().map(LabPeer::name).toList();
        await().atMost(Stage.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> assertThat(stage.service().listed())
                        .hasSize(Math.min(PLACES, names.size()))
                        .isSubsetOf(names));
    }
}
