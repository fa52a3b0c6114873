package dev.parley.desktop.fx;

import java.util.concurrent.Executor;
import javafx.application.Platform;
import org.apache.logging.log4j.LogManager;

/** The one door to the JavaFX application thread. Any thread. */
public final class FxThread implements Executor {
    /** Runs this on the JavaFX thread: at once if that is the caller, else soon. Once JavaFX has ended, never. */
    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) work.run();
        else later(work);
    }

    /** Runs this on the JavaFX thread after what it has to do already. Once JavaFX has ended, never. */
    public void later(Runnable work) {
        try {
            Platform.runLater(work);
        } catch (IllegalStateException ended) {
            LogManager.getLogger(FxThread.class).debug("the window is gone", ended);
        }
    }
}
