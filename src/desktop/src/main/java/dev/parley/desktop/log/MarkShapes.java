package dev.parley.desktop.log;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;

/** Rounded boxes behind parts of a text: a text flow has no backgrounds of its own. JavaFX thread. */
final class MarkShapes {
    private static final double NARROWEST = 3;
    private static final double ARC = 6;

    private MarkShapes() {}

    /** A part of the text and how it is marked. */
    record Mark(String styleClass, TextRange range) {
        boolean isHit() {
            return styleClass.equals("mark-hit") || styleClass.equals("mark-current");
        }

        private boolean isPadded() {
            return styleClass.equals("mark-code") || styleClass.equals("mark-me");
        }
    }

    /** One box for each line that the part reaches over. */
    static List<Node> of(Mark mark, TextFlow flow) {
        List<Node> boxes = new ArrayList<>();
        double left = Double.MAX_VALUE;
        double right = 0;
        double top = Double.MAX_VALUE;
        double bottom = 0;
        for (PathElement element :
                flow.rangeShape(mark.range().from(), mark.range().to())) {
            if (element instanceof MoveTo start) {
                left = right = start.getX();
                top = bottom = start.getY();
            } else if (element instanceof LineTo corner) {
                left = Math.min(left, corner.getX());
                right = Math.max(right, corner.getX());
                top = Math.min(top, corner.getY());
                bottom = Math.max(bottom, corner.getY());
                if (corner.getX() == left && corner.getY() == top) add(boxes, mark, left, top, right, bottom);
            }
        }
        return boxes;
    }

    private static void add(List<Node> boxes, Mark mark, double left, double top, double right, double bottom) {
        if (right - left < NARROWEST) return;
        double pad = mark.isPadded() ? 2 : 0;
        Rectangle box = new Rectangle(
                Math.floor(left) - pad, Math.floor(top), Math.ceil(right - left) + 2 * pad, Math.ceil(bottom - top));
        box.setArcWidth(mark.isPadded() ? ARC : 0);
        box.setArcHeight(mark.isPadded() ? ARC : 0);
        box.getStyleClass().add(mark.styleClass());
        boxes.add(box);
    }

    /** Whether a place is within the outline of a range. */
    static boolean contain(PathElement[] shape, Point2D place) {
        return !new Path(shape).getElements().isEmpty()
                && new Path(shape).getLayoutBounds().contains(place);
    }

    static double topOf(PathElement[] shape) {
        return shape.length > 0 && shape[0] instanceof MoveTo start ? start.getY() : 0;
    }
}
