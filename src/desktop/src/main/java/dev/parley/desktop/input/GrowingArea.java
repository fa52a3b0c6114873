package dev.parley.desktop.input;

import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.text.Text;

/** A field for several lines that is as high as its text, from one line to five. JavaFX thread. */
final class GrowingArea extends TextArea {
    private static final int MOST_LINES = 5;

    private Optional<Text> drawn = Optional.empty();

    GrowingArea() {
        setWrapText(true);
        setPrefRowCount(1);
        getStyleClass().add("growing-area");
    }

    /** The text as the skin draws it; it is there once the area has been laid out. */
    private Optional<Text> drawn() {
        if (drawn.isEmpty() && lookup(".content > Group > .text") instanceof Text text) {
            drawn = Optional.of(text);
            text.layoutBoundsProperty().addListener((bounds, before, now) -> {
                if (before.getHeight() != now.getHeight()) requestLayout();
            });
        }
        return drawn;
    }

    @Override
    protected double computePrefHeight(double width) {
        Text line = new Text("X");
        line.setFont(getFont());
        double lineHeight = line.getLayoutBounds().getHeight();
        double wanted = drawn().map(text -> text.getLayoutBounds().getHeight()).orElse(lineHeight);
        double shown = Math.max(lineHeight, Math.min(wanted, MOST_LINES * lineHeight));
        return snappedTopInset() + Math.ceil(shown) + snappedBottomInset();
    }

    /** Only a laid out area has a text to measure. */
    @Override
    protected void layoutChildren() {
        boolean unknown = drawn.isEmpty();
        super.layoutChildren();
        if (unknown && drawn().isPresent()) requestLayout();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    /** Whether the cursor stands on the first line as it is shown. */
    boolean isOnFirstLine() {
        return lineOf(getCaretPosition()) <= lineOf(0);
    }

    boolean isOnLastLine() {
        return lineOf(getCaretPosition()) >= lineOf(getLength());
    }

    private double lineOf(int position) {
        if (!(getSkin() instanceof TextAreaSkin skin)) return 0;
        Rectangle2D letter = skin.getCharacterBounds(position);
        return letter == null ? 0 : Math.rint(letter.getMinY());
    }
}
