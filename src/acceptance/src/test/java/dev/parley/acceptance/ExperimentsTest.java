package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each experiment runs to its end, and all that it expects comes true. */
class ExperimentsTest {
    private static final Path EXPERIMENTS = Program.root().resolve("jgroups-config/experiments");
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @Tag("system")
    @ValueSource(strings = {"coordinator-crash", "total-order", "dead-bootstrap-list"})
    void theQuickOnesComeTrue(String name) throws Exception {
        comesTrue(name);
    }

    @ParameterizedTest
    @Tag("soak")
    @ValueSource(
            strings = {
                "partition-and-merge",
                "frozen-member",
                "loss-on-two-stacks",
                "small-messages",
                "slow-member",
                "service-outage",
                "thirty-members"
            })
    void theOthersComeTrue(String name) throws Exception {
        comesTrue(name);
    }

    private void comesTrue(String name) throws IOException, InterruptedException {
        try (Service service = Service.start()) {
            List<String> command = new ArrayList<>(Program.command());
            command.addAll(List.of("--nogui", "--name", "me", "--bind-port", "0"));
            command.addAll(List.of("--data-dir", folder.resolve("data").toString()));
            command.addAll(List.of("--bootstrap", service.url().toString()));
            command.addAll(
                    List.of("--script", EXPERIMENTS.resolve(name + ".txt").toString()));
            Run run = Run.program(folder, new byte[0], command, PATIENCE);

            assertThat(run.status()).as(run.said()).isZero();
            assertThat(run.output()).contains("Nothing lost, doubled or shuffled");
            assertThat(run.errors()).isEmpty();
        }
    }

    @Test
    void thereAreTenAndTheOverviewAndTheDocumentationTellOfEach() throws Exception {
        List<String> names;
        try (Stream<Path> files = Files.list(EXPERIMENTS)) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".txt"))
                    .map(file -> file.replace(".txt", ""))
                    .toList();
        }
        assertThat(names).hasSize(10);
        String overview = Files.readString(EXPERIMENTS.resolve("README.md"));
        String documentation = Files.readString(Program.root().resolve("docs/experiments.md"));
        for (String name : names) {
            assertThat(overview).contains("`" + name + "`");
            assertThat(documentation).contains(name + ".txt");
            assertThat(Files.readString(EXPERIMENTS.resolve(name + ".txt")))
                    .startsWith("# ")
                    .contains("expect ", "lab check");
        }
    }
}
