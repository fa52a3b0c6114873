package dev.parley.desktop.log;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A word on a hairline across the log: in its middle with a gap, or at its end. JavaFX thread. */
final class RuledLabel extends Region {
    private final Label label = new Label();
    private final Region left = new Region();
    private final Region right = new Region();
    private final boolean centred;

    RuledLabel(String styleClass, boolean centred) {
        this.centred = centred;
        getStyleClass().add(styleClass);
        label.getStyleClass().add("ruled-label");
        left.getStyleClass().add("rule");
        right.getStyleClass().add("rule");
        right.setVisible(centred);
        getChildren().addAll(left, right, label);
        setMouseTransparent(true);
    }

    void setText(String text) {
        label.setText(text);
    }

    @Override
    protected void layoutChildren() {
        double labelWidth = Math.ceil(label.prefWidth(-1));
        double labelHeight = Math.ceil(label.prefHeight(-1));
        double middle = Math.rint(getHeight() / 2);
        double start = Math.rint(centred ? (getWidth() - labelWidth) / 2 : getWidth() - labelWidth);
        double gap = centred ? 12 : 8;
        label.resizeRelocate(start, Math.rint(middle - labelHeight / 2), labelWidth, labelHeight);
        left.resizeRelocate(0, middle, Math.max(0, start - gap), 1);
        double rest = start + labelWidth + gap;
        right.resizeRelocate(rest, middle, Math.max(0, getWidth() - rest), 1);
    }
}
