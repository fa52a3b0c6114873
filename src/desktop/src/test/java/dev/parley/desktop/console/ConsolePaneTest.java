package dev.parley.desktop.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.RoomName;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.console.Console;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.desktop.completion.CommandSource;
import dev.parley.desktop.completion.Desk;
import dev.parley.desktop.completion.Keyboard;
import dev.parley.desktop.testing.FxTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsolePaneTest extends FxTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;
    private Console console;
    private Desk desk;
    private ConsoleModel model;
    private LogModel log;
    private ConsolePane pane;
    private TextField field;
    private Keyboard keyboard;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        console = house.joined("ann", "bob").get(0).console();
        show();
    }

    private void show() {
        onFx(() -> {
            desk = new Desk(900, 500);
            model = new ConsoleModel(console, desk.fxThread(), Clock.systemUTC());
            log = new LogModel(desk.fxThread());
            pane = new ConsolePane(model, log, desk.popup(), new CommandSource(console::complete, console.catalog()));
            desk.show(pane);
            model.stateChanged(
                    new SessionEvent.StateChanged(SessionState.JOINED, new RoomName("lobby"), "ann", Optional.empty()));
            field = (TextField) pane.lookup(".input-line .console-field");
            keyboard = new Keyboard(field);
            pane.focus();
        });
    }

    @AfterEach
    void close() {
        onFx(() -> {
            desk.close();
            model.close();
            log.close();
        });
        house.close();
    }

    @Test
    void aCommandStandsAboveWhatItSays() {
        run("echo hello");
        awaitTexts("ann › echo hello", "hello");
        assertThat(text()).isEmpty();
        assertThat(fromFx(() -> model.lastCommandProperty().get())).isEqualTo("echo hello");
    }

    @Test
    void linesTypedAheadKeepTheirOutputTogether() {
        run("sleep 0.3");
        run("echo one");
        run("echo two");
        awaitTexts("ann › sleep 0.3", "ann › echo one", "one", "ann › echo two", "two");
    }

    @Test
    void aTableIsDrawnWhereTheLinesAreThatTable() {
        run("memberlist");
        await().until(() -> lines().stream().anyMatch(ConsoleLine.Table.class::isInstance));
        ConsoleLine.Table table = (ConsoleLine.Table) lines().get(lines().size() - 1);
        assertThat(table.headings()).startsWith("name", "address");
        assertThat(table.rows()).hasSize(2);
        await().until(() -> fromFx(() -> pane.lookup(".console-table") != null));
    }

    @Test
    void aTableBehindManyLinesIsSeenToItsEnd() {
        run("help");
        await().until(() -> lines().size() > 50);
        run("memberlist");
        await().until(() -> texts().get(texts().size() - 1).startsWith("name\taddress"));
        await().untilAsserted(() -> assertThat(fromFx(this::endOfLastRow))
                .isBetween(1.0, fromFx(() -> endOf(pane.lookup(".console-output")))));
    }

    private double endOfLastRow() {
        return pane.lookupAll(".console-cell").stream()
                .filter(node -> node.isVisible()
                        && ((ConsoleCell) node).getIndex() == model.lines().size() - 1)
                .mapToDouble(ConsolePaneTest::endOf)
                .max()
                .orElse(0);
    }

    private static double endOf(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }

    @Test
    void linesThatSayMoreThanTheRowsStayLines() {
        run("chatmemberlist");
        await().until(() -> lines().size() > 5);
        assertThat(lines()).noneMatch(ConsoleLine.Table.class::isInstance);
    }

    @Test
    void anErrorOffersWhatMayHaveBeenMeantAndEnterOnAnEmptyLineTakesIt() {
        run("mgs hello  all");
        awaitTexts("ann › mgs hello  all", "There is no command 'mgs'.");
        press(KeyCode.ENTER);
        assertThat(text()).isEqualTo("msg hello  all");
        onFx(() -> field.clear());
        await().until(() -> fromFx(() -> pane.lookup(".failure-fixes .hyperlink") != null));
        onFx(() -> ((Hyperlink) pane.lookup(".failure-fixes .hyperlink")).fire());
        assertThat(text()).isEqualTo("msg hello  all");
    }

    @Test
    void noticesAndScriptLinesAreShownAndForeignTextIsHarmless() throws Exception {
        Path script = Files.writeString(folder.resolve("s.txt"), "echo a\u001b[31mb\n");
        run("execute " + script);
        await().until(() -> texts().contains("a\uFFFD[31mb"));
        assertThat(texts()).anyMatch(line -> line.endsWith("s.txt › echo a\uFFFD[31mb"));
        onFx(() -> model.noticeGiven(new SessionEvent.NoticeGiven(SessionEvent.Level.WARN, "alone\u202e now")));
        assertThat(texts()).endsWith("alone\uFFFD now");
    }

    @Test
    void upAndDownWalkThroughTheLinesThatBeginWithWhatIsTyped() {
        for (String line : List.of("echo one", "version", "echo two")) run(line);
        type("echo");
        press(KeyCode.UP);
        assertThat(text()).isEqualTo("echo two");
        press(KeyCode.UP);
        assertThat(text()).isEqualTo("echo one");
        press(KeyCode.UP);
        assertThat(text()).isEqualTo("echo one");
        press(KeyCode.DOWN);
        press(KeyCode.DOWN);
        assertThat(text()).isEqualTo("echo");
    }

    @Test
    void typedLinesAreKeptInTheSharedHistoryButNotThoseThatBeginWithASpace() {
        run("echo kept");
        run(" echo secret");
        run("echo last");
        await().until(() -> console.history().lines().contains("echo last"));
        assertThat(console.history().lines()).contains("echo kept").doesNotContain(" echo secret");
        press(KeyCode.UP);
        press(KeyCode.UP);
        assertThat(text()).isEqualTo("echo kept");
    }

    @Test
    void linesOfEarlierSessionsCanBeRecalled() {
        console.history().add("echo from before");
        onFx(() -> {
            desk.close();
            model.close();
            log.close();
        });
        show();
        await().until(() -> fromFx(() -> !model.history().lines().isEmpty()));
        press(KeyCode.UP);
        assertThat(text()).isEqualTo("echo from before");
    }

    @Test
    void controlRSearchesBackwardsAndEnterRunsWhatItFinds() {
        for (String line : List.of("echo Apple", "echo apple pie", "version")) run(line);
        press(KeyCode.R, KeyCode.CONTROL);
        TextField query = fromFx(() -> (TextField) pane.lookup(".console-search .console-field"));
        onFx(() -> new Keyboard(query).type("apple"));
        assertThat(match()).isEqualTo("echo apple pie");
        onFx(() -> new Keyboard(query).press(KeyCode.R, KeyCode.CONTROL));
        assertThat(match()).isEqualTo("echo Apple");
        onFx(() -> new Keyboard(query).press(KeyCode.ENTER));
        await().until(() -> fromFx(() -> model.lastCommandProperty().get()).equals("echo Apple"));
        assertThat(fromFx(() -> pane.lookup(".console-search").isVisible())).isFalse();
    }

    @Test
    void aSearchCanBeGivenUpOrItsLineEdited() {
        run("echo found");
        type("version");
        press(KeyCode.R, KeyCode.CONTROL);
        TextField query = fromFx(() -> (TextField) pane.lookup(".console-search .console-field"));
        onFx(() -> new Keyboard(query).type("nothing like it"));
        assertThat(match()).isEqualTo("no such line");
        onFx(() -> new Keyboard(query).press(KeyCode.ESCAPE));
        assertThat(text()).isEqualTo("version");
        press(KeyCode.R, KeyCode.CONTROL);
        onFx(() -> new Keyboard(query).type("fou"));
        onFx(() -> new Keyboard(query).press(KeyCode.TAB));
        assertThat(text()).isEqualTo("echo found");
    }

    @Test
    void tabCompletesAsTheConsoleDoes() {
        type("tell b");
        press(KeyCode.TAB);
        await().until(() -> text().equals("tell bob "));
        onFx(() -> field.clear());
        type("chatm");
        press(KeyCode.TAB);
        await().until(() -> text().equals("chatmember"));
        assertThat(fromFx(() -> desk.popup().isOpen())).isTrue();
    }

    @Test
    void controlCStopsTheRunningCommand() {
        run("sleep 100");
        await().until(() -> fromFx(() -> label(".input-line .input-state").startsWith("running sleep")));
        await().until(() -> {
            press(KeyCode.C, KeyCode.CONTROL);
            return texts().contains("Stopped by the user.");
        });
        assertThat(fromFx(() -> model.runningProperty().get())).isEmpty();
    }

    @Test
    void selectedTextIsCopiedInsteadOfStopping() {
        run("echo hello");
        awaitTexts("ann › echo hello", "hello");
        onFx(() -> ((ConsoleOutput) pane.lookup(".console-output")).selectAll());
        press(KeyCode.C, KeyCode.CONTROL);
        assertThat(fromFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo("ann › echo hello\nhello");
    }

    @Test
    void aLongLineTakesSeveralRowsAndIsCopiedAsOne() {
        String text = "long".repeat(300);
        onFx(() -> model.noticeGiven(new SessionEvent.NoticeGiven(SessionEvent.Level.INFO, text)));
        assertThat(lines()).hasSize(3);
        onFx(() -> ((ConsoleOutput) pane.lookup(".console-output")).selectAll());
        press(KeyCode.C, KeyCode.CONTROL);
        assertThat(fromFx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(text);
    }

    @Test
    void aCommandThatWrapsIsAsHighAsItsText() {
        run("echo " + "long".repeat(100));
        await().until(() -> fromFx(() -> pane.lookup(".console-first") != null
                && pane.lookup(".console-first").getLayoutBounds().getHeight() > 50));
    }

    @Test
    void controlLAndTheClearCommandEmptyTheOutput() {
        run("echo hello");
        awaitTexts("ann › echo hello", "hello");
        press(KeyCode.L, KeyCode.CONTROL);
        assertThat(texts()).isEmpty();
        run("clear");
        run("echo after");
        awaitTexts("ann › echo after", "after");
    }

    @Test
    void theOldestLinesGiveWay() {
        onFx(() -> IntStream.range(0, ConsoleModel.MOST_LINES + 100)
                .forEach(i -> model.noticeGiven(new SessionEvent.NoticeGiven(SessionEvent.Level.INFO, "notice " + i))));
        assertThat(lines()).hasSize(ConsoleModel.MOST_LINES);
        assertThat(texts()).startsWith("notice 100");
    }

    @Test
    void whatTheChatRunsOpensTheConsoleWhenThereIsSomethingToRead() {
        onFx(() -> pane.openProperty().set(false));
        onFx(() -> pane.runFromChat("msg quiet"));
        awaitTexts("ann › msg quiet");
        await().until(() -> fromFx(() -> model.runningProperty().get().isEmpty()));
        assertThat(fromFx(() -> pane.openProperty().get())).isFalse();
        onFx(() -> pane.runFromChat("echo loud"));
        await().until(() -> fromFx(() -> pane.openProperty().get()));
    }

    @Test
    void theHeadOpensClosesAndMaximises() {
        onFx(() -> button("Maximise").fire());
        assertThat(fromFx(() -> pane.maximizedProperty().get())).isTrue();
        onFx(() -> button("Close").fire());
        assertThat(fromFx(() -> pane.openProperty().get())).isFalse();
        assertThat(fromFx(() -> pane.maximizedProperty().get())).isFalse();
        onFx(() -> ((ToggleButton) pane.lookupAll(".console-tab").stream()
                        .filter(tab -> ((ToggleButton) tab).getText().equals("Log"))
                        .findFirst()
                        .orElseThrow())
                .fire());
        assertThat(fromFx(() ->
                        pane.openProperty().get() && pane.logShownProperty().get()))
                .isTrue();
    }

    private Button button(String meaning) {
        return (Button) pane.lookupAll(".icon-button").stream()
                .filter(node -> meaning.equals(node.getAccessibleText()))
                .findFirst()
                .orElseThrow();
    }

    private void run(String line) {
        type(line);
        press(KeyCode.ENTER);
    }

    private void type(String text) {
        onFx(() -> keyboard.type(text));
    }

    private void press(KeyCode code, KeyCode... held) {
        onFx(() -> keyboard.press(code, held));
    }

    private String text() {
        return fromFx(() -> field.getText());
    }

    private String match() {
        return fromFx(() -> label(".search-match"));
    }

    private String label(String selector) {
        Node node = pane.lookup(selector);
        return ((Label) node).getText();
    }

    private List<ConsoleLine> lines() {
        return fromFx(() -> List.copyOf(model.lines()));
    }

    private List<String> texts() {
        return lines().stream().map(ConsoleLine::text).toList();
    }

    private void awaitTexts(String... expected) {
        await().untilAsserted(() -> assertThat(texts()).containsExactly(expected));
    }
}
