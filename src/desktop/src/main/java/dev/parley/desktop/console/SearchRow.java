package dev.parley.desktop.console;

import dev.parley.console.text.HarmlessText;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Takes the place of the input line while earlier lines are searched: what is looked for, and what is found. JavaFX thread. */
final class SearchRow extends HBox {
    /** What becomes of the line that was found. */
    record Outcomes(Consumer<String> run, Consumer<String> edit, Runnable giveUp) {}

    private static final double QUERY_WIDTH = 180;
    private final Outcomes outcomes;
    private final TextField query = new TextField();
    private final Label match = new Label();
    private HistorySearch search = new HistorySearch(List.of());
    private Optional<String> found = Optional.empty();

    SearchRow(Outcomes outcomes) {
        this.outcomes = outcomes;
        getStyleClass().add("console-search");
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label("search › ");
        label.getStyleClass().add("input-prompt");
        label.setMinWidth(Region.USE_PREF_SIZE);
        query.getStyleClass().add("console-field");
        query.setAccessibleText("Search earlier commands");
        query.setMinWidth(QUERY_WIDTH);
        query.setPrefWidth(QUERY_WIDTH);
        match.getStyleClass().add("search-match");
        match.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(match, Priority.ALWAYS);
        Label keys = new Label("Ctrl+R older · Enter run · Tab edit · Esc back");
        keys.getStyleClass().add("input-state");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().setAll(label, query, match, keys);
        query.textProperty().addListener((text, before, now) -> show(search.find(now)));
        query.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void begin(List<String> lines) {
        search = new HistorySearch(lines);
        query.clear();
        show(Optional.empty());
        query.requestFocus();
    }

    private void show(Optional<String> line) {
        found = line;
        boolean nothing = line.isEmpty() && !query.getText().isEmpty();
        match.setText(nothing ? "no such line" : line.map(HarmlessText::line).orElse(""));
        query.setAccessibleHelp(match.getText());
    }

    private void pressed(KeyEvent event) {
        boolean control = event.isControlDown() || event.isShortcutDown();
        if (control && event.getCode() == KeyCode.R) search.older().ifPresent(line -> show(Optional.of(line)));
        else if (event.getCode() == KeyCode.ESCAPE || (control && event.getCode() == KeyCode.G))
            outcomes.giveUp().run();
        else if (event.getCode() == KeyCode.ENTER) take(outcomes.run());
        else if (event.getCode() == KeyCode.TAB) take(outcomes.edit());
        else return;
        event.consume();
    }

    private void take(Consumer<String> outcome) {
        if (found.isPresent()) outcome.accept(found.get());
        else outcomes.giveUp().run();
    }
}
