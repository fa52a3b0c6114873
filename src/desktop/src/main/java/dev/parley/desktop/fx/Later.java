package dev.parley.desktop.fx;

import dev.parley.chat.Subscription;
import java.time.Duration;

/** Does things on the JavaFX thread after a while. A window uses {@link LaterTimer}, a test a clock of its own. */
@FunctionalInterface
public interface Later {
    /** Closing what it returns, on the JavaFX thread, cancels what has not run yet. */
    Subscription after(Duration delay, Runnable work);
}
