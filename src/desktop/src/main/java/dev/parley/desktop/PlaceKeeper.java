package dev.parley.desktop;

import dev.parley.desktop.settings.SettingsModel;
import dev.parley.desktop.settings.WindowPlace;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** Puts the window where it was last, if it can be seen there, and remembers where the user puts it. JavaFX thread. */
final class PlaceKeeper {
    private final Stage stage;
    private final SettingsModel settings;

    PlaceKeeper(Stage stage, SettingsModel settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /** Before the window is shown. */
    void restore() {
        List<Rectangle2D> screens =
                Screen.getScreens().stream().map(Screen::getVisualBounds).toList();
        WindowPlace place =
                settings.place().get().map(known -> known.on(screens)).orElseGet(() -> WindowPlace.usual(screens));
        stage.setMinWidth(WindowPlace.MIN_WIDTH);
        stage.setMinHeight(WindowPlace.MIN_HEIGHT);
        stage.setX(place.x());
        stage.setY(place.y());
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        stage.setMaximized(place.maximized());
    }

    /** From now on, once the window is shown. */
    void watch() {
        stage.xProperty().addListener(observable -> remember());
        stage.yProperty().addListener(observable -> remember());
        stage.widthProperty().addListener(observable -> remember());
        stage.heightProperty().addListener(observable -> remember());
        stage.maximizedProperty().addListener(observable -> remember());
    }

    private void remember() {
        if (stage.isIconified() || !stage.isShowing()) return;
        Optional<WindowPlace> before = settings.place().get();
        settings.place()
                .set(Optional.of(
                        stage.isMaximized() && before.isPresent()
                                ? maximized(before.get())
                                : here(stage.isMaximized())));
    }

    private static WindowPlace maximized(WindowPlace place) {
        return new WindowPlace(place.x(), place.y(), place.width(), place.height(), true);
    }

    private WindowPlace here(boolean maximized) {
        return new WindowPlace(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), maximized);
    }
}
