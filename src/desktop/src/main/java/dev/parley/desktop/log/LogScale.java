package dev.parley.desktop.log;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.text.Text;

/** How large things are drawn, as the text size of the window says. Belongs invisibly to what it measures for. JavaFX thread. */
final class LogScale extends Text {
    private static final double DRAWN_AT = 13;

    private final ReadOnlyDoubleWrapper factor = new ReadOnlyDoubleWrapper(1);

    LogScale() {
        setManaged(false);
        setMouseTransparent(true);
        fontProperty().addListener((property, before, now) -> factor.set(now.getSize() / DRAWN_AT));
    }

    ReadOnlyDoubleProperty factorProperty() {
        return factor.getReadOnlyProperty();
    }

    /** A length of the design in whole pixels. */
    double px(double length) {
        return Math.rint(length * factor.get());
    }
}
