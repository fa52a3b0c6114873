package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is what the program says. */
class ReadmeTest {
    @TempDir
    private Path folder;

    private static String readme() throws Exception {
        return Files.readString(Program.root().resolve("README.md"));
    }

    @Test
    void itListsTheOptionsAsTheProgramDoes() throws Exception {
        assertThat(readme()).contains(Run.parley(folder, "--help").output().strip());
    }

    @Test
    void itListsTheCommandsAsTheProgramDoes() throws Exception {
        String output = Run.parley(folder, "--nogui", "--manual", "--data-dir", folder.toString(), "-c", "help")
                .output();
        assertThat(readme()).contains(output.substring(output.indexOf('\n')).strip());
    }
}
