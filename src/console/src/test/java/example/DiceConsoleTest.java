package example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.console.CommandResult;
import dev.parley.console.Completion;
import dev.parley.console.Console;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiceConsoleTest {
    @TempDir
    Path folder;

    @Test
    void theOwnCommandWorksBesideThoseOfParley() throws Exception {
        try (ConsoleHouse house = new ConsoleHouse(folder)) {
            ConsolePeer peer = house.joined("alice").get(0);
            try (Console console = DiceConsole.open(peer.session(), folder)) {
                CommandResult.Done done =
                        (CommandResult.Done) console.execute("dice 2").orElseThrow();
                assertThat((int) done.rows().get(0).get("thrown")).isBetween(1, 2);
                assertThat(peer.lines("history 1").get(0))
                        .matches(".*alice> \\* alice throws [12]|.*alice throws [12]");
                assertThat(console.execute("dice 1").orElseThrow())
                        .isInstanceOfSatisfying(
                                CommandResult.Failed.class,
                                failed -> assertThat(failed.error()).contains("a number from 2 to 1000"));
                assertThat(console.complete("dic", 3).candidates())
                        .extracting(Completion.Candidate::value)
                        .containsExactly("dice");
                assertThat(((CommandResult.Done) console.execute("help").orElseThrow()).lines())
                        .anyMatch(line -> line.contains("throw a dice, for all to see"));
            }
        }
    }

    @Test
    void thePageQuotesExactlyThis() throws Exception {
        String source = Files.readString(Path.of("src/test/java/example/DiceConsole.java"));
        assertThat(Files.readString(Path.of("../../docs/embedding.md"))).contains("```java\n" + source + "```\n");
    }
}
