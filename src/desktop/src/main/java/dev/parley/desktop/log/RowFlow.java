package dev.parley.desktop.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Shows as many rows as there is room for, each as high as it wants to be. It holds on to one row and its place: what comes
 * or goes above moves nothing that is seen, and at the newest row it stays with the newest. All happens once a pulse, in
 * the layout, however often the rows have changed. JavaFX thread.
 */
final class RowFlow extends Region {
    private static final double BOTTOM = 12;
    private static final double BAR = 10;
    private static final double TOP_LINE = 36;

    /** So many rows before an end of what is there, more is asked for. */
    private static final int NEAR = 20;

    private final ChatLogModel model;
    private final RowCells cells;
    private final LogScale scale;
    private final ScrollBar bar = new ScrollBar();
    private final Label topLine = new Label();
    private final Deque<RowCell> shown = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper atNewest = new ReadOnlyBooleanWrapper(true);
    private IntFunction<RowState> states;
    private Runnable whenLaidOut = () -> {};
    private LogRow anchor;
    private int anchorIndex;
    private double anchorTop;
    private boolean follows = true;
    private boolean movesBar;

    RowFlow(ChatLogModel model, RowCells cells, LogScale scale) {
        this.model = model;
        this.cells = cells;
        this.scale = scale;
        getStyleClass().add("row-flow");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText("Chat log");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        bar.setOrientation(Orientation.VERTICAL);
        bar.setFocusTraversable(false);
        bar.valueProperty().addListener((property, before, now) -> barMoved(now.doubleValue()));
        topLine.getStyleClass().setAll("log-top");
        topLine.setMouseTransparent(true);
        topLine.textProperty().bind(model.pages().topProperty());
        cells.attach(getChildren());
        getChildren().addAll(topLine, bar, scale);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        scale.factorProperty().addListener(change -> requestLayout());
    }

    void setStates(IntFunction<RowState> source) {
        states = source;
    }

    void setWhenLaidOut(Runnable action) {
        whenLaidOut = action;
    }

    /** Whether the newest row is seen to its end, and what comes next will be. */
    ReadOnlyBooleanProperty atNewestProperty() {
        return atNewest.getReadOnlyProperty();
    }

    void jumpToNewest() {
        follows = true;
        requestLayout();
    }

    void jumpToOldest() {
        hold(0, getHeight());
    }

    void scrollBy(double pixels) {
        if (anchor == null || pixels == 0) return;
        if (follows && pixels > 0) return;
        if (follows) holdFirstSeen();
        follows = false;
        anchorTop -= pixels;
        requestLayout();
        if (pixels < 0) seekOlder();
        else seekNewer();
    }

    /** Has older rows brought if the first ones are near. */
    void seekOlder() {
        if (anchorIndex < NEAR) model.pages().older();
    }

    /** Has newer rows brought if the last ones are near. */
    void seekNewer() {
        if (!shown.isEmpty() && lastShown() >= model.rows().size() - NEAR)
            model.pages().newer();
    }

    /** Brings a row into sight, if it is not. */
    void reveal(LogRow row) {
        Optional<RowCell> cell = cellOf(row);
        if (cell.isPresent() && cell.get().getLayoutY() >= 0 && bottomOf(cell.get()) <= getHeight()) return;
        int index = model.indexOf(row, anchorIndex);
        if (index < 0) return;
        if (cell.isPresent() && bottomOf(cell.get()) > getHeight() && cell.get().getHeight() < getHeight())
            scrollBy(bottomOf(cell.get()) - getHeight() + scale.px(BOTTOM));
        else if (cell.isPresent()) hold(index, 0);
        else hold(index, Math.rint(getHeight() / 3));
    }

    private static double bottomOf(RowCell cell) {
        return cell.getLayoutY() + cell.getHeight();
    }

    private void hold(int index, double top) {
        if (index >= model.rows().size()) return;
        follows = false;
        anchorIndex = index;
        anchor = model.rows().get(index);
        anchorTop = top;
        requestLayout();
    }

    /** The cell at a height of this node. */
    Optional<RowCell> cellAt(double y) {
        return shown.stream()
                .filter(cell -> y >= cell.getLayoutY() && y < bottomOf(cell))
                .findFirst();
    }

    /** The cell that shows a row now. */
    Optional<RowCell> cellOf(LogRow row) {
        return shown.stream().filter(cell -> cell.row().key() == row.key()).findFirst();
    }

    /** The cells in sight, from above. */
    List<RowCell> cells() {
        return List.copyOf(shown);
    }

    private void scrolled(ScrollEvent event) {
        scrollBy(-event.getDeltaY());
        event.consume();
    }

    private void barMoved(double value) {
        if (movesBar) return;
        if (value >= bar.getMax()) {
            jumpToNewest();
            return;
        }
        int index = (int) value;
        if (index >= model.rows().size()) return;
        double height = cellOf(model.rows().get(index)).map(RowCell::getHeight).orElse(scale.px(23));
        hold(index, value == 0 ? getHeight() : -Math.rint((value - index) * height));
        seekOlder();
        seekNewer();
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return scale.px(400);
    }

    @Override
    protected double computePrefWidth(double height) {
        return scale.px(600);
    }

