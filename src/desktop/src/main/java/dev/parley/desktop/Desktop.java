package dev.parley.desktop;

import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.settings.KeptSettings;
import dev.parley.desktop.settings.SettingsSaver;
import dev.parley.desktop.theme.Fonts;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.apache.logging.log4j.LogManager;

/**
 * The face that is a window. The window is there first; session and console are built behind it. Methods are called from the
 * main thread, but for {@link #raise}.
 */
public final class Desktop {
    private final Opening opening;
    private final StartPlan plan;
    private final KeptSettings settings;
    private final FxThread fxThread = new FxThread();
    private final CompletableFuture<Void> shown = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private volatile MainWindow window;
    private volatile SettingsSaver saver;

    public Desktop(Opening opening, StartPlan plan, KeptSettings settings) {
        this.opening = opening;
        this.plan = plan;
        this.settings = settings;
    }

    /**
     * Opens the window and returns once it is there.
     *
     * @throws NoWindowException if JavaFX cannot show one here
     */
    public void start() throws NoWindowException {
        Display display = new Display(System.getProperty("os.name"), System.getenv(), Path.of("/"));
        new ToolkitLog().listen();
        try {
            Platform.startup(this::open);
            shown.join();
        } catch (CompletionException e) {
            throw failed(display, e.getCause());
        } catch (RuntimeException | LinkageError e) {
            throw failed(display, e);
        }
    }

    private static NoWindowException failed(Display display, Throwable cause) {
        LogManager.getLogger(Desktop.class).warn("no window", cause);
        return new NoWindowException(display.failure(cause), cause);
    }

    /** Waits until the window is closed and the group left. */
    public void awaitEnd() {
        ended.join();
        saver.close();
        Platform.exit();
    }

    /** Brings the window before the user. Any thread. */
    public void raise() {
        fxThread.execute(() -> window.raise());
    }

    private void open() {
        try {
            Platform.setImplicitExit(false);
            new WindowClass("parley").apply();
            Fonts.load();
            saver = new SettingsSaver(settings, fxThread);
            window = new MainWindow(new Stage());
            window.open(settings.model(), fxThread);
            fxThread.later(this::fill);
            shown.complete(null);
        } catch (RuntimeException | LinkageError e) {
            shown.completeExceptionally(e);
        }
    }

    private void fill() {
        window.addIcons();
        LiveSession live = new LiveSession(opening, fxThread);
        new WindowRunner(window, settings, live, fxThread, () -> ended.complete(null)).fill(plan);
    }
}
