package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
                assertThat(files.get(ShellFiles.ZSH)).containsPattern("'\\*?" + name + "=?\\[");
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
    @DisabledOnOs(OS.WINDOWS)
    void fishCompletesOptionsLevelsFilesAndFoldersByIt() throws Exception {
        assumeThat(isInstalled("fish")).as("fish is not installed").isTrue();
        ShellFiles.main(new String[] {root.toString()});
        Files.createDirectory(root.resolve("folder"));
        Files.createFile(root.resolve("script.parley"));

        assertThat(inFish("parley --bo")).containsExactly("--bootstrap");
        assertThat(inFish("parley --log-level ")).contains("off", "trace").doesNotContain("script.parley");
        assertThat(inFish("parley --script ")).contains("folder/", "script.parley");
        assertThat(inFish("parley --data-dir ")).contains("folder/").doesNotContain("script.parley");
    }

    private List<String> inFish(String typed) throws Exception {
        return output(
                        "fish",
                        "--no-config",
                        "-c",
                        "cd %s; source %s; complete -C '%s'".formatted(root, root.resolve(ShellFiles.FISH), typed))
                .lines()
                .map(line -> line.replaceFirst("\t.*", ""))
                .toList();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void zshCompletesOptionsLevelsFilesAndFoldersByIt() throws Exception {
        assumeThat(isInstalled("zsh")).as("zsh is not installed").isTrue();
        ShellFiles.main(new String[] {root.toString()});
        Files.createDirectory(root.resolve("folder"));
        Files.createFile(root.resolve("script.parley"));

        completesInZsh("parley --boot", "parley --bootstrap=");
        completesInZsh("parley --log-level tr", "parley --log-level trace ");
        completesInZsh("parley --script scr", "parley --script script.parley ");
        completesInZsh("parley --script script.parley --scr", "parley --script script.parley --script=");
        completesInZsh("parley --data-dir fol", "parley --data-dir folder/");
        completesInZsh("parley scr", "parley script.parley ");
    }

    /** Types into a zsh of its own, presses Tab and has the line that is then there printed: Ctrl-X p is bound to that. */
    private void completesInZsh(String typed, String expected) throws Exception {
        String script = """
                zmodload zsh/zpty
                zpty parley zsh -f -i
                zpty -w parley "cd %s; fpath=(%s \\$fpath); autoload -Uz compinit; compinit -u -D"
                zpty -w parley 'show() { print -r -- "line<$BUFFER>" }; zle -N show; bindkey "^Xp" show; echo rea""dy'
                until [[ $seen == *ready* ]]; do zpty -r parley chunk || exit 1; seen+=$chunk; done
                seen=
                zpty -w -n parley '%s'$'\\t\\C-Xp'
                until [[ $seen == *'line<'*'>'* ]]; do zpty -r parley chunk || exit 1; seen+=$chunk; done
                print -r -- "${${seen#*line<}%%%%>*}"
                """.formatted(root, root.resolve(ShellFiles.ZSH).getParent(), typed);
        assertThat(output("zsh", "-f", "-c", script).stripTrailing()).isEqualTo(expected.stripTrailing());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theManualIsSetWithoutAWarning() throws Exception {
        assumeThat(isInstalled("groff")).as("groff is not installed").isTrue();
        ShellFiles.main(new String[] {root.toString()});

        String said = output("sh", "-c", "groff -man -Tascii -ww -z " + root.resolve(ShellFiles.MANUAL));

        assertThat(said).isEmpty();
    }

    private static boolean isInstalled(String program) throws Exception {
        return new ProcessBuilder("sh", "-c", "command -v " + program + " >/dev/null")
                        .start()
                        .waitFor()
                == 0;
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
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
