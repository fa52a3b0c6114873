package dev.parley.desktop.console;

import dev.parley.desktop.theme.Icon;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The console's head: its tabs, what was run last while it is closed, and what can be done with it. JavaFX thread. */
final class ConsoleHead extends HBox {
    /** What the head shows and changes. */
    record Switches(BooleanProperty open, BooleanProperty maximized, BooleanProperty logShown) {}

    private final Switches switches;
    private final ToggleGroup tabs = new ToggleGroup();
    private final ToggleButton consoleTab = tab("Console");
    private final ToggleButton logTab = tab("Log");

    ConsoleHead(Switches switches, ConsoleModel model, LogModel log, Runnable clear) {
        this.switches = switches;
        getStyleClass().add("console-head");
        setAlignment(Pos.CENTER_LEFT);
        Label badge = badge(log);
        logTab.graphicProperty().bind(log.unseenWarningsProperty().map(count -> count.intValue() > 0 ? badge : null));
        logTab.setContentDisplay(ContentDisplay.RIGHT);
        logTab.accessibleTextProperty()
                .bind(log.unseenWarningsProperty()
                        .map(count -> count.intValue() == 0 ? "Log" : "Log, " + count + " new warnings"));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        LogFilters filters = new LogFilters(log);
        showWhen(filters, Bindings.and(switches.open(), switches.logShown()));
        getChildren().setAll(consoleTab, logTab, space, filters, closedHints(model), buttons(clear));
        wireTabs();
        setOnMouseClicked(event -> {
            if (event.getTarget() == this || event.getTarget() == space) toggleOpen(event.getClickCount());
        });
    }

    private ToggleButton tab(String name) {
        ToggleButton tab = new ToggleButton(name);
        tab.getStyleClass().add("console-tab");
        tab.setMaxHeight(Double.MAX_VALUE);
        tab.setMinWidth(Region.USE_PREF_SIZE);
        tab.setToggleGroup(tabs);
        return tab;
    }

    private static Label badge(LogModel log) {
        Label badge = new Label();
        badge.getStyleClass().add("unseen-badge");
        badge.textProperty()
                .bind(log.unseenWarningsProperty().map(count -> count.intValue() > 99 ? "99+" : count.toString()));
        return badge;
    }

    private static void showWhen(Node node, ObservableBooleanValue condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private void wireTabs() {
        consoleTab.setOnAction(event -> choose(false));
        logTab.setOnAction(event -> choose(true));
        switches.open().addListener((open, before, now) -> showTab());
        switches.logShown().addListener((log, before, now) -> showTab());
        showTab();
    }

    private void choose(boolean log) {
        switches.logShown().set(log);
        switches.open().set(true);
        showTab();
    }

    private void showTab() {
        boolean open = switches.open().get();
        consoleTab.setSelected(open && !switches.logShown().get());
        logTab.setSelected(open && switches.logShown().get());
    }

    private void toggleOpen(int clicks) {
        if (!switches.open().get()) switches.open().set(true);
        else if (clicks == 2) switches.maximized().set(!switches.maximized().get());
    }

    private HBox closedHints(ConsoleModel model) {
        Label last = new Label();
        last.getStyleClass().add("last-command");
        last.textProperty().bind(model.lastCommandProperty());
        HBox hints = new HBox(last, keycap("Ctrl"), keycap("`"));
        hints.getStyleClass().add("closed-hints");
        hints.setAlignment(Pos.CENTER_RIGHT);
        showWhen(hints, switches.open().not());
        return hints;
    }

    private static Label keycap(String text) {
        Label keycap = new Label(text);
        keycap.getStyleClass().add("keycap");
        keycap.setMinWidth(Region.USE_PREF_SIZE);
        return keycap;
    }

    private HBox buttons(Runnable clear) {
        Button empty = button(Icon.Shape.TRASH, "Clear", "Ctrl+L");
        empty.setOnAction(event -> clear.run());
        showWhen(empty, switches.open());
        Button larger = button(Icon.Shape.EXPAND, "Maximise", "Ctrl+Shift+`");
        larger.setOnAction(
                event -> switches.maximized().set(!switches.maximized().get()));
        showWhen(larger, switches.open());
        Button fold = button(Icon.Shape.CHEVRON_DOWN, "Close", "Ctrl+`");
        Button unfold = button(Icon.Shape.CHEVRON_UP, "Open the console", "Ctrl+`");
        fold.setOnAction(event -> switches.open().set(false));
        unfold.setOnAction(event -> switches.open().set(true));
        showWhen(fold, switches.open());
        showWhen(unfold, switches.open().not());
        HBox buttons = new HBox(empty, larger, fold, unfold);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        return buttons;
    }

    private static Button button(Icon.Shape shape, String meaning, String keys) {
        Button button = new Button(null, new Icon(shape));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(meaning);
        button.setTooltip(new Tooltip(meaning + " (" + keys + ")"));
        return button;
    }
}
