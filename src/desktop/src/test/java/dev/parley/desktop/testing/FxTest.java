package dev.parley.desktop.testing;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A test with a JavaFX toolkit in memory; JavaFX is started once for all of them. */
public abstract class FxTest {
    protected final FxRobot robot = new FxRobot();

    @BeforeAll
    static void startToolkit() throws Exception {
        WaitForAsyncUtils.autoCheckException = false;
        FxToolkit.registerPrimaryStage();
    }

    @AfterEach
    void cleanUp() throws Exception {
        FxToolkit.cleanupStages();
    }

    /** Runs this on the JavaFX thread and waits for it and for what it has caused. */
    protected static void onFx(Runnable work) {
        WaitForAsyncUtils.waitForAsyncFx(20_000, work);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Asks for something on the JavaFX thread. */
    protected static <T> T fromFx(Callable<T> question) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, question);
    }
}
