package dev.parley.desktop;

import dev.parley.desktop.theme.Icon;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** A sentence at the lower edge that goes away by itself. JavaFX thread. */
final class Toast extends HBox {
    private static final Duration READING_TIME = Duration.seconds(10);

    private final Label text = new Label();
    private final PauseTransition reading = new PauseTransition(READING_TIME);

    Toast() {
        text.setWrapText(true);
        text.getStyleClass().add("toast-text");
        Button close = new Button(null, new Icon(Icon.Shape.CLOSE));
        close.getStyleClass().add("icon-button");
        close.setAccessibleText("Close");
        close.setOnAction(event -> setVisible(false));
        reading.setOnFinished(event -> setVisible(false));
        setAccessibleRole(AccessibleRole.TEXT);
        getStyleClass().add("toast");
        getChildren().addAll(new Icon(Icon.Shape.INFO), text, close);
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void show(String sentence) {
        text.setText(sentence);
        setAccessibleText(sentence);
        setVisible(true);
        reading.playFromStart();
    }
}
