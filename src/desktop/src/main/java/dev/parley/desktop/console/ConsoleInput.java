package dev.parley.desktop.console;

import dev.parley.console.history.HistoryWalk;
import dev.parley.desktop.completion.Completing;
import dev.parley.desktop.completion.CompletionPopup;
import dev.parley.desktop.completion.CompletionSource;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The line that commands are typed into: completion, earlier lines, search in them, and which command runs. JavaFX thread. */
final class ConsoleInput extends StackPane {
    /** Laying out a longer line takes so long that typing would not be fluent. */
    private static final int MOST_CHARACTERS = 20_000;

    private final ConsoleModel model;
    private final TextField field = new TextField();
    private final HBox line = new HBox();
    private final SearchRow search;
    private final HistoryWalk walk = new HistoryWalk();
    private final Completing completing;

    ConsoleInput(ConsoleModel model, CompletionPopup popup, CompletionSource source) {
        this.model = model;
        getStyleClass().add("console-input");
        search = new SearchRow(new SearchRow.Outcomes(this::runFound, this::edit, () -> edit(field.getText())));
        search.setVisible(false);
        buildLine();
        getChildren().setAll(line, search);
        completing = popup.attach(field, this, source, before -> false);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        field.setTextFormatter(new TextFormatter<>(
                change -> change.getControlNewText().length() > MOST_CHARACTERS && change.isAdded() ? null : change));
    }

    private void buildLine() {
        Label prompt = new Label();
        prompt.getStyleClass().add("input-prompt");
        prompt.textProperty().bind(model.promptProperty());
        prompt.setMinWidth(Region.USE_PREF_SIZE);
        field.getStyleClass().add("console-field");
        field.setAccessibleText("Command");
        HBox.setHgrow(field, Priority.ALWAYS);
        Label state = new Label();
        state.getStyleClass().add("input-state");
        state.textProperty().bind(model.runningProperty().map(ConsoleInput::runningText));
        state.visibleProperty().bind(model.runningProperty().isNotEmpty());
        state.managedProperty().bind(state.visibleProperty());
        state.setMinWidth(Region.USE_PREF_SIZE);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("input-line");
        line.getChildren().setAll(prompt, field, state);
    }

    private static String runningText(String command) {
        int space = command.indexOf(' ');
        return "running " + (space < 0 ? command : command.substring(0, space)) + " · Ctrl+C stops it";
    }

    void focus() {
        if (search.isVisible()) search.begin(model.history().lines());
        else field.requestFocus();
    }

    /** Puts a line here to be looked at and run. */
    void edit(String text) {
        showSearch(false);
        completing.quietly(() -> {
            field.setText(text);
            field.end();
        });
        field.requestFocus();
    }

    boolean hasSelection() {
        return !field.getSelectedText().isEmpty();
    }

    private void showSearch(boolean shown) {
        search.setVisible(shown);
        line.setVisible(!shown);
    }

    private void pressed(KeyEvent event) {
        if (event.isConsumed() || event.isAltDown() || event.isShiftDown()) return;
        boolean control = event.isControlDown() || event.isShortcutDown();
        boolean used = switch (event.getCode()) {
            case ENTER -> !control && enter();
            case UP -> !control && show(walk.older(model.history().lines(), field.getText()));
            case DOWN -> !control && show(walk.newer(model.history().lines(), field.getText()));
            case R -> control && beginSearch();
            default -> false;
        };
        if (used) event.consume();
    }

    private boolean show(Optional<String> earlier) {
        earlier.ifPresent(this::edit);
        return true;
    }

    private boolean beginSearch() {
        completing.close();
        showSearch(true);
        search.begin(model.history().lines());
        return true;
    }

    private boolean enter() {
        String typed = field.getText();
        if (typed.isEmpty()) model.firstFix().ifPresent(fix -> edit(fix.line()));
        else run(typed);
        return true;
    }

    private void runFound(String found) {
        edit(found);
        run(found);
    }

    private void run(String typed) {
        walk.end();
        completing.quietly(field::clear);
        model.history().add(typed);
        model.run(typed);
    }
}
