package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** However much is logged, it goes to the log and nowhere else. */
class LogTest {
    private static final String[] MUCH = {
        "-c", "log level root trace",
        "-c", "leave",
        "-c", "log level root usual",
        "-c", "log level GMS trace",
        "-c", "join",
        "-c", "log show 1000",
        "-c", "leave"
    };

    @TempDir
    private Path folder;

    private Path log() {
        return folder.resolve("own.log");
    }

    private Run run(Stage stage, String... options) throws Exception {
        Run run = Run.parley(
                folder,
                stage.options(
                        "alice",
                        Stream.of(List.of(options), List.of("--log", log().toString()), List.of(MUCH))
                                .flatMap(List::stream)
                                .toArray(String[]::new)));
        assertThat(run.errors()).isEmpty();
        assertThat(run.status()).as(run.output()).isZero();
        assertThat(Files.readString(log()))
                .contains(" TRACE [")
                .containsPattern(" TRACE \\[.*] .*\\.GMS: ")
                .contains(" DEBUG ");
        return run;
    }

    @Test
    void programsReadObjectsOnlyAndFindTheLogInTheRowsOfLogShow() throws Exception {
        try (Stage stage = new Stage(folder)) {
            List<JsonNode> objects = run(stage, "--json").outputLines().stream()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .toList();
            assertThat(objects)
                    .allSatisfy(object -> assertThat(object.path("type").asString())
                            .isIn("state", "view", "event", "notice", "result"));
            JsonNode shown = objects.stream()
                    .filter(object -> object.path("command").asString("").equals("log show 1000"))
                    .findFirst()
                    .orElseThrow();
            assertThat(shown.path("rows").valueStream()).anySatisfy(row -> {
                assertThat(row.path("level").asString()).isEqualTo("trace");
                assertThat(row.path("logger").asString()).endsWith(".GMS");
            });
        }
    }

    @Test
    void aPersonSeesNothingOfTheLogBeforeAskingForIt() throws Exception {
        try (Stage stage = new Stage(folder)) {
            Run run = run(stage);
            List<String> shown = run.outputLines().stream()
                    .filter(line -> line.matches(".*\\b(TRACE|DEBUG|INFO) +\\[.*"))
                    .toList();
            assertThat(shown).anyMatch(line -> line.contains(" GMS: "));
            int first = run.outputLines().indexOf(shown.get(0));
            int last = run.outputLines().lastIndexOf(shown.get(shown.size() - 1));
            assertThat(last - first)
                    .as("all of them together, as log show gives them:%n%s", run.output())
                    .isEqualTo(shown.size() - 1);
            assertThat(shown).hasSizeLessThanOrEqualTo(1000);
        }
    }
}
