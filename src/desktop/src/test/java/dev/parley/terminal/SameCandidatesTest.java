package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.console.Console;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import dev.parley.desktop.completion.Choice;
import dev.parley.desktop.completion.CommandSource;
import dev.parley.group.StackFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
                    "loadconfig ",
                    "loadconfig tcp-n",
                    "stack use ",
                    "stack get ",
                    "stack set MERGE3.",
                    "fault drop 10% from ",
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

    @Test
    void aStackFileToLoadIsOfferedAsOneToUse() throws Exception {
        try (ConsoleHouse house = new ConsoleHouse(folder)) {
            Console console = house.peer("alice").console();
            assertThat(inWindow(console, "loadconfig "))
                    .containsExactlyElementsOf(inWindow(console, "stack use "))
                    .extracting(Offered::value)
                    .containsAll(StackFile.bundledNames());
            assertThat(inWindow(console, "loadconfig tcp-nak"))
                    .singleElement()
                    .satisfies(stack -> assertThat(stack.description()).hasSizeGreaterThan(20));
        }
    }

    private record Offered(String value, String description, boolean finished) {}

    private static List<Offered> inWindow(Console console, String line) {
        return new CommandSource(console::complete, console.catalog())
                .propose(line, line.length()).choices().stream()
                        .map((Choice choice) -> new Offered(choice.value(), shown(choice), choice.finished()))
                        .toList();
    }

    /** The window has a column of its own for what a word is, and does not say it twice. */
    private static String shown(Choice choice) {
        return choice.description().isEmpty() && choice.kind().equals("folder") ? choice.kind() : choice.description();
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
                .map(candidate -> new Offered(
                        candidate.value(), Objects.requireNonNullElse(candidate.descr(), ""), candidate.complete()))
                .toList();
    }
}
