package dev.parley.desktop.log;

import dev.parley.desktop.log.RowState.Marks;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.HitInfo;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The text of a message with what is marked in it. Is used again for another message without new nodes. JavaFX thread. */
final class MessageText extends Region {
    private static final int MOST_HITS = 200;

    private final TextFlow flow = new TextFlow();
    private final Pane behind = new Pane();
    private final List<Text> texts = new ArrayList<>();
    private final List<MarkShapes.Mark> marks = new ArrayList<>();
    private final Rectangle bounds = new Rectangle();
    private MessageContent content;
    private String shown = "";

    MessageText() {
        getStyleClass().add("message-text");
        flow.getStyleClass().add("message-flow");
        flow.setMinWidth(0);
        behind.setManaged(false);
        behind.setMouseTransparent(true);
        getChildren().setAll(behind, flow);
    }

    MessageContent content() {
        return content;
    }

    /** What is seen, as {@link #hit} and marks count it. */
    String shown() {
        return shown;
    }

    /** Shows this; says whether the looks of something have changed with it. */
    boolean show(MessageContent other) {
        content = other;
        shown = other.shown();
        List<Run> runs = other.runs();
        boolean restyled = false;
        for (int i = 0; i < runs.size(); i++) restyled |= show(runs.get(i), i);
        int visible = flow.getChildren().size();
        if (visible > runs.size()) flow.getChildren().remove(runs.size(), visible);
        setClip(RunParser.isIntricate(shown) ? bounds : null);
        requestLayout();
        return restyled;
    }

    private boolean show(Run run, int index) {
        if (index == texts.size()) texts.add(new Text());
        Text text = texts.get(index);
        String style = run.kind().styleClass();
        boolean restyled = !text.getStyleClass().equals(List.of(style));
        if (restyled) text.getStyleClass().setAll(style);
        text.setText(run.text());
        if (index < flow.getChildren().size()) return restyled;
        flow.getChildren().add(text);
        return true;
    }

    void mark(Marks wanted) {
        marks.clear();
        int start = 0;
        for (Run run : content.runs()) {
            int end = start + run.text().length();
            if (run.kind() == Run.Kind.CODE) marks.add(new MarkShapes.Mark("mark-code", new TextRange(start, end)));
            if (run.kind() == Run.Kind.ME) marks.add(new MarkShapes.Mark("mark-me", new TextRange(start, end)));
            start = end;
        }
        List<TextRange> hits = TextSearch.all(shown, wanted.words());
        for (int i = 0; i < hits.size(); i++)
            if (i < MOST_HITS || i == wanted.hit())
                marks.add(new MarkShapes.Mark(i == wanted.hit() ? "mark-current" : "mark-hit", hits.get(i)));
        if (!wanted.selected().isEmpty()) marks.add(new MarkShapes.Mark("mark-selected", wanted.selected()));
        requestLayout();
    }

    /** The character under a place of this node. */
    HitInfo hit(double x, double y) {
        return flow.hitTest(new Point2D(x, y));
    }

    /** Whether a place is on the character itself, not beside the end of its line. */
    boolean isOver(int character, Point2D place) {
        if (character < 0 || character >= shown.length()) return false;
        return MarkShapes.contain(flow.rangeShape(character, character + 1), place);
    }

    @Override
    protected double computePrefHeight(double width) {
        return flow.prefHeight(width);
    }

    @Override
    protected double computePrefWidth(double height) {
        return flow.prefWidth(-1);
    }

    @Override
    protected void layoutChildren() {
        flow.resizeRelocate(0, 0, getWidth(), getHeight());
        behind.resizeRelocate(0, 0, getWidth(), getHeight());
        bounds.setWidth(getWidth());
        bounds.setHeight(getHeight());
        if (marks.isEmpty() && behind.getChildren().isEmpty()) return;
        flow.layout();
        MarkShapes.draw(marks, flow, behind.getChildren());
    }
}
