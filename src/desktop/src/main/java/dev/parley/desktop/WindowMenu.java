package dev.parley.desktop;

import dev.parley.chat.SessionState;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** All that can be done with the window, for the button in the header. JavaFX thread. */
final class WindowMenu extends ContextMenu {
    private final WindowKeys keys = new WindowKeys();
    private final Consumer<Shortcut> perform;

    /** @param perform does what a shortcut stands for */
    WindowMenu(Consumer<Shortcut> perform) {
        this.perform = perform;
        getStyleClass().add("window-menu");
        getItems()
                .addAll(
                        item(Shortcut.FIND),
                        item(Shortcut.CONSOLE),
                        item(Shortcut.MEMBERS),
                        new SeparatorMenuItem(),
                        item(Shortcut.PREFERENCES));
    }

    /** Adds the way out of the room, or back into it. */
    WindowMenu withRoom(ObservableValue<SessionState> state, Runnable join, Runnable leave) {
        MenuItem item = new MenuItem();
        item.setId("menu-room");
        item.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> state.getValue() == SessionState.LEFT ? "Join the room" : "Leave the room", state));
        item.setOnAction(event -> {
            if (state.getValue() == SessionState.LEFT) join.run();
            else leave.run();
        });
        getItems().add(item);
        return this;
    }

    /** Adds what explains the program, and its end. */
    WindowMenu withHelp(Runnable shortcuts, Runnable about) {
        getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item("Keyboard shortcuts", shortcuts),
                        item("About Parley", about),
                        new SeparatorMenuItem(),
                        item(Shortcut.QUIT));
        return this;
    }

    private static MenuItem item(String name, Runnable action) {
        MenuItem item = new MenuItem(name);
        item.setOnAction(event -> action.run());
        return item;
    }

    private MenuItem item(Shortcut shortcut) {
        MenuItem item = item(shortcut.title(), () -> perform.accept(shortcut));
        // Only shown: the keys of a menu that belongs to no control do nothing.
        item.setAccelerator(keys.of(shortcut));
        return item;
    }
}
