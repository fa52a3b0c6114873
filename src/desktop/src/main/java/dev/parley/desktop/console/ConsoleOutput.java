package dev.parley.desktop.console;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** All that the console has said; only what is in sight is drawn. Text is selected with the mouse over any number of rows. */
final class ConsoleOutput extends ListView<ConsoleLine> {
    private final LineSelection selection = new LineSelection();

    ConsoleOutput(ConsoleModel model, Consumer<ConsoleLine.Fix> taken) {
        super(model.lines());
        getStyleClass().add("console-output");
        setAccessibleText("Console output");
        setCellFactory(list -> new ConsoleCell(selection, taken));
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
        model.lines().addListener((ListChangeListener<ConsoleLine>) change -> {
            while (change.next()) if (change.wasRemoved()) clearSelection();
        });
        setContextMenu(menu(model));
        EndFollower.follow(this);
    }

    /** Whether text is selected, or with the keyboard a row. */
    boolean hasSelection() {
        return !selection.isEmpty() || (isFocused() && getSelectionModel().getSelectedItem() != null);
    }

    void copySelection() {
        ConsoleLine row = getSelectionModel().getSelectedItem();
        if (!selection.isEmpty()) copy(selection.textOf(getItems()));
        else if (row != null) copy(row.text());
    }

    void clearSelection() {
        selection.clear();
        showSelection();
    }

    void selectAll() {
        if (getItems().isEmpty()) return;
        int last = getItems().size() - 1;
        selection.begin(new LineSelection.Place(0, 0));
        selection.extend(
                new LineSelection.Place(last, getItems().get(last).text().length()));
        showSelection();
    }

    private ContextMenu menu(ConsoleModel model) {
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(event -> copySelection());
        MenuItem all = new MenuItem("Select all");
        all.setOnAction(event -> selectAll());
        MenuItem clear = new MenuItem("Clear");
        clear.setOnAction(event -> model.clear());
        ContextMenu menu = new ContextMenu(copy, all, clear);
        menu.setOnShowing(event -> copy.setDisable(!hasSelection()));
        return menu;
    }

    private static void copy(String text) {
        if (text.isEmpty()) return;
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) return;
        Optional<ConsoleCell> cell = cellAt(event);
        if (cell.isEmpty()) clearSelection();
        else if (event.isShiftDown()) selection.extend(cell.get().placeAt(event.getSceneX(), event.getSceneY()));
        else selection.begin(cell.get().placeAt(event.getSceneX(), event.getSceneY()));
        showSelection();
    }

    private void dragged(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) return;
        cellAt(event).ifPresent(cell -> {
            selection.extend(cell.placeAt(event.getSceneX(), event.getSceneY()));
            showSelection();
        });
    }

    private static Optional<ConsoleCell> cellAt(MouseEvent event) {
        Node node = event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof ConsoleCell)) node = node.getParent();
        return node instanceof ConsoleCell cell && cell.getItem() != null ? Optional.of(cell) : Optional.empty();
    }

    private void showSelection() {
        for (Node cell : lookupAll(".console-cell")) if (cell instanceof ConsoleCell drawn) drawn.showSelection();
    }
}
