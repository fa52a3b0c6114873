package dev.parley.desktop.start;

import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;

/** Says that the room is being left. JavaFX thread. */
public final class LeavingView extends HBox {
    public LeavingView(String room) {
        ProgressIndicator turning = new ProgressIndicator();
        turning.getStyleClass().add("small-progress");
        Label text = new Label("Leaving " + (room.isEmpty() ? "Parley" : room) + "…");
        getStyleClass().addAll("card", "leaving");
        getChildren().addAll(turning, text);
    }
}
