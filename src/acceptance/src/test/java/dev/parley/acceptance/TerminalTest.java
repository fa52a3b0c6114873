package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.lab.LabPeer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a terminal sees, in a real one. */
@Tag("system")
class TerminalTest {
    private static final int COLUMNS = 120;
    private static final int LINES = 60;

    @TempDir
    private Path folder;

    @Test
    void aPersonTypesCompletesIsNotDisturbedAndFindsTheHistoryAgain() throws Exception {
        try (Stage stage = new Stage(folder)) {
            LabPeer bob = stage.group("bob").get(0);
            try (Tmux terminal = Tmux.running(folder, stage.options("alice"))) {
                terminal.awaitLastLine("alice@lobby>");

                completesCommandsSubcommandsAndMembers(terminal);
                showsMessagesAboveTheLineThatIsTyped(terminal, bob);
                clearsTheLineAtControlC(terminal);
                terminal.type("echo remember this").press("Enter");
                terminal.awaitText("remember this");
                terminal.press("C-d");
                terminal.awaitText("ended with 0");
            }
            bob.awaitMembers(List.of("bob"), Stage.PATIENCE);
            findsTheHistoryAgain(stage);
        }
    }

    private static void completesCommandsSubcommandsAndMembers(Tmux terminal) {
        terminal.type("chatmemberl").press("Tab");
        terminal.awaitLastLine("alice@lobby> chatmemberlist");
        terminal.press("C-c");
        terminal.type("wait memb").press("Tab");
        terminal.awaitLastLine("alice@lobby> wait members N [seconds]");
        terminal.press("C-c");
        terminal.type("tell b").press("Tab");
        terminal.awaitLastLine("alice@lobby> tell bob text");
        terminal.press("C-c");
    }

    private static void showsMessagesAboveTheLineThatIsTyped(Tmux terminal, LabPeer bob) {
        terminal.awaitLastLine("alice@lobby>");
        terminal.type("msg half a sent");
        terminal.awaitLastLine("alice@lobby> msg half a sent");
        assertThat(bob.run("msg excuse me", Stage.PATIENCE).ok()).isTrue();
        terminal.awaitText("bob> excuse me");
        terminal.awaitLastLine("alice@lobby> msg half a sent");
        terminal.type("ence").press("Enter");
        bob.awaitMessage(message -> message.text().equals("half a sentence"), Stage.PATIENCE);
    }

    private static void clearsTheLineAtControlC(Tmux terminal) {
        terminal.type("msg never said");
        terminal.awaitLastLine("alice@lobby> msg never said");
        terminal.press("C-c");
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> assertThat(terminal.lastLine()).isEqualTo("alice@lobby>"));
    }

    private void findsTheHistoryAgain(Stage stage) throws Exception {
        try (Tmux terminal = Tmux.running(folder, stage.options("alice"))) {
            terminal.awaitLastLine("alice@lobby>");
            terminal.press("Up");
            terminal.awaitLastLine("alice@lobby> echo remember this");
            terminal.press("C-c").type("quit").press("Enter");
            terminal.awaitText("ended with 0");
        }
    }

    @Test
    void statisticsRefreshInPlaceUntilControlCWhichIsNotForThePeersOfTheLab() throws Exception {
        try (Stage stage = new Stage(folder);
                Tmux terminal = Tmux.showing(
                        folder,
                        COLUMNS,
                        LINES,
                        Stream.concat(Program.command().stream(), Stream.of(stage.options("alice")))
                                .toList())) {
            terminal.awaitLastLine("alice@lobby (alone)>");
            terminal.type("lab start 1").press("Enter");
            terminal.awaitText("1 peer joined: p1");
            terminal.type("stats --watch").press("Enter");
            await().atMost(Stage.PATIENCE)
                    .untilAsserted(() -> assertThat(terminal.screen()).startsWith("Rates are those of the last"));

            terminal.press("C-c");

            terminal.awaitLastLine("alice@lobby>");
            assertThat(terminal.screen().split("\n", -1))
                    .filteredOn(line -> line.startsWith("Flow control: "))
                    .hasSize(1);
            terminal.type("lab ask p1 echo still here").press("Enter");
            await().atMost(Stage.PATIENCE)
                    .until(() -> terminal.screen().lines().anyMatch(line -> line.equals("still here")));
            terminal.type("quit").press("Enter");
            terminal.awaitText("ended with 0");
        }
    }
}
