package dev.parley.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class WitnessTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ID = "00000000-0000-0007-0000-000000000001/loyw3v28/";

    @TempDir
    private Path folder;

    private final Witness witness = new Witness();

    @Test
    void everythingAPeerWritesIsKeptAlsoMoreThanItsLogKeeps() {
        try (Lab lab = lab()) {
            LabPeer bob = lab.start("bob");
            witness.follow(bob);
            int many = 2 * PeerLog.KEPT_OBJECTS + 1_000;
            bob.run("flood " + many, PATIENCE);
            assertThat(bob.run("msg hello", PATIENCE).ok()).isTrue();

            RunAccount run = witness.account("bob").runs().get(0);
            assertThat(run.printed()).hasSize(many);
            assertThat(run.printed().get(0).said())
                    .isEqualTo(new Said(MessageId.parse(ID + "1"), new Stamp(17, 4_294_967_295L), "text", "hello"));
            assertThat(run.acceptedTexts()).containsExactly("hello");
            assertThat(run.died()).isFalse();
            assertThatThrownBy(() -> witness.follow(bob))
                    .isInstanceOf(LabException.class)
                    .hasMessageStartingWith("Too late to hear everything");
        }
    }

    @Test
    void aDeathIsToldFromALeavingAndCutsOneLine() {
        try (Lab lab = lab()) {
            LabPeer bob = lab.start("bob");
            witness.follow(bob);
            bob.run("raw no json", PATIENCE);
            var silence = bob.send("silent msg last words");
            var death = bob.send("gasp {\"type\":\"mess");
            bob.awaitExit(PATIENCE);
            LabPeer next = lab.start("bob");
            witness.follow(next);
            next.endInput();
            next.awaitExit(PATIENCE);

            await().untilAsserted(() -> assertThat(witness.account("bob").runs())
                    .extracting(RunAccount::died)
                    .containsExactly(true, false));
            assertThat(silence).isCompletedExceptionally();
            assertThat(death).isCompletedExceptionally();
            RunAccount first = witness.account("bob").runs().get(0);
            assertThat(first.unanswered()).containsExactly("silent msg last words", "gasp {\"type\":\"mess");
            assertThat(first.unreadable()).containsExactly("no json");
        }
    }

    @Test
    void aLogIsReadFromTheRowsOfHistory() {
        Map<String, Object> row = Map.of("id", ID + "d3", "clock", "5.0", "kind", "direct", "text", "psst");
        Map<String, Object> bad = Map.of("id", "nonsense", "clock", "5.0", "kind", "text", "text", "psst");

        FinalLog log = witness.log(result("history 3", List.of(row, bad)));

        assertThat(log.entries())
                .containsExactly(new Said(MessageId.parse(ID + "d3"), new Stamp(5, 0), "direct", "psst"));
        assertThat(log.unreadable()).singleElement().asString().contains("nonsense");
        assertThat(log.cut()).isFalse();
        assertThat(witness.log(result("history 2", List.of(row, bad))).cut()).isTrue();
    }

    @Test
    void anIdIsReadAndWrittenAsItIs() {
        for (String id : List.of(ID + "1", ID + "d12", "00000000-0000-0007-0000-000000000001/-1/3"))
            assertThat(MessageId.parse(id)).hasToString(id);
        for (String wrong : List.of("", "1", ID, ID + "x1", ID + "1 "))
            assertThatThrownBy(() -> MessageId.parse(wrong)).isInstanceOf(IllegalArgumentException.class);
    }

    private static PeerOutput.Result result(String command, List<Map<String, Object>> rows) {
        return new PeerOutput.Result(command, true, List.of(), rows, Optional.empty());
    }

    private Lab lab() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakePeer.class.getName());
        return new Lab(new LabSettings(command, Map.of(), folder, Optional.empty(), List.of()));
    }
}
