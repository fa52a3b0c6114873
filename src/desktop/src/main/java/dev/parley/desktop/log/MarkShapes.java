package dev.parley.desktop.log;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
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
        private boolean isPadded() {
            return styleClass.equals("mark-code") || styleClass.equals("mark-me");
        }
    }

    /** Draws the marks with the boxes that are there, more if they do not suffice; what is left over goes. */
    static void draw(List<Mark> marks, TextFlow flow, ObservableList<Node> boxes) {
        List<Box> wanted = new ArrayList<>();
        for (Mark mark : marks) find(mark, flow, wanted);
        if (boxes.size() > wanted.size()) boxes.remove(wanted.size(), boxes.size());
        for (int i = 0; i < wanted.size(); i++) {
            if (i == boxes.size()) boxes.add(new Rectangle());
            wanted.get(i).give((Rectangle) boxes.get(i));
        }
    }

    /** One box for each line that the part reaches over. */
    private static void find(Mark mark, TextFlow flow, List<Box> found) {
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
                boolean closed = corner.getX() == left && corner.getY() == top;
                if (closed && right - left >= NARROWEST) found.add(new Box(mark, left, top, right, bottom));
            }
        }
    }

    private record Box(Mark mark, double left, double top, double right, double bottom) {
        void give(Rectangle shape) {
            double pad = mark.isPadded() ? 2 : 0;
            shape.setX(Math.floor(left) - pad);
            shape.setY(Math.floor(top));
            shape.setWidth(Math.ceil(right - left) + 2 * pad);
            shape.setHeight(Math.ceil(bottom - top));
            shape.setArcWidth(mark.isPadded() ? ARC : 0);
            shape.setArcHeight(mark.isPadded() ? ARC : 0);
            if (!shape.getStyleClass().equals(List.of(mark.styleClass())))
                shape.getStyleClass().setAll(mark.styleClass());
        }
    }

    /** Whether a place is within the outline of a range. */
    static boolean contain(PathElement[] shape, Point2D place) {
        return !new Path(shape).getElements().isEmpty()
                && new Path(shape).getLayoutBounds().contains(place);
    }
}
