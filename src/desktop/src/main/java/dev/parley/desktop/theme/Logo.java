package dev.parley.desktop.theme;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;

/** Parley's sign, two speech bubbles, in 40 by 40 pixels and the colours of the sheet. JavaFX thread. */
public final class Logo extends StackPane {
    private static final String BACK =
            "M7 3H25A7 7 0 0 1 32 10V13.2H20A8.6 8.6 0 0 0 11.2 21.8V23.4L5 29V23.7A7 7 0 0 1 0 17V10A7 7 0 0 1 7 3Z";
    private static final String FRONT =
            "M20 16H34A6 6 0 0 1 40 22V28A6 6 0 0 1 36 33.7V39L30 34H20A6 6 0 0 1 14 28V22A6 6 0 0 1 20 16Z";

    public Logo() {
        getStyleClass().add("logo");
        add(BACK, "logo-back");
        add(FRONT, "logo-front");
        setMouseTransparent(true);
    }

    private void add(String path, String styleClass) {
        SVGPath bubble = new SVGPath();
        bubble.setContent(path);
        bubble.getStyleClass().add(styleClass);
        bubble.setManaged(false);
        getChildren().add(bubble);
    }
}
