package dev.parley.desktop;

import dev.parley.desktop.settings.SettingsModel;
import javafx.animation.Interpolator;
import javafx.animation.KeyFrame;
import javafx.animation.KeyValue;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** The place below the talk where the console opens and closes, or takes all the room there is. JavaFX thread. */
final class ConsoleDock {
    private static final double HEAD = 36;
    private static final double LOWEST = 140;
    private static final Duration SLIDE = Duration.millis(160);

    private final SplitPane pane;
    private final Region console;
    private final SettingsModel settings;
    private final BooleanProperty maximized = new SimpleBooleanProperty();
    private final Timeline slide = new Timeline();

    ConsoleDock(Region talk, Region console, SettingsModel settings) {
        this.console = console;
        this.settings = settings;
        talk.setMinHeight(0);
        pane = new SplitPane(talk, console);
        pane.setOrientation(Orientation.VERTICAL);
        pane.getStyleClass().add("console-dock");
        SplitPane.setResizableWithParent(console, false);
        settings.consoleOpen().addListener((property, before, now) -> {
            if (!now) maximized.set(false);
            moveTo(now);
        });
        maximized.addListener(observable -> moveTo(settings.consoleOpen().get()));
        console.heightProperty().addListener((property, before, now) -> remember(now.doubleValue()));
        pane.heightProperty().addListener((property, before, now) -> {
            if (before.doubleValue() == 0 || maximized.get())
                settle(settings.consoleOpen().get());
        });
        settle();
    }

    /** Gives everything its place, once there is room. */
    void settle() {
        settle(settings.consoleOpen().get());
    }

    SplitPane pane() {
        return pane;
    }

    /** Whether the console takes all the room; it is open then. */
    BooleanProperty maximized() {
        return maximized;
    }

    void toggle() {
        settings.consoleOpen().set(!settings.consoleOpen().get());
    }

    void toggleMaximized() {
        boolean wanted = !maximized.get();
        if (wanted) settings.consoleOpen().set(true);
        maximized.set(wanted);
    }

    private void remember(double height) {
        boolean byTheUser = settings.consoleOpen().get() && !maximized.get() && !isSliding();
        if (byTheUser && height >= LOWEST) settings.consoleHeight().set(height);
    }

    private boolean isSliding() {
        return slide.getStatus() == Timeline.Status.RUNNING;
    }

    private void moveTo(boolean open) {
        slide.stop();
        if (settings.reduceMotion().get() || pane.getHeight() == 0) {
            settle(open);
            return;
        }
        console.setMinHeight(HEAD);
        console.setMaxHeight(Double.MAX_VALUE);
        slide.getKeyFrames()
                .setAll(new KeyFrame(
                        SLIDE,
                        new KeyValue(
                                pane.getDividers().get(0).positionProperty(), position(open), Interpolator.EASE_OUT)));
        slide.setOnFinished(event -> settle(open));
        slide.play();
    }

    private void settle(boolean open) {
        console.setMinHeight(open ? LOWEST : HEAD);
        console.setMaxHeight(open ? Double.MAX_VALUE : HEAD);
        if (pane.getHeight() > 0) pane.setDividerPositions(position(open));
    }

    private double position(boolean open) {
        if (open && maximized.get()) return 0;
        double height = open ? Math.min(settings.consoleHeight().get(), pane.getHeight() - LOWEST) : HEAD;
        return Math.max(0, 1 - height / pane.getHeight());
    }
}
