package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Commands of one's own, in the program as it is built. */
class OwnCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void thePluginThatTheBuildMakesIsDroppedInAndRunsAndABrokenOneIsReported() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("data/plugins"));
        Files.copy(examplePlugin(), plugins.resolve("dice.jar"));
        Files.writeString(plugins.resolve("broken.jar"), "no jar");

        Run run = Run.parley(folder, options("-c", "dice 20", "-c", "help dice", "-c", "help"));

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(run.output())
                .containsPattern("\\* alice rolls a [0-9]+ of 20")
                .containsPattern("You rolled [0-9]+")
                .contains("Example: dice 20")
                .containsPattern("  dice \\[sides] +roll a die for all to see")
                .contains("The plugin broken.jar is not loaded");
        assertThat(run.errors()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aScriptRunsAsAProgramWithItsArguments() throws Exception {
        Path program = Files.writeString(folder.resolve("greet.parley"), """
                #!/usr/bin/env parley
                # greets whoever is named
                expect state alone 30
                msg good morning, ${1:-everybody}, \\
                    said by a script ($*)
                expect failure ping $2
                """);
        Path functions = Files.createDirectories(folder.resolve("data/functions"));
        Files.writeString(functions.resolve("play.parley"), "echo playing with $1\n");

        Run run = Run.parley(folder, options("-c", "play dolls", program.toString(), "dear bob", "carol"));

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(run.output())
                .contains("alice> good morning, dear bob, said by a script (dear bob carol)")
                .contains("It failed, as expected")
                .contains("playing with dolls");
    }

    private String[] options(String... more) {
        String[] usual = {
            "--nogui", "--name", "alice", "--data-dir", "data", "--serve", "127.0.0.1:0", "--bind-port", "0"
        };
        return Stream.of(usual, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private static Path examplePlugin() throws IOException {
        Path target = Program.root().resolve("src/example-plugin/target");
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, "example-plugin-*.jar")) {
            return jars.iterator().next();
        }
    }
}
