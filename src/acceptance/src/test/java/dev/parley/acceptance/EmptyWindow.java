package dev.parley.acceptance;

import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A JavaFX program that does nothing but show a window, to compare with. */
public final class EmptyWindow extends Application {
    @Override
    public void start(Stage stage) {
        stage.setX(0);
        stage.setY(0);
        stage.setScene(new Scene(new StackPane(), VirtualDisplay.WIDTH, VirtualDisplay.HEIGHT));
        stage.show();
    }

    /** Apart from the application, which the launcher takes for a program on the module path. */
    static final class Main {
        private Main() {}

        public static void main(String[] arguments) {
            Application.launch(EmptyWindow.class, arguments);
        }
    }
}
