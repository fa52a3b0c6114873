package dev.parley.desktop.log;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Shows one row of the log, and later another one: day and unread line first, then the row itself on its tint. JavaFX
 * thread.
 */
abstract class RowCell extends Region {
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass HOT = PseudoClass.getPseudoClass("hot");
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double DAY_HEIGHT = 36;
    private static final double UNREAD_HEIGHT = 27;

    private final LogScale scale;
    private final Region tint = new Region();
    private RuledLabel day;
    private RuledLabel unread;
    private LogRow row;
    private RowState state;
    private int index;
    private boolean restyled = true;
    private double heightFor = -1;
    private double height;

    RowCell(LogScale scale) {
        this.scale = scale;
        getStyleClass().add("log-row");
        tint.getStyleClass().add("row-tint");
        getChildren().add(tint);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
    }

    final LogRow row() {
        return row;
    }

    final RowState state() {
        return state;
    }

    final double px(double length) {
        return scale.px(length);
    }

    /** Shows this row from now on; costs nothing if it does already. */
    final void show(LogRow other, RowState wanted, int place) {
        index = place;
        LogRow shownRow = row;
        RowState shownState = state;
        if (other.equals(shownRow) && wanted.equals(shownState)) return;
        row = other;
        state = wanted;
        showLines(wanted.place());
        mark(PICKED, wanted.picked());
        mark(CURRENT, wanted.current());
        boolean sameText = other.equals(shownRow) && shownState != null && wanted.open() == shownState.open();
        update(!sameText || wanted.place().groupStart() != shownState.place().groupStart());
        requestLayout();
    }

    /** Whether the mouse is at this row. */
    final void setHot(boolean hot) {
        pseudoClassStateChanged(HOT, hot);
    }

    final int index() {
        return index;
    }

    /** How high the lines above the row itself are. */
    final double linesHeight() {
        double height = 0;
        if (state.place().newDay()) height += px(DAY_HEIGHT);
        if (state.place().unread()) height += px(UNREAD_HEIGHT);
        return height;
    }

    private void showLines(RowPlace place) {
        if (place.newDay() && day == null) {
            day = new RuledLabel("day-line", true);
            getChildren().add(day);
            restyle();
        }
        if (place.unread() && unread == null) {
            unread = new RuledLabel("unread-line", false);
            unread.setText("New");
            getChildren().add(unread);
            restyle();
        }
        if (day != null) {
            setShown(day, place.newDay());
            day.setText(place.day());
        }
        if (unread != null) setShown(unread, place.unread());
    }

    /** The looks of something in this cell are another and must be applied before it is measured: the costliest step. */
    final void restyle() {
        restyled = true;
    }

    final void mark(PseudoClass kind, boolean on) {
        if (getPseudoClassStates().contains(kind) == on) return;
        pseudoClassStateChanged(kind, on);
        restyle();
    }

    final void setShown(Node node, boolean visible) {
        if (node.isVisible() == visible) return;
        node.setVisible(visible);
        if (visible) restyle();
    }

    /** Puts row and state into the nodes; {@code text}: whether what is said is another. */
    abstract void update(boolean text);

    /** The row's height without the lines above it. */
    abstract double bodyHeight(double width);

    abstract void layoutBody(double top, double width, double height);

    /** What a screen reader says. */
    abstract String spoken();

    /** The height that the row needs at a width; measured once until something changes. */
    final double heightAt(double width) {
        if (heightFor != width) {
            if (restyled) applyCss();
            restyled = getScene() == null;
            height = linesHeight() + bodyHeight(width);
            heightFor = width;
        }
        return height;
    }

    @Override
    public void requestLayout() {
        heightFor = -1;
        super.requestLayout();
    }

    @Override
    protected final double computePrefHeight(double width) {
        return heightAt(width);
    }

    @Override
    protected final void layoutChildren() {
        if (row == null) return;
        double width = getWidth();
        double top = 0;
        if (state.place().newDay()) {
            day.resizeRelocate(px(20), 0, width - px(44), px(DAY_HEIGHT));
            top += px(DAY_HEIGHT);
        }
        if (state.place().unread()) {
            unread.resizeRelocate(px(20), top, width - px(44), px(UNREAD_HEIGHT));
            top += px(UNREAD_HEIGHT);
        }
        tint.resizeRelocate(0, top, width, getHeight() - top);
        layoutBody(top, width, getHeight() - top);
    }

    /** Places a label at its own size, its middle at this height. */
    final double placeCentred(Label label, double left, double middle, double mostWidth) {
        double width = Math.max(0, Math.min(Math.ceil(label.prefWidth(-1)), mostWidth));
        double height = Math.ceil(label.prefHeight(-1));
        label.resizeRelocate(left, Math.rint(middle - height / 2), width, height);
        return left + width;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case TEXT -> row == null ? "" : spoken();
            case INDEX -> index;
            case SELECTED -> state != null && (state.picked() || state.current());
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
