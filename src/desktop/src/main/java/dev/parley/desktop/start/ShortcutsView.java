package dev.parley.desktop.start;

import java.util.List;
import java.util.Map.Entry;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/** The card that lists what the keys do. JavaFX thread. */
public final class ShortcutsView extends StackPane {
    /**
     * @param shortcuts what happens, and the keys for it, in the order to be shown
     * @param close puts the card away
     */
    public ShortcutsView(List<Entry<String, String>> shortcuts, Runnable close) {
        GridPane table = new GridPane();
        table.getStyleClass().add("shortcuts");
        for (int row = 0; row < shortcuts.size(); row++) {
            table.add(keys(shortcuts.get(row).getValue()), 0, row);
            table.add(new Label(shortcuts.get(row).getKey()), 1, row);
        }
        getChildren().add(new Card("Keyboard shortcuts", table, close));
    }

    private static HBox keys(String keys) {
        HBox caps = new HBox();
        caps.getStyleClass().add("keycaps");
        for (String key : keys.split(" ", -1)) {
            Label cap = new Label(key);
            cap.getStyleClass().add("keycap");
            caps.getChildren().add(cap);
        }
        return caps;
    }
}
