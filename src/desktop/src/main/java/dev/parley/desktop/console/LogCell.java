package dev.parley.desktop.console;

import dev.parley.desktop.theme.Icon;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.apache.logging.log4j.Level;

/** Draws one line of the log, and its exception below if it is unfolded. JavaFX thread. */
final class LogCell extends ListCell<LogLine> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final PseudoClass WARNS = PseudoClass.getPseudoClass("warns");
    private static final PseudoClass FAILS = PseudoClass.getPseudoClass("fails");
    private final Icon closed = new Icon(Icon.Shape.CHEVRON_RIGHT);
    private final Icon open = new Icon(Icon.Shape.CHEVRON_DOWN);
    private final StackPane fold = new StackPane(closed, open);
    private final Label time = label("log-time");
    private final Label level = label("log-level");
    private final Label source = label("log-source");
    private final Label message = label("log-message");
    private final Label trace = label("log-trace");
    private final VBox box = new VBox();

    LogCell(Consumer<LogLine> toggled) {
        getStyleClass().add("log-cell");
        setPrefWidth(0);
        time.setMinWidth(Region.USE_PREF_SIZE);
        message.setMaxWidth(Double.MAX_VALUE);
        fold.getStyleClass().add("log-fold");
        fold.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && getItem() != null) toggled.accept(getItem());
        });
        HBox.setHgrow(message, Priority.ALWAYS);
        HBox line = new HBox(time, level, source, fold, message);
        line.getStyleClass().add("log-line");
        line.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().setAll(line, trace);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        return label;
    }

    @Override
    protected void updateItem(LogLine line, boolean empty) {
        super.updateItem(line, empty);
        boolean shown = !empty && line != null;
        setGraphic(shown ? box : null);
        boolean fails = shown && line.level().isMoreSpecificThan(Level.ERROR);
        pseudoClassStateChanged(FAILS, fails);
        pseudoClassStateChanged(WARNS, shown && line.warns() && !fails);
        if (shown) show(line);
        else setAccessibleText(null);
    }

    private void show(LogLine line) {
        time.setText(TIME.withZone(ZoneId.systemDefault()).format(line.time()));
        level.setText(line.level().name().toLowerCase(Locale.ROOT));
        source.setText(line.source());
        message.setText(line.message());
        fold.setVisible(!line.trace().isEmpty());
        closed.setVisible(!line.unfolded());
        open.setVisible(line.unfolded());
        trace.setText(line.unfolded() ? String.join("\n", line.trace()) : "");
        trace.setVisible(line.unfolded());
        trace.setManaged(line.unfolded());
        setAccessibleText(level.getText() + ", " + source.getText() + ": " + message.getText());
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) return super.computePrefHeight(width);
        return snappedTopInset() + Math.ceil(getGraphic().prefHeight(-1)) + snappedBottomInset();
    }
}
