package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.Session;
import dev.parley.chat.SessionState;
import dev.parley.console.Console;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerminalFaceTest {
    private static final String CTRL_C = "\u0003";
    private static final String CTRL_D = "\u0004";
    private static final String UP = "\u001BOA";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private ConsoleHouse house;
    private ConsolePeer bob;
    private Session session;
    private Console console;
    private LineDisciplineTerminal terminal;
    private CompletableFuture<Integer> status;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        bob = house.joined("bob").get(0);
        ConsolePeer alice = house.peer("alice");
        session = alice.session();
        console = alice.console();
        console.settings().set("hints", "off");
        terminal = new LineDisciplineTerminal("test", "xterm", screen, StandardCharsets.UTF_8);
        terminal.setSize(Size.of(120, 40));
        TerminalFace face = new TerminalFace(session, console, terminal, Palette.PLAIN);
        LaunchPlan plan = new LaunchPlan(List.of(), List.of(), false, false, List.of(), LaunchPlan.USUAL_PATIENCE);
        status = CompletableFuture.supplyAsync(() -> face.run(plan));
        awaitScreen("here: bob");
        awaitScreen("In the group: bob, alice.");
        awaitScreen("alice@lobby> ");
        await().until(() -> bob.session().chat().members().size() == 2
                && session.chat().members().size() == 2);
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
        house.close();
    }

    @Test
    void aTypedLineRunsAndItsResultIsShown() throws IOException {
        type("echo one two\r");
        awaitScreen("\none two");
        type("/msg hello!!\r");
        assertThat(bob.lines("wait message hello!!")).containsExactly("alice said: hello!!");
    }

    @Test
    void aLineWithATokenIsNeitherOfferedAgainNorKept() throws IOException {
        type("echo before\r");
        awaitScreen("\nbefore");
        type("set $token hunter2\r");
        awaitScreen("$token = hunter2");
        type(UP + " and after\r");
        awaitScreen("\nbefore and after");
        assertThat(Files.readString(folder.resolve("alice/history"))).doesNotContain("hunter2");
    }

    @Test
    void whatIsNoCommandIsToldHowToBeSaid() throws IOException {
        type("wunderbar zusammen\r");
        awaitScreen("error: There is no command 'wunderbar'");
        awaitScreen("'msg' before a text");
    }

    @Test
    void aMessageAppearsAboveTheLineBeingTypedWhichGoesOn() throws IOException {
        type("echo half");
        awaitScreen("echo half");
        bob.run("msg hi there");
        awaitScreen("bob> hi there");
        int message = text().indexOf("bob> hi there");
        await().untilAsserted(() -> assertThat(text().substring(message)).contains("alice@lobby> echo half"));
        type(" done\r");
        awaitScreen("\nhalf done");
    }

    @Test
    void tabCompletesCommandsAndMembers() throws IOException {
        type("memberlistst\t\r");
        await().untilAsserted(() -> assertThat(console.history().lines()).contains("memberliststart "));
        type("tell b\thello\r");
        assertThat(bob.lines("wait message hello")).containsExactly("alice said: hello");
    }

    @Test
    void tabCompletesFilesWithSpacesInQuotes() throws IOException {
        Path script = Files.writeString(folder.resolve("two words.txt"), "echo from the script\n");
        type("execute " + script.toString().substring(0, script.toString().length() - 10) + "\t\r");
        awaitScreen("\nfrom the script");
        Files.writeString(folder.resolve("see here a.txt"), "echo from a\n");
        Files.writeString(folder.resolve("see here b.txt"), "echo from b\n");
        type("execute " + folder + "/see\tb.txt\"\r");
        awaitScreen("\nfrom b");
    }

    @Test
    void tabListsWhatIsPossibleWithDescriptions() throws IOException {
        type("wait \t");
        awaitScreen("members");
        awaitScreen("(wait until the group has exactly so many members)");
    }

    @Test
    void ctrlCClearsTheLineAndCtrlDQuits() throws IOException {
        type("echo never" + CTRL_C);
        type("echo next\r");
        awaitScreen("\nnext");
        assertThat(text()).doesNotContain("\nnever");
        type(CTRL_D);
        assertThat(status).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
        assertThat(session.state()).isEqualTo(SessionState.LEFT);
    }

    @Test
    void ctrlCStopsARunningCommand() throws IOException {
        type("sleep 600\r");
        await().until(() -> {
            terminal.processInputBytes(CTRL_C.getBytes(StandardCharsets.UTF_8));
            return text().contains("Stopped by the user");
        });
        type("echo after\r");
        awaitScreen("\nafter");
    }

    @Test
    void linesAreKeptAndComeBackWithTheArrow() throws IOException {
        type("echo kept  twice\r");
        awaitScreen("\nkept  twice");
        type(" echo secret\r");
        awaitScreen("\nsecret");
        assertThat(console.history().lines()).containsExactly("echo kept  twice");
        type(UP + " more\r");
        awaitScreen("\nkept  twice more");
    }

    @Test
    void upFindsLinesThatBeginWithWhatIsTyped() throws IOException {
        type("echo first\r");
        type("version\r");
        awaitScreen("Parley 1.2.3");
        type("ech" + UP + " again\r");
        awaitScreen("\nfirst again");
    }

    @Test
    void whatNothingBeginsWithIsCompletedAllTheSame() throws IOException {
        type("hlep\t\r");
        awaitScreen("The console");
    }

    @Test
    void severalPastedLinesRunOnlyWhenTheUserSaysSo() throws IOException {
        paste("echo one\necho two\n");
        awaitScreen("These are 2 lines: [r]un each, [s]ay them as one message, or [n]either?");
        type("n\r");
        paste("echo three\necho four");
        awaitTimes("These are 2 lines", 2);
        type("r\r");
        awaitScreen("\nthree");
        awaitScreen("\nfour");
        assertThat(text()).doesNotContain("\none\n").doesNotContain("\ntwo\n");
        assertThat(console.history().lines()).doesNotContain("n", "r");
    }

    @Test
    void severalPastedLinesAreSaidAsOneMessage() throws IOException {
        paste("first line\nmsg second line");
        awaitScreen("These are 2 lines");
        type("s\r");
        assertThat(bob.rows("wait message first"))
                .singleElement()
                .extracting("text")
                .asString()
                .isEqualTo("first line\nmsg second line");
    }

    @Test
    void theNextArgumentIsHintedBehindTheLine() throws Exception {
        console.settings().set("hints", "on");
        type("tell ");
        awaitScreen("tell name text");
        type("bob ");
        type("hello there\r");
        assertThat(bob.lines("wait message hello")).containsExactly("alice said: hello there");
    }

    @Test
    void aFloodOfMessagesLeavesTheLineBeingTypedWhole() throws Exception {
        type("echo still ");
        int flood = 5_000;
        Path script = folder.resolve("flood.txt");
        Files.write(script, Collections.nCopies(flood, "msg flood"));
        CompletableFuture<?> flooding = CompletableFuture.runAsync(() -> bob.run("execute " + script));
        await().until(() -> text().contains("bob> flood"));
        type("here");
        flooding.join();
        type("\r");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(text()).contains("\nstill here"));
    }

    @Test
    void thePromptFollowsTheState() {
        bob.run("leave");
        awaitScreen("alice@lobby (alone)> ");
    }

    @Test
    void quitEnds() throws IOException {
        type("quit\r");
        assertThat(status).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
    }

    private void type(String keys) throws IOException {
        await().until(() -> !terminal.getAttributes().getLocalFlag(Attributes.LocalFlag.ICANON));
        terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
    }

    private void paste(String text) throws IOException {
        type("\u001B[200~" + text + "\u001B[201~\r");
    }

    private void awaitTimes(String text, int times) {
        await().untilAsserted(
                        () -> assertThat(text().split(Pattern.quote(text), -1)).hasSizeGreaterThan(times));
    }

    private void awaitScreen(String text) {
        await().untilAsserted(() -> assertThat(text()).contains(text));
    }

    private String text() {
        return screen.toString(StandardCharsets.UTF_8)
                .replaceAll("\u001B\\[[0-9;?=>]*[a-zA-Z]|\u001B[=>]", "")
                .replaceAll("\r+\n?", "\n")
                .replaceAll("\n+", "\n");
    }
}
