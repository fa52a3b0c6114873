package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A start as on a desktop, where there is none. */
@EnabledOnOs(OS.LINUX)
class NoDisplayTest {
    @TempDir
    private Path folder;

    @Test
    void oneLineSaysThatThereIsNoDisplayAndItGoesOnInTheTerminal() throws Exception {
        Started run = start("");

        assertThat(run.errors.lines()).containsExactly("There is no display, so Parley goes on in this terminal.");
        assertThat(run.output).contains("The log goes to");
        assertThat(run.status).isZero();
    }

    @Test
    void aDisplayThatIsNotThereIsNamedInOneLineToo() throws Exception {
        Started run = start(":987");

        assertThat(run.errors.lines())
                .singleElement()
                .asString()
                .endsWith("Parley goes on in this terminal.")
                .contains(":987");
        assertThat(run.output).contains("The log goes to");
        assertThat(run.status).isZero();
    }

    private record Started(int status, String output, String errors) {}

    private Started start(String display) throws Exception {
        List<String> command = new ArrayList<>(Program.command());
        command.addAll(List.of("--manual", "--name", "ann", "--data-dir", folder.toString()));
        File output = folder.resolve("out").toFile();
        File errors = folder.resolve("err").toFile();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(output)
                .redirectError(errors);
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "JAVA_TOOL_OPTIONS"));
        if (!display.isEmpty()) builder.environment().put("DISPLAY", display);
        Process process = builder.start();
        try {
            assertThat(process.waitFor(Stage.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Started(process.exitValue(), text(output), text(errors));
    }

    private static String text(File file) throws Exception {
        return Files.readString(file.toPath(), StandardCharsets.UTF_8);
    }
}
