package dev.parley.desktop.console;

import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.geometry.Point2D;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text that wraps, knows which character is at a point, and shows a part of itself as selected. JavaFX thread. */
final class SelectableText extends Region {
    private final TextFlow flow = new TextFlow();
    private final Path mark = new Path();
    private int from;
    private int to;

    SelectableText(Text... texts) {
        mark.getStyleClass().add("selection-mark");
        mark.setManaged(false);
        flow.getChildren().setAll(texts);
        getChildren().setAll(mark, flow);
    }

    static Text text(String content, String styleClass) {
        Text text = new Text(content);
        text.getStyleClass().addAll("console-text", styleClass);
        return text;
    }

    void select(int first, int end) {
        from = first;
        to = end;
        requestLayout();
    }

    /** Before which character this point of the scene lies, if it lies here. */
    Optional<Integer> offsetAt(double sceneX, double sceneY) {
        Point2D point = flow.sceneToLocal(sceneX, sceneY);
        if (point == null || point.getY() < 0 || point.getY() > flow.getHeight()) return Optional.empty();
        return Optional.of(flow.hitTest(point).getInsertionIndex());
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        if (from < to) mark.getElements().setAll(flow.rangeShape(from, to));
        else mark.getElements().clear();
    }
}
