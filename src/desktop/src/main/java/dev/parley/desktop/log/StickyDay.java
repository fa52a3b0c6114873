package dev.parley.desktop.log;

import java.util.List;
import javafx.scene.control.Label;

/** Says of which day the rows at the top are while somebody reads older ones; the next day pushes it away. JavaFX thread. */
final class StickyDay extends Label {
    private static final double TOP = 6;

    private final RowFlow flow;
    private final LogScale scale;
    private final ChatLogModel model;

    StickyDay(RowFlow flow, LogScale scale, ChatLogModel model) {
        this.flow = flow;
        this.scale = scale;
        this.model = model;
        getStyleClass().setAll("sticky-day");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Goes where it belongs after the rows have moved. */
    void follow() {
        List<RowCell> cells = flow.cells();
        boolean wanted = !flow.atNewestProperty().get() && !cells.isEmpty() && !isSeenOnItsOwn(cells.get(0));
        if (isVisible() != wanted) setVisible(wanted);
        if (!wanted) return;
        String day = model.dayName(cells.get(0).row());
        if (!day.equals(getText())) setText(day);
        applyCss();
        double width = Math.ceil(prefWidth(-1));
        double height = Math.ceil(prefHeight(-1));
        double top = cells.stream()
                .skip(1)
                .filter(cell -> cell.state().place().newDay())
                .mapToDouble(cell -> cell.getLayoutY() - height)
                .findFirst()
                .orElse(scale.px(TOP));
        resizeRelocate(Math.rint((flow.getWidth() - width) / 2), Math.min(scale.px(TOP), top), width, height);
    }

    private static boolean isSeenOnItsOwn(RowCell first) {
        return first.state().place().newDay() && first.getLayoutY() >= 0;
    }
}
