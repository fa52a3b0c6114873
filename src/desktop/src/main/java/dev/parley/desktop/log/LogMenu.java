package dev.parley.desktop.log;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;

/** What can be done with a row, in a menu at the mouse or at the row of the keyboard. JavaFX thread. */
final class LogMenu {
    private final RowFlow flow;
    private final LogReading reading;
    private final ChatLogModel model;
    private final LogActions actions;
    private final ContextMenu menu = new ContextMenu();

    LogMenu(RowFlow flow, LogReading reading, ChatLogModel model, LogActions actions) {
        this.flow = flow;
        this.reading = reading;
        this.model = model;
        this.actions = actions;
        flow.setOnContextMenuRequested(this::requested);
    }

    ContextMenu menu() {
        return menu;
    }

    private void requested(ContextMenuEvent event) {
        Optional<RowCell> cell = event.isKeyboardTrigger()
                ? reading.current().flatMap(flow::cellOf)
                : flow.cellAt(
                        flow.sceneToLocal(event.getSceneX(), event.getSceneY()).getY());
        cell.ifPresent(target -> {
            offer(target, event);
            Point2D place = event.isKeyboardTrigger()
                    ? target.localToScreen(80, target.getHeight())
                    : new Point2D(event.getScreenX(), event.getScreenY());
            menu.show(flow, place.getX(), place.getY());
        });
        event.consume();
    }

    private void offer(RowCell cell, ContextMenuEvent event) {
        LogRow row = cell.row();
        menu.getItems().clear();
        add("Copy", reading.selection().text());
        add("Copy message", model.words().plain(row));
        add("Copy as chat line", model.words().chatLines(List.of(row)));
        LogMouse.linkAt(cell, event.getSceneX(), event.getSceneY()).ifPresent(link -> add("Copy link", link));
        if (!(row instanceof MessageRow message) || message.message().self()) return;
        String name = message.message().from();
        menu.getItems().add(new SeparatorMenuItem());
        add("Reply", () -> actions.reply().accept(name));
        add("Private message", () -> actions.tell().accept(name));
    }

    private void add(String title, String text) {
        if (!text.isEmpty()) add(title, () -> actions.copy().accept(text));
    }

    private void add(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> action.run());
        menu.getItems().add(item);
    }
}
