package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.OptionSpec;

class ShellFilesTest {
    @TempDir
    private Path root;

    @Test
    void everyOptionIsInTheManualAndInTheCompletionOfEachShell() {
        Map<String, String> files = new ShellFiles().all();
        for (OptionSpec option : LaunchOptions.commandLine().getCommandSpec().options())
            for (String name : option.names()) {
                String bare = name.replaceFirst("^-+", "");
                assertThat(files.get(ShellFiles.MANUAL)).contains(name.replace("-", "\\-"));
                assertThat(files.get(ShellFiles.BASH)).contains("'" + name + "'");
                assertThat(files.get(ShellFiles.ZSH)).containsPattern("'" + name + "=?\\[");
                assertThat(files.get(ShellFiles.FISH)).containsPattern("-[slo] " + bare + " ");
            }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void bashCompletesOptionsByIt() throws Exception {
        ShellFiles.main(new String[] {root.toString()});

        String completed = output(
                "bash",
                "-c",
                "source %s; COMP_WORDS=(parley --bo); COMP_CWORD=1; _complete_parley; echo \"${COMPREPLY[@]}\""
                        .formatted(root.resolve(ShellFiles.BASH)));

        assertThat(completed).contains("--bootstrap");
    }

    @Test
    void theManualHasItsSectionsAndNoLineThatRoffTakesForARequest() throws Exception {
        ShellFiles.main(new String[] {root.toString()});
        List<String> lines = Files.readAllLines(root.resolve(ShellFiles.MANUAL));

        assertThat(lines).contains(".SH NAME", ".SH OPTIONS", ".SH EXIT STATUS");
        assertThat(lines.stream().filter(line -> line.startsWith(".")))
                .allMatch(line -> Stream.of(".TH ", ".SH ", ".TP", ".B ").anyMatch(line::startsWith));
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Arrays.asList(command))
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