    @Override
    protected void layoutChildren() {
        double height = getHeight();
        double barWidth = scale.px(BAR);
        bar.resizeRelocate(getWidth() - barWidth, 0, barWidth, height);
        shown.clear();
        cells.begin();
        if (!model.rows().isEmpty() && height > 0) fill(height);
        cells.end();
        placeTopLine();
        moveBar();
        atNewest.set(follows);
        model.setReadingOlder(!follows && anchorIndex < model.rows().size() / 2);
        whenLaidOut.run();
    }

    private void fill(double height) {
        int last = model.rows().size() - 1;
        findAnchor(last);
        RowCell first = cell(anchorIndex);
        double top = follows ? height - scale.px(BOTTOM) - heightOf(first) : anchorTop;
        shown.add(first);
        double bottom = fillDown(anchorIndex, top + heightOf(first), height, last);
        double gap = height - scale.px(BOTTOM) - bottom;
        boolean reachesEnd = lastShown() == last;
        if (reachesEnd && gap > 0) top += gap;
        top = fillUp(anchorIndex, top);
        double highest = topLineHeight();
        if (top > highest && firstShown() == 0) {
            fillDown(lastShown(), highest + totalHeight(), height, last);
            top = highest;
        }
        place(top, height);
        follows = model.reachesNewest() && lastShown() == last && bottomOf(shown.getLast()) <= height;
        holdFirstSeen();
    }

    private double topLineHeight() {
        return topLine.getText().isEmpty() ? 0 : scale.px(TOP_LINE);
    }

    private void placeTopLine() {
        double height = topLineHeight();
        boolean seen = height > 0 && !shown.isEmpty() && firstShown() == 0;
        if (topLine.isVisible() != seen) topLine.setVisible(seen);
        if (seen) topLine.resizeRelocate(0, shown.getFirst().getLayoutY() - height, getWidth(), height);
    }

    private void findAnchor(int last) {
        if (follows || anchor == null) {
            anchorIndex = last;
            return;
        }
        int found = model.indexOf(anchor, anchorIndex);
        if (found < 0) anchorTop = 0;
        anchorIndex = Math.max(0, found);
    }

    private double fillDown(int from, double start, double height, int last) {
        double bottom = start;
        for (int index = from + 1; index <= last && bottom < height; index++) {
            RowCell cell = cell(index);
            shown.addLast(cell);
            bottom += heightOf(cell);
        }
        return bottom;
    }

    private double fillUp(int from, double start) {
        double top = start;
        for (int index = from - 1; index >= 0 && top > 0; index--) {
            RowCell cell = cell(index);
            shown.addFirst(cell);
            top -= heightOf(cell);
        }
        return top;
    }

    private int firstShown() {
        return shown.getFirst().index();
    }

    private int lastShown() {
        return shown.getLast().index();
    }

    private double totalHeight() {
        return shown.stream().mapToDouble(this::heightOf).sum();
    }

    private RowCell cell(int index) {
        LogRow row = model.rows().get(index);
        RowState state = states.apply(index);
        RowCell cell = cells.take(row, state.place());
        cell.show(row, state, index);
        return cell;
    }

    private double heightOf(RowCell cell) {
        return cell.heightAt(getWidth());
    }

    private void place(double start, double height) {
        double top = start;
        for (RowCell cell : List.copyOf(shown)) {
            double cellHeight = heightOf(cell);
            boolean seen = top + cellHeight > 0 && top < height;
            if (seen) cell.resizeRelocate(0, top, getWidth(), cellHeight);
            else {
                shown.remove(cell);
                cells.release(cell);
            }
            top += cellHeight;
        }
    }

    /** The very first row shows less once others stand above it: while these come, the second is held. */
    private void holdFirstSeen() {
        RowCell first = shown.getFirst();
        if (first.index() == 0 && shown.size() > 1 && model.pages().isLoadingOlder()) first = cells().get(1);
        anchor = first.row();
        anchorIndex = first.index();
        anchorTop = first.getLayoutY();
    }

    private void moveBar() {
        int rows = model.rows().size();
        boolean needed =
                !shown.isEmpty() && (firstShown() > 0 || shown.getFirst().getLayoutY() < 0 || !follows);
        if (bar.isVisible() != needed) bar.setVisible(needed);
        if (!needed) return;
        movesBar = true;
        double visible = Math.min(rows, shown.size());
        double max = Math.max(1, rows - visible + 1);
        RowCell first = shown.getFirst();
        double value = follows
                ? max
                : Math.min(max - 0.01, first.index() - first.getLayoutY() / Math.max(1, first.getHeight()));
        bar.setMax(max);
        bar.setVisibleAmount(visible * max / Math.max(1, rows));
        bar.setBlockIncrement(visible);
        bar.setValue(Math.max(0, value));
        movesBar = false;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ITEM_COUNT -> model.rows().size();
            case ITEM_AT_INDEX -> cellAtIndex((Integer) parameters[0]);
            case FOCUS_ITEM ->
                shown.stream()
                        .filter(cell -> cell.state().current())
                        .findFirst()
                        .orElse(null);
            case MULTIPLE_SELECTION -> true;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    private RowCell cellAtIndex(int index) {
        return shown.stream().filter(cell -> cell.index() == index).findFirst().orElse(null);
    }
}
