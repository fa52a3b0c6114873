package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.lab.LabPeer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Peers that start at the same instant, with an empty list. */
class SimultaneousStartTest {
    /** No two views may last longer than this. */
    private static final Duration LONGEST_APART = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    @Test
    void fiveThatStartAtOnceAreOneGroupSoon() throws Exception {
        assertThat(startAtOnce(folder, 5)).isLessThan(Stage.PATIENCE);
    }

    /** The figures themselves: {@code -Dsoak.runs} (20) runs each. */
    @Tag("soak")
    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    @Timeout(3_600)
    void howLongItTakesUntilAllWhoStartAtOnceAreOneGroup(int peers) throws Exception {
        Figures figures = new Figures(peers + " start at once, until one view after the last is up");
        for (int run = 0; run < Integer.getInteger("soak.runs", 20); run++)
            figures.add(startAtOnce(folder.resolve("run-" + run), peers));
        figures.print();
        assertThat(figures.worst()).isLessThan(LONGEST_APART);
        assertThat(figures.median()).isLessThan(Duration.ofSeconds(4));
    }

    /** How long it takes from when the last one is up until all see all. */
    private static Duration startAtOnce(Path folder, int count) throws Exception {
        List<String> names =
                IntStream.rangeClosed(1, count).mapToObj(i -> "p" + i).toList();
        try (Stage stage = new Stage(folder)) {
            List<LabPeer> peers = names.stream().map(name -> stage.start(name)).toList();
            for (LabPeer peer : peers) peer.awaitState(Stage.PATIENCE, "joining", "alone", "joined");
            long up = System.nanoTime();
            for (LabPeer peer : peers) peer.awaitMembers(names, Stage.PATIENCE);
            return Figures.since(up);
        }
    }
}
