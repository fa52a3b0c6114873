package dev.parley.desktop.completion;

import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.theme.Fonts;
import dev.parley.desktop.theme.Theme;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A window with an overlay, as the program has it, for one part of it. JavaFX thread. */
public final class Desk implements AutoCloseable {
    private final FxThread fxThread = new FxThread();
    private final CompletionWorker worker = new CompletionWorker(fxThread);
    private final Pane overlay = new Pane();
    private final CompletionPopup popup = new CompletionPopup(overlay, worker);
    private final StackPane root = new StackPane();
    private final Stage stage = new Stage();

    public Desk(double width, double height) {
        Fonts.load();
        overlay.setPickOnBounds(false);
        root.getChildren().setAll(overlay);
        stage.setScene(new Scene(root, width, height));
        Theme.LIGHT.dress(stage.getScene());
    }

    /** Shows this under the overlay. */
    public void show(Parent part) {
        root.getChildren().setAll(part, overlay);
        stage.show();
    }

    public FxThread fxThread() {
        return fxThread;
    }

    public CompletionPopup popup() {
        return popup;
    }

    public Pane overlay() {
        return overlay;
    }

    public Scene scene() {
        return stage.getScene();
    }

    @Override
    public void close() {
        stage.close();
        worker.close();
    }
}
