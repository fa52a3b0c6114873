package dev.parley.desktop.console;

import dev.parley.desktop.theme.Icon;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws one row of the output, as high as it needs to be. JavaFX thread. */
final class ConsoleCell extends ListCell<ConsoleLine> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private final LineSelection selection;
    private final Consumer<ConsoleLine.Fix> taken;
    private Optional<SelectableText> text = Optional.empty();

    ConsoleCell(LineSelection selection, Consumer<ConsoleLine.Fix> taken) {
        this.selection = selection;
        this.taken = taken;
        getStyleClass().add("console-cell");
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(ConsoleLine line, boolean empty) {
        super.updateItem(line, empty);
        text = Optional.empty();
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        setGraphic(drawn(line));
        setAccessibleText(line.text());
        showSelection();
    }

    /** Shows what is selected of it now. */
    void showSelection() {
        if (getItem() == null) return;
        int from = selection.from(getIndex());
        int to = selection.to(getIndex(), getItem().text().length());
        pseudoClassStateChanged(MARKED, from < to);
        text.ifPresent(shown -> shown.select(from, to));
    }

    /** The place in the output that is nearest to this point of the scene. */
    LineSelection.Place placeAt(double sceneX, double sceneY) {
        int length = getItem() == null ? 0 : getItem().text().length();
        int offset = text.flatMap(shown -> shown.offsetAt(sceneX, sceneY)).orElseGet(() -> {
            boolean below = sceneToLocal(sceneX, sceneY).getY() > getHeight() / 2;
            return below ? length : 0;
        });
        return new LineSelection.Place(getIndex(), Math.min(offset, length));
    }

    private Node drawn(ConsoleLine line) {
        if (line instanceof ConsoleLine.Command command) return command(command);
        if (line instanceof ConsoleLine.Table table) return new TableGrid(table);
        if (line instanceof ConsoleLine.Failure failure) return failure(failure);
        ConsoleLine.Output output = (ConsoleLine.Output) line;
        return selectable(new SelectableText(SelectableText.text(output.text(), styleOf(output.tone()))));
    }

    private static String styleOf(ConsoleLine.Tone tone) {
        return "console-" + tone.name().toLowerCase(Locale.ROOT);
    }

    private SelectableText selectable(SelectableText shown) {
        text = Optional.of(shown);
        return shown;
    }

    private Node command(ConsoleLine.Command command) {
        SelectableText shown = selectable(new SelectableText(
                SelectableText.text(command.prompt(), "console-prompt"),
                SelectableText.text(command.line(), "console-command")));
        HBox.setHgrow(shown, Priority.ALWAYS);
        Label time = new Label(TIME.withZone(ZoneId.systemDefault()).format(command.time()));
        time.getStyleClass().add("console-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(shown, time);
        row.getStyleClass().add(getIndex() == 0 ? "console-first" : "console-head-row");
        return row;
    }

    private Node failure(ConsoleLine.Failure failure) {
        SelectableText shown = selectable(new SelectableText(SelectableText.text(failure.text(), "console-error")));
        HBox.setHgrow(shown, Priority.ALWAYS);
        Icon cross = new Icon(Icon.Shape.CLOSE);
        HBox said = new HBox(cross, shown);
        said.getStyleClass().add("failure-said");
        VBox box = new VBox(said);
        box.getStyleClass().add("console-failure");
        if (!failure.fixes().isEmpty()) box.getChildren().add(fixes(failure));
        return box;
    }

    private Node fixes(ConsoleLine.Failure failure) {
        HBox fixes = new HBox(new Label("Did you mean"));
        fixes.getStyleClass().add("failure-fixes");
        fixes.setAlignment(Pos.CENTER_LEFT);
        for (ConsoleLine.Fix fix : failure.fixes()) {
            Hyperlink link = new Hyperlink(fix.name());
            link.setAccessibleText("Correct it to " + fix.name());
            link.setOnAction(event -> taken.accept(fix));
            fixes.getChildren().add(link);
        }
        return fixes;
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() == null) return super.computePrefHeight(width);
        double inner = width < 0 ? getWidth() : width;
        return snappedTopInset()
                + Math.ceil(getGraphic().prefHeight(inner - snappedLeftInset() - snappedRightInset()))
                + snappedBottomInset();
    }
}
