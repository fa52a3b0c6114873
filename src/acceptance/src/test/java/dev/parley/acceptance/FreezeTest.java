package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.lab.LabPeer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A member that stands still for a while, with all its connections open. */
class FreezeTest {
    private static final List<String> ALL = List.of("p1", "p2", "p3");

    private final Figures out = new Figures("a member freezes, until the others see it out");
    private final Figures back = new Figures("it thaws, until all are together again");

    @TempDir
    private Path folder;

    @Tag("system")
    @Test
    void whoFreezesIsOutAndBackByItselfWithWhatWasSaidMeanwhile() throws Exception {
        freeze(folder, 2, Duration.ZERO);
    }

    /** The figures themselves, half an minute each: {@code -Dsoak.runs} (6) times a member and the coordinator by turns. */
    @Tag("soak")
    @Test
    @Timeout(3_600)
    void howLongItTakesUntilWhoFroze30SecondsIsBack() throws Exception {
        for (int run = 0; run < Integer.getInteger("soak.runs", 6); run++)
            freeze(folder.resolve("run-" + run), run % 2 == 0 ? 2 : 0, Duration.ofSeconds(30));
        out.print();
        back.print();
        assertThat(out.worst()).isLessThan(Duration.ofSeconds(15));
        assertThat(back.worst()).isLessThan(Duration.ofSeconds(12));
    }

    private void freeze(Path where, int which, Duration atLeast) throws Exception {
        try (Stage stage = new Stage(where)) {
            List<LabPeer> peers = stage.group(ALL.toArray(String[]::new));
            LabPeer frozen = peers.get(which);
            List<LabPeer> others = peers.stream().filter(peer -> peer != frozen).toList();
            List<String> rest = others.stream().map(LabPeer::name).toList();

            long begun = System.nanoTime();
            frozen.freeze();
            for (LabPeer other : others) other.awaitMembers(rest, Stage.PATIENCE);
            out.add(Figures.since(begun));
            assertThat(others.get(0)
                            .run("msg said while it was frozen", Stage.PATIENCE)
                            .ok())
                    .isTrue();
            await().atMost(Stage.PATIENCE).until(() -> Figures.since(begun).compareTo(atLeast) >= 0);

            long thawed = System.nanoTime();
            frozen.thaw();
            for (LabPeer peer : peers) peer.awaitMembers(ALL, Stage.PATIENCE);
            back.add(Figures.since(thawed));
            frozen.awaitMessage(message -> message.text().equals("said while it was frozen"), Stage.PATIENCE);
        }
    }
}
