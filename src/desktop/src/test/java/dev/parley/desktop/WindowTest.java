package dev.parley.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import dev.parley.desktop.settings.Appearance;
import dev.parley.desktop.testing.FxTest;
import dev.parley.desktop.theme.Fonts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.WindowEvent;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole window over a real session, in a group with a second peer where that matters. */
class WindowTest extends FxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private ConsoleHouse peers;
    private WindowHouse house;
    private MainWindow window;

    @BeforeAll
    static void prepare() {
        onFx(Fonts::load);
    }

    @BeforeEach
    void build() throws Exception {
        peers = new ConsoleHouse(folder.resolve("peers"));
        house = new WindowHouse(peers.peer("ann"), folder.resolve("data"));
    }

    @AfterEach
    void tearDown() {
        if (window != null) {
            onFx(() -> window.perform(Shortcut.QUIT));
            await().until(house::hasEnded);
        }
        peers.close();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(PATIENCE);
    }

    @Test
    void itJoinsBehindTheWindowAndShowsWhatOthersSay() throws Exception {
        ConsolePeer bob = joined("bob");
        open();

        await().until(() -> title().equals("lobby - Parley"));
        await().until(() -> shows("2 members"));
        bob.lines("msg hello from bob");

        await().until(() -> fromFx(() -> draws(window.scene().getRoot(), "hello from bob")));
    }

    @Test
    void whatIsKeptOfTheRoomIsThereFromTheStartAlsoForWhoIsAlone() throws Exception {
        ConsolePeer earlier = joined("ann");
        earlier.lines("msg said yesterday");
        earlier.session().close(Duration.ofSeconds(5));
        house = new WindowHouse(peers.peer("ann"), folder.resolve("data"));

        open();

        await().until(() -> fromFx(() -> draws(window.scene().getRoot(), "said yesterday")));
    }

    @Test
    void aBrokenPluginAndAFunctionThatCannotBeRunAreToldOnceInTheConsole() throws Exception {
        Path own = folder.resolve("peers/carl");
        Files.writeString(Files.createDirectories(own.resolve("plugins")).resolve("dice.jar"), "no jar");
        Files.writeString(Files.createDirectories(own.resolve("functions")).resolve("msg.parley"), "echo hello\n");
        house = new WindowHouse(peers.peer("carl"), folder.resolve("data"));

        open();

        for (String problem : List.of(
                "The plugin dice.jar is not loaded, because it is no jar that can be read.",
                "Your command 'msg' cannot be run, because Parley has one of that name; give it another."))
            await().untilAsserted(() -> assertThat(consoleLines())
                    .filteredOn(line -> line.contains(problem))
                    .hasSize(1));
        await().until(() -> shows("You are alone so far"));
        assertThat(consoleLines()).filteredOn(line -> line.contains("dice.jar")).hasSize(1);
    }

    private List<String> consoleLines() {
        return fromFx(() -> window.scene().getRoot().lookup(".console-output") instanceof ListView<?> output
                ? output.getItems().stream().map(Object::toString).toList()
                : List.<String>of());
    }

    @Test
    void aWindowThatIsToWaitDoesNotJoin() {
        onFx(() -> window = house.show(false, true));

        await().until(() -> shows("Not in the room"));
        assertThat(house.asked()).isPresent();
    }

    @Test
    void commandsOfTheStartRunOnceInTheGroup() throws Exception {
        ConsolePeer bob = joined("bob");

        onFx(() -> window = house.show(false, false, "msg said at the start"));

        await().until(() -> bob.session().chat().history(10).stream()
                .anyMatch(message -> message.text().equals("said at the start")));
    }

    @Test
    void closingLeavesInOrderAndThenTheWindowIsGone() throws Exception {
        ConsolePeer bob = joined("bob");
        open();
        await().until(() -> bob.session().roster().names().contains("ann"));

        onFx(() -> Event.fireEvent(window.stage(), new WindowEvent(window.stage(), WindowEvent.WINDOW_CLOSE_REQUEST)));

        await().until(house::hasEnded);
        assertThat(house.closings()).isEqualTo(1);
        assertThat(fromFx(() -> window.stage().isShowing())).isFalse();
        await().until(() -> bob.session().roster().names().equals(List.of("bob")));
    }

    @Test
    void quitInTheConsoleClosesTheWindow() throws Exception {
        open();
        await().until(() -> shows("You are alone so far"));

        onFx(() -> type("/quit"));

        await().until(house::hasEnded);
        assertThat(house.closings()).isEqualTo(1);
    }

    @Test
    void theFirstStartAsksForANameAndRemembersIt() {
        onFx(() -> window = house.show(true, true));
        onFx(() -> ((TextInputControl) lookup("#first-start-name")).setText("zoë"));

        onFx(() -> robotClick("#first-start-begin"));

        await().until(() -> shows("Not in the room"));
        assertThat(house.asked().orElseThrow().name().text()).isEqualTo("zoë");
        assertThat(house.settings().model().name().get()).isEqualTo("zoë");
    }

    @Test
    void aStartThatFailsSaysWhyAndCanBeTriedAgain() {
        house.refuse(Optional.of("ann is running already."));
        onFx(() -> window = house.show(false, true));

        await().until(() -> shows("ann is running already."));
        house.refuse(Optional.empty());
        onFx(() -> robotClick("#first-start-begin"));

        await().until(() -> shows("Not in the room"));
    }

    @Test
    void keysOpenAndCloseWhatTheySay() {
        openWithoutJoining();

        press(KeyCode.BACK_QUOTE, true, false);
        assertThat(house.settings().model().consoleOpen().get()).isTrue();
        press(KeyCode.BACK_QUOTE, true, false);
        assertThat(house.settings().model().consoleOpen().get()).isFalse();
        press(KeyCode.B, true, false);
        assertThat(house.settings().model().membersShown().get()).isFalse();
        press(KeyCode.PLUS, true, false);
        assertThat(house.settings().model().textSize().get()).isEqualTo(14);
        press(KeyCode.DIGIT0, true, false);
        assertThat(house.settings().model().textSize().get()).isEqualTo(13);
    }

    @Test
    void allTextOfTheWindowGrowsWithTheTextSize() {
        open();
        await().until(() -> shows("You are alone so far"));
        press(KeyCode.BACK_QUOTE, true, false);
        press(KeyCode.F, true, false);
        Map<Text, Double> usual = fromFx(this::textSizes);
        assertThat(usual).hasSizeGreaterThan(20);

        onFx(() -> house.settings().model().textSize().set(18));

        Map<Text, Double> large = fromFx(this::textSizes);
        usual.keySet().retainAll(large.keySet());
        assertThat(usual).hasSizeGreaterThan(20);
        usual.forEach((text, size) -> assertThat(large.get(text) / size)
                .as("%s in %s", text.getText(), text.getParent())
                .isCloseTo(18 / 13.0, within(0.01)));
    }

    private Map<Text, Double> textSizes() {
        window.scene().getRoot().applyCss();
        window.scene().getRoot().layout();
        Map<Text, Double> sizes = new HashMap<>();
        collect(window.scene().getRoot(), sizes);
        return sizes;
    }

    private static void collect(Node node, Map<Text, Double> sizes) {
        if (!node.isVisible()) return;
        if (node instanceof Text text && !text.getText().isBlank())
            sizes.put(text, text.getFont().getSize());
        if (node instanceof Parent parent) parent.getChildrenUnmodifiable().forEach(child -> collect(child, sizes));
    }

    @Test
    void regionsAreReachedOneAfterTheOtherAndTheWayRoundEndsWhereItBegan() {
        openWithoutJoining();
        onFx(() -> lookup(".message-input").lookup(".text-area").requestFocus());

        Node first = fromFx(() -> window.scene().getFocusOwner());
        press(KeyCode.F6, false, false);
        Node second = fromFx(() -> window.scene().getFocusOwner());
        assertThat(second).isNotSameAs(first);
        press(KeyCode.F6, false, true);

        assertThat(fromFx(() -> window.scene().getFocusOwner())).isSameAs(first);
    }

    @Test
    void preferencesHoldTheFocusUntilEscPutsThemAway() {
        openWithoutJoining();

        press(KeyCode.COMMA, true, false);
        assertThat(shows("Preferences")).isTrue();
        onFx(() -> robotClick("#theme-dark"));
        assertThat(house.settings().model().appearance().get()).isEqualTo(Appearance.DARK);
        assertThat(fromFx(() -> window.scene().getStylesheets().get(0))).endsWith("dark.css");
        onFx(() -> lookup(".message-input").lookup(".text-area").requestFocus());
        assertThat(fromFx(() -> isIn(window.scene().getFocusOwner(), window.cards())))
                .isTrue();
        onFx(() -> Event.fireEvent(window.scene().getFocusOwner(), key(KeyCode.ESCAPE, false, false)));

        assertThat(fromFx(() -> window.cards().isShowing())).isFalse();
    }

    @Test
    void anExceptionInAViewIsToldAndTheWindowLives() {
        openWithoutJoining();

        onFx(() -> Thread.currentThread()
                .getUncaughtExceptionHandler()
                .uncaughtException(Thread.currentThread(), new IllegalStateException("a defect")));

        await().until(() -> shows("Something in the window failed, and it goes on."));
        press(KeyCode.B, true, false);
        assertThat(house.settings().model().membersShown().get()).isFalse();
    }

    @Test
    void narrowWindowsShowTheMembersAsARail() {
        openWithoutJoining();

        double usual = membersWidth();
        onFx(() -> window.stage().setWidth(800));
        await().until(() -> membersWidth() == 60);
        onFx(() -> window.stage().setWidth(1200));
        await().untilAsserted(() -> assertThat(membersWidth()).isEqualTo(usual));
    }

    private double membersWidth() {
        return fromFx(() -> ((Region) lookup(".members")).getWidth());
    }

    private ConsolePeer joined(String name) throws Exception {
        ConsolePeer peer = peers.peer(name);
        peer.lines("join");
        return peer;
    }

    private void open() {
        onFx(() -> window = house.show(false, false));
    }

    private void openWithoutJoining() {
        onFx(() -> window = house.show(false, true));
        await().until(() -> fromFx(() -> lookup(".message-input") != null));
    }

    private String title() {
        return fromFx(() -> window.stage().getTitle());
    }

    private boolean shows(String text) {
        Callable<Boolean> question = () -> window.scene().getRoot().lookupAll(".label").stream()
                .anyMatch(
                        label -> label instanceof Labeled labeled && text.equals(labeled.getText()) && isShown(label));
        return fromFx(question);
    }

    private static boolean draws(Node node, String text) {
        if (node instanceof Text drawn && drawn.getText().contains(text)) return true;
        return node instanceof Parent parent
                && parent.getChildrenUnmodifiable().stream().anyMatch(child -> draws(child, text));
    }

    private static boolean isShown(Node node) {
        for (Node one = node; one != null; one = one.getParent()) if (!one.isVisible()) return false;
        return true;
    }

    private static boolean isIn(Node node, Node part) {
        for (Node one = node; one != null; one = one.getParent()) if (one == part) return true;
        return false;
    }

    private Node lookup(String selector) {
        return window.scene().getRoot().lookup(selector);
    }

    private void robotClick(String selector) {
        ((ButtonBase) lookup(selector)).fire();
    }

    private void type(String text) {
        TextInputControl area = (TextInputControl) lookup(".message-input").lookup(".text-area");
        area.setText(text);
        Event.fireEvent(area, key(KeyCode.ENTER, false, false));
    }

    private void press(KeyCode code, boolean shortcut, boolean shift) {
        onFx(() -> Event.fireEvent(window.scene().getRoot(), key(code, shortcut, shift)));
    }

    private static KeyEvent key(KeyCode code, boolean control, boolean shift) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, control, false, false);
    }
}
