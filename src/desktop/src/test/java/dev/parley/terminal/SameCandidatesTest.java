package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.console.Console;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import dev.parley.desktop.completion.Choice;
import dev.parley.desktop.completion.CommandSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jline.reader.Candidate;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stands where it can see both faces: the window and the terminal offer the same words with the same descriptions. */
class SameCandidatesTest {
    @TempDir
    private Path folder;

    @Test
    void windowAndTerminalOfferTheSameCandidates() throws Exception {
        try (ConsoleHouse house = new ConsoleHouse(folder)) {
            ConsolePeer alice = house.joined("alice", "bob", "Bert").get(0);
            alice.lines("alias privately = tell");
            Files.writeString(
                    Files.createDirectories(alice.folder().resolve("functions")).resolve("wave"), "me waves\n");
            for (String line : List.of(
                    "",
                    "m",
                    "memberl",
                    "tell ",
                    "tell b",
                    "privately ",
                    "wait ",
                    "expect ",
                    "expect state ",
                    "set ",
                    "set theme ",
                    "log level ",
                    "log level GM",
                    "log level GMS ",
                    "execute --",
                    "execute " + folder + "/",
                    "help wa",
                    "help wait ",
                    "join ",
                    "unalias ",
                    "wav",
                    "hlep",
                    "mlst",
                    "nosuch ",
                    "# no",
                    "export x ")) {
                List<Offered> inWindow = inWindow(alice.console(), line);
                assertThat(inTerminal(alice.console(), line)).as(line).containsExactlyInAnyOrderElementsOf(inWindow);
                if (!line.matches("nosuch .*|# no"))
                    assertThat(inWindow).as(line).isNotEmpty();
            }
        }
    }

    private record Offered(String value, boolean finished) {}

    private static List<Offered> inWindow(Console console, String line) {
        return new CommandSource(console::complete, console.catalog())
                .propose(line, line.length()).choices().stream()
                        .map((Choice choice) -> new Offered(choice.value(), choice.finished()))
                        .toList();
    }

    private static List<Offered> inTerminal(Console console, String line) {
        TerminalCompletion completion = new TerminalCompletion(console);
        CompletingParsedLine parsed =
                (CompletingParsedLine) completion.parse(line, line.length(), Parser.ParseContext.COMPLETE);
        List<Candidate> candidates = new ArrayList<>();
        completion.complete(null, parsed, candidates);
        ConsoleMatcher matcher = new ConsoleMatcher();
        matcher.compile(Map.of(), false, parsed, true, 0, null);
        return matcher.matches(candidates).stream()
                .map(candidate -> new Offered(candidate.value(), candidate.complete()))
                .toList();
    }
}
