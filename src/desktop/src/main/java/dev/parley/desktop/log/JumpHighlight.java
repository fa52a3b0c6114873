package dev.parley.desktop.log;

import javafx.animation.FadeTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Shows for a moment at which row somebody has arrived who jumped there. JavaFX thread. */
final class JumpHighlight extends Region {
    private static final Duration FADING = Duration.millis(1_200);
    private static final double STRENGTH = 0.5;

    private final RowFlow flow;
    private final FadeTransition fade = new FadeTransition(FADING, this);
    private final BooleanProperty still = new SimpleBooleanProperty();
    private LogRow row;

    JumpHighlight(RowFlow flow) {
        this.flow = flow;
        getStyleClass().add("jump-highlight");
        setManaged(false);
        setMouseTransparent(true);
        setVisible(false);
        fade.setOnFinished(event -> end());
    }

    /** Whether it just stands for that moment, and does not fade. */
    BooleanProperty stillProperty() {
        return still;
    }

    void show(LogRow other) {
        fade.stop();
        row = other;
        fade.setFromValue(STRENGTH);
        fade.setToValue(still.get() ? STRENGTH : 0);
        setOpacity(STRENGTH);
        fade.playFromStart();
        flow.requestLayout();
    }

    private void end() {
        row = null;
        setVisible(false);
    }

    /** Stays with its row when rows have moved. */
    void follow() {
        if (row == null) return;
        flow.cellOf(row)
                .ifPresentOrElse(
                        cell -> {
                            double lines = cell.linesHeight();
                            resizeRelocate(0, cell.getLayoutY() + lines, cell.getWidth(), cell.getHeight() - lines);
                            setVisible(true);
                        },
                        () -> setVisible(false));
    }
}
