package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.RoomName;
import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.console.Console;
import dev.parley.console.ConsoleSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
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
    private final Session session = new Session();
    private Console console;
    private LineDisciplineTerminal terminal;
    private CompletableFuture<Integer> status;

    @BeforeEach
    void open() throws IOException {
        console = new Console(session, ConsoleSettings.in(folder, "1"));
        terminal = new LineDisciplineTerminal("test", "xterm", screen, StandardCharsets.UTF_8);
        terminal.setSize(Size.of(120, 40));
        TerminalFace face = new TerminalFace(session, console, terminal, Palette.PLAIN);
        LaunchPlan plan = new LaunchPlan(List.of(), List.of(), false, false, List.of(), LaunchPlan.USUAL_PATIENCE);
        status = CompletableFuture.supplyAsync(() -> face.run(plan));
        await().until(() -> session.started);
        session.emit(new SessionEvent.StateChanged(
                SessionState.JOINED, RoomName.LOBBY, "alice", Optional.of(Messages.address(7800))));
        session.emit(new SessionEvent.ViewShown(
                RoomName.LOBBY, Messages.roster("alice", "bob"), List.of("bob"), List.of(), false));
        awaitScreen("here: bob");
        awaitScreen("alice@lobby> ");
    }

    @AfterEach
    void close() throws IOException {
        terminal.close();
        console.close();
    }

    @Test
    void aTypedLineRunsAndItsResultIsShown() throws IOException {
        type("echo one two\r");
        awaitScreen("\none two");
        type("/msg hello!!\r");
        await().untilAsserted(() ->
                assertThat(session.chat().said).last().extracting("text").isEqualTo("hello!!"));
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
        session.emit(new SessionEvent.MessagesAdded(RoomName.LOBBY, List.of(Messages.text(1, "bob", "hi there"))));
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
        await().untilAsserted(() ->
                assertThat(session.chat().said).last().extracting("text").isEqualTo("bob:hello"));
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
        assertThat(session.left).isTrue();
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
    void thePromptFollowsTheState() {
        session.emit(new SessionEvent.StateChanged(SessionState.ALONE, RoomName.LOBBY, "alice-2", Optional.empty()));
        awaitScreen("alice-2@lobby (alone)> ");
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
