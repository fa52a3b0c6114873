package dev.parley.desktop.log;

import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;

/** Has something done at once when it is asked for, but in a flood of asking only every so often. JavaFX thread. */
final class Pace extends AnimationTimer {
    private static final long GAP = TimeUnit.MILLISECONDS.toNanos(45);

    private final Runnable action;
    private long last = System.nanoTime() - GAP;
    private boolean waiting;

    Pace(Runnable action) {
        this.action = action;
    }

    void ask() {
        if (waiting) return;
        if (System.nanoTime() - last >= GAP) act();
        else {
            waiting = true;
            start();
        }
    }

    @Override
    public void handle(long now) {
        if (System.nanoTime() - last < GAP) return;
        stop();
        waiting = false;
        act();
    }

    private void act() {
        last = System.nanoTime();
        action.run();
    }
}
