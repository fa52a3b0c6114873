package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.lab.LabPeer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a terminal has to stand: no colours, other sizes, all the world's writing, pasting, and a flood, with a line half typed. */
class TerminalTrialsTest {
    private static final String PROMPT = "alice@lobby> ";
    private static final String QUESTION = "These are 2 lines: [r]un each, [s]ay them as one message, or [n]either?";
    private static final Pattern COLOUR =
            Pattern.compile("\u001B\\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m");
    private static final Duration ECHO = Duration.ofSeconds(2);

    @TempDir
    private Path folder;

    private Stage stage;
    private LabPeer bob;

    @BeforeEach
    void open() throws Exception {
        stage = new Stage(folder);
        bob = stage.group("bob").get(0);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Tmux terminal(String... environment) {
        List<String> command = Stream.of(
                        List.of("env"), List.of(environment), Program.command(), List.of(stage.options("alice")))
                .flatMap(List::stream)
                .toList();
        Tmux terminal = Tmux.showing(folder, 100, 40, command);
        terminal.awaitLastLine(PROMPT.strip());
        return terminal;
    }

    private void say(String text) {
        assertThat(bob.run("msg " + text, Stage.PATIENCE).ok()).isTrue();
    }

    private void awaitSaid(String text) {
        bob.awaitMessage(message -> message.text().equals(text), Stage.PATIENCE);
    }

    @Test
    @Tag("system")
    void withNoColorNothingIsColoured() {
        try (Tmux coloured = terminal()) {
            useEverythingThatHasColours(coloured);
            assertThat(COLOUR.matcher(coloured.colouredScreen()).find()).isTrue();
            coloured.press("C-c").type("quit").press("Enter");
            coloured.awaitText("ended with 0");
        }
        try (Tmux plain = terminal("NO_COLOR=1")) {
            useEverythingThatHasColours(plain);
            assertThat(plain.colouredScreen()).doesNotContainPattern(COLOUR);
        }
    }

    private void useEverythingThatHasColours(Tmux terminal) {
        say("in my colour");
        terminal.awaitText("bob> in my colour");
        terminal.type("nosuch").press("Enter");
        terminal.awaitText("There is no command 'nosuch'");
        terminal.type("memb").press("Tab");
        terminal.awaitText("memberlistjoin");
        terminal.press("C-c").type("tell b");
        terminal.awaitLastLine(PROMPT + "tell b text");
    }

    @Test
    @Tag("system")
    void theLineBeingTypedStaysWholeInAnotherSize() {
        String first = "msg " + "abcdefghi ".repeat(6).strip();
        try (Tmux terminal = terminal()) {
            terminal.type(first);
            terminal.awaitLastLine(PROMPT + first);
            terminal.resize(50, 20);
            awaitTyped(terminal, first);
            say("in the narrow window");
            awaitTyped(terminal, first);
            terminal.type(" and on");
            awaitTyped(terminal, first + " and on");
            terminal.resize(120, 30);
            awaitTyped(terminal, first + " and on");
            terminal.type(" to the end");
            awaitTyped(terminal, first + " and on to the end");
            assertThat(terminal.screen()).contains("bob> in the narrow window");
            terminal.press("Enter");
            awaitSaid(first.substring(4) + " and on to the end");
        }
    }

    /** Wherever the line is broken. */
    private static void awaitTyped(Tmux terminal, String line) {
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> assertThat(unspaced(terminal.screen())).endsWith(unspaced(PROMPT + line)));
    }

    private static String unspaced(String text) {
        return text.replaceAll("\\s", "");
    }

    @Test
    @Tag("system")
    void wideAndRightToLeftWritingIsTypedMendedSentAndShown() {
        String greeting = "你好，世界 😀 שלום עולם مرحبا";
        try (Tmux terminal = terminal()) {
            terminal.type("msg " + greeting + "吗");
            terminal.awaitLastLine(PROMPT + "msg " + greeting + "吗");
            terminal.press("BSpace");
            terminal.awaitLastLine(PROMPT + "msg " + greeting);
            say("回答：שלום 👍");
            terminal.awaitText("bob> 回答：שלום 👍");
            terminal.awaitLastLine(PROMPT + "msg " + greeting);
            terminal.press("Enter");
            awaitSaid(greeting);
            terminal.awaitText("alice> " + greeting);
            terminal.type("msg 世界").press("Left").type("新");
            terminal.awaitLastLine(PROMPT + "msg 世新界");
            terminal.press("Enter");
            awaitSaid("世新界");
        }
    }

    @Test
    @Tag("system")
    void severalPastedLinesAreNotRunBeforeTheUserSaysSo() {
        try (Tmux terminal = terminal()) {
            terminal.paste("msg pasted one\nmsg pasted two\n");
            terminal.awaitText("msg pasted two");
            terminal.press("Enter");
            terminal.awaitLastLine(QUESTION);
            terminal.type("n").press("Enter");
            terminal.awaitLastLine(PROMPT.strip());
            terminal.type("msg typed").press("Enter");
            awaitSaid("typed");
            assertThat(bob.run("history 10", Stage.PATIENCE).rows())
                    .extracting(row -> row.get("text"))
                    .containsExactly("typed");

            terminal.paste("msg pasted one\nmsg pasted two\n");
            terminal.press("Enter");
            terminal.awaitLastLine(QUESTION);
            terminal.type("r").press("Enter");
            awaitSaid("pasted two");
        }
    }

    @Test
    @Tag("system")
    void aFloodOfMessagesLeavesTheLineWholeAndTypingEchoed() throws Exception {
        flood(20_000);
    }

    @Test
    @Tag("soak")
    void aHundredThousandMessagesLeaveTheLineWholeAndTypingEchoed() throws Exception {
        flood(100_000);
    }

    private void flood(int count) throws Exception {
        Path script = Files.write(
                folder.resolve("flood.txt"),
                IntStream.rangeClosed(1, count)
                        .mapToObj(number -> "msg flood " + number)
                        .toList());
        try (Tmux terminal = terminal()) {
            String line = "msg half a sen";
            terminal.type(line);
            terminal.awaitLastLine(PROMPT + line);
            long begin = System.nanoTime();
            CompletableFuture<?> flood = bob.send("execute " + script);
            terminal.awaitText("bob> flood ");
            Figures echo = new Figures("echo of a letter in a flood of " + count);
            int letters = 0;
            while (!flood.isDone()) {
                String letter = Character.toString('a' + letters++ % 26);
                line += letter;
                String expected = PROMPT + line;
                long typed = System.nanoTime();
                terminal.type(letter);
                await().atMost(Stage.PATIENCE)
                        .pollInterval(Duration.ofMillis(20))
                        .untilAsserted(
                                () -> assertThat(unspaced(terminal.screen())).endsWith(unspaced(expected)));
                echo.add(Figures.since(typed));
            }
            terminal.awaitText("bob> flood " + count);
            echo.print();
            System.out.printf("Figures: %d messages in %.1f s%n", count, (System.nanoTime() - begin) / 1e9);
            assertThat(letters).isPositive();
            assertThat(echo.worst()).isLessThan(ECHO);
            terminal.press("Enter");
            awaitSaid(line.substring(4));
        }
    }
}
