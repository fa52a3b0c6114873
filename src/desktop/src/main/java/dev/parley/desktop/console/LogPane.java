package dev.parley.desktop.console;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The program's log as it is written, filtered. JavaFX thread. */
final class LogPane extends ListView<LogLine> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private final LogModel model;

    LogPane(LogModel model) {
        super(model.shown());
        this.model = model;
        getStyleClass().add("log-pane");
        setAccessibleText("Log");
        setCellFactory(list -> new LogCell(model::toggle));
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        MenuItem copy = new MenuItem("Copy");
        copy.setOnAction(event -> copy());
        MenuItem clear = new MenuItem("Clear");
        clear.setOnAction(event -> model.clear());
        setContextMenu(new ContextMenu(copy, clear));
        EndFollower.follow(this);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) copy();
        else if (event.getCode() == KeyCode.ENTER) toggle();
        else return;
        event.consume();
    }

    private void toggle() {
        LogLine line = getSelectionModel().getSelectedItem();
        if (line != null && !line.trace().isEmpty()) model.toggle(line);
    }

    private void copy() {
        List<String> lines = new ArrayList<>();
        for (LogLine line : getSelectionModel().getSelectedItems()) {
            lines.add("%s %-5s %s: %s"
                    .formatted(
                            TIME.withZone(ZoneId.systemDefault()).format(line.time()),
                            line.level(),
                            line.source(),
                            line.message()));
            lines.addAll(line.trace());
        }
        if (lines.isEmpty()) return;
        ClipboardContent content = new ClipboardContent();
        content.putString(String.join("\n", lines));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
