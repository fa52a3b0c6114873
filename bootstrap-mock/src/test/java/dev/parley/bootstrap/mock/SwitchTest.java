package dev.parley.bootstrap.mock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that a shell sources, in those shells that this machine has. */
class SwitchTest {
    private static final String DEVELOPMENT = "http://localhost:8080";
    private static final String PRODUCTION = "https://boot.example.org";

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash", "zsh", "ksh"})
    void withoutAWordItTogglesAndStaysWhereItIsIfNobodySaidWhereProductionIs(String shell) throws Exception {
        String script = ". ./switch; . ./switch; echo $?; export BOOTSTRAP_PRODUCTION_SERVER=" + PRODUCTION
                + "; . ./switch; . ./switch; echo $?; echo now $BOOTSTRAP_DATA_SERVER";
        assertThat(run(shell, "-c", script))
                .containsSubsequence(
                        "BOOTSTRAP_DATA_SERVER=" + DEVELOPMENT,
                        "Nobody has said where production is: export BOOTSTRAP_PRODUCTION_SERVER=https://... first.",
                        "1",
                        "BOOTSTRAP_DATA_SERVER=" + PRODUCTION,
                        "BOOTSTRAP_DATA_SERVER=" + DEVELOPMENT,
                        "0",
                        "now " + DEVELOPMENT);
    }

    @ParameterizedTest
    @CsvSource({
        "bash, . ./switch WORD",
        "zsh, . ./switch WORD",
        "ksh, . ./switch WORD",
        "bash, set -- WORD; . ./switch",
        "dash, set -- WORD; . ./switch",
        "zsh, set -- WORD; . ./switch",
        "ksh, set -- WORD; . ./switch"
    })
    void aWordSaysWhichOne(String shell, String command) throws Exception {
        StringBuilder script = new StringBuilder("export BOOTSTRAP_PRODUCTION_SERVER=" + PRODUCTION);
        for (String word : new String[] {"production", "development", "http://127.0.0.1:1", "rubbish", "off"})
            script.append("\n").append(command.replace("WORD", word)).append("\necho ${BOOTSTRAP_DATA_SERVER-none} $?");
        assertThat(run(shell, "-c", script.toString()))
                .containsSubsequence(
                        PRODUCTION + " 0",
                        DEVELOPMENT + " 0",
                        "http://127.0.0.1:1 0",
                        "'rubbish' is no service: write development, production, off or a URL.",
                        "http://127.0.0.1:1 1",
                        "none 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "dash", "zsh", "ksh"})
    void whoRunsItIsToldToSourceIt(String shell) throws Exception {
        assertThat(run(shell, "./switch", "development"))
                .contains("Source it, or it changes nothing in your shell:  . ./switch development");
    }

    private static String run(String shell, String... arguments) throws Exception {
        assumeTrue(exists(shell), "there is no " + shell);
        String[] command = new String[arguments.length + 1];
        command[0] = shell;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("BOOTSTRAP_"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private static boolean exists(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
