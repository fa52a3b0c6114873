package dev.parley.desktop.console;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.apache.logging.log4j.Level;

/** Which lines of the log are shown: from which level on, and with which text. JavaFX thread. */
final class LogFilters extends HBox {
    private static final String ALL = "All levels";

    LogFilters(LogModel model) {
        getStyleClass().add("log-filters");
        setAlignment(Pos.CENTER_RIGHT);
        TextField wanted = new TextField();
        wanted.getStyleClass().add("log-wanted");
        wanted.setPromptText("Filter");
        wanted.setAccessibleText("Show only lines with this text");
        wanted.textProperty().bindBidirectional(model.wantedProperty());
        getChildren().setAll(wanted, levels(model));
    }

    private static ChoiceBox<String> levels(LogModel model) {
        Map<String, Level> levels = new LinkedHashMap<>();
        levels.put(ALL, Level.ALL);
        levels.put("Debug", Level.DEBUG);
        levels.put("Info", Level.INFO);
        levels.put("Warnings", Level.WARN);
        ChoiceBox<String> choice = new ChoiceBox<>();
        choice.getStyleClass().add("log-levels");
        choice.setAccessibleText("Least level shown");
        choice.getItems().setAll(levels.keySet());
        choice.setValue(ALL);
        choice.valueProperty()
                .addListener((value, before, now) -> model.levelProperty().set(levels.get(now)));
        return choice;
    }
}
