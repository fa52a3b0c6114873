package dev.parley.desktop;

import dev.parley.desktop.console.ConsolePane;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.settings.SettingsModel;
import dev.parley.desktop.settings.SystemAppearance;
import dev.parley.desktop.start.CardLayer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;

/**
 * The window: puts its parts together in layers, and lets keys and menu reach them. What it shows of the session the parts know
 * themselves. JavaFX thread.
 */
final class MainWindow {
    private static final List<Integer> ICON_SIZES = List.of(16, 32, 48, 64, 128, 256);

    private final Stage stage;
    private final Pane overlay = new Pane();
    private final CardLayer cards = new CardLayer();
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final WindowKeys keys = new WindowKeys();
    private Optional<BooleanProperty> maximized = Optional.empty();
    private Runnable settling = () -> {};
    private final Map<Shortcut, Runnable> actions = new EnumMap<>(Shortcut.class);

    MainWindow(Stage stage) {
        this.stage = stage;
        overlay.setPickOnBounds(false);
        overlay.getStyleClass().add("overlay");
        root.getStyleClass().add("window");
        scene = new Scene(root);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        stage.setScene(scene);
    }

    /** Gives the window its icon; that takes longer than showing it. */
    void addIcons() {
        for (int size : ICON_SIZES) stage.getIcons().add(icon(size));
    }

    private static Image icon(int size) {
        return new Image(MainWindow.class
                .getResource("icon/parley-%d.png".formatted(size))
                .toExternalForm());
    }

    /** Shows the window with nothing in it but its colour: that takes a moment, what belongs into it takes longer. */
    void open(SettingsModel settings, FxThread fxThread) {
        SystemAppearance system = new SystemAppearance(System.getProperty("os.name"), System.getenv());
        WindowLook look = new WindowLook(scene, settings, system, fxThread);
        PlaceKeeper place = new PlaceKeeper(stage, settings);
        place.restore();
        stage.setTitle("Parley");
        stage.show();
        place.watch();
        look.askSystem();
        stage.focusedProperty().addListener((property, before, now) -> {
            if (now) look.askSystem();
        });
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return scene;
    }

    /** Where popups in the scene belong. */
    Pane overlay() {
        return overlay;
    }

    /** Where dialogs are shown. */
    CardLayer cards() {
        return cards;
    }

    /** Lets this be done by keys and by the menu. */
    void on(Shortcut shortcut, Runnable action) {
        actions.put(shortcut, action);
    }

    void perform(Shortcut shortcut) {
        actions.getOrDefault(shortcut, () -> {}).run();
    }

    /** Shows the room and all around it. */
    void showRoom(WindowParts parts, RoomHeaderView header, SettingsModel settings) {
        VBox talk = new VBox(parts.noticeBar(), parts.log(), parts.inputPlace());
        talk.getStyleClass().add("talk");
        VBox.setVgrow(parts.log(), Priority.ALWAYS);
        ConsoleDock console = new ConsoleDock(talk, parts.consolePlace(), settings);
        VBox room = new VBox(header, console.pane());
        VBox.setVgrow(console.pane(), Priority.ALWAYS);
        MembersDock members = new MembersDock(parts.members(), room, settings);
        BorderPane content = new BorderPane(members.pane());
        content.setBottom(parts.status());
        content.getStyleClass().add("content");
        parts.members().compactProperty().bind(members.compact());
        maximized = Optional.of(console.maximized());
        settling = () -> {
            members.settle();
            console.settle();
        };
        on(Shortcut.CONSOLE, console::toggle);
        on(Shortcut.MAXIMIZE_CONSOLE, console::toggleMaximized);
        on(Shortcut.MEMBERS, members::toggle);
        showPage(content);
        settle();
    }

    /** Lets the console open and close where it is. */
    void showConsole(ConsolePane console, SettingsModel settings) {
        console.openProperty().bindBidirectional(settings.consoleOpen());
        maximized.ifPresent(console.maximizedProperty()::bindBidirectional);
    }

    /** Gives everything its place, once the window is shown. */
    void settle() {
        if (!stage.isShowing()) return;
        root.applyCss();
        root.layout();
        settling.run();
    }

    /** Shows this below overlay and dialogs. */
    void showPage(Node page) {
        root.getChildren().setAll(page, overlay, cards);
    }

    /** Brings the window before the user, wherever it is. */
    void raise() {
        stage.setIconified(false);
        stage.show();
        stage.toFront();
        stage.requestFocus();
    }

    private void pressed(KeyEvent event) {
        if (cards.isShowing()) return;
        keys.meant(event).filter(actions::containsKey).ifPresent(shortcut -> {
            event.consume();
            perform(shortcut);
        });
    }
}
