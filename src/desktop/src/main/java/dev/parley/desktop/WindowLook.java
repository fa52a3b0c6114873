package dev.parley.desktop;

import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.settings.Appearance;
import dev.parley.desktop.settings.SettingsModel;
import dev.parley.desktop.settings.SystemAppearance;
import dev.parley.desktop.theme.Theme;
import javafx.scene.Scene;

/** Keeps a scene in the theme and the text size that the user wants, or that the desktop has. JavaFX thread. */
final class WindowLook {
    private final Scene scene;
    private final SettingsModel settings;
    private final SystemAppearance system;
    private final FxThread fxThread;
    private Theme worn = Theme.LIGHT;
    private Theme ofSystem = Theme.LIGHT;

    WindowLook(Scene scene, SettingsModel settings, SystemAppearance system, FxThread fxThread) {
        this.scene = scene;
        this.settings = settings;
        this.system = system;
        this.fxThread = fxThread;
        settings.appearance().addListener(observable -> {
            wear();
            askSystem();
        });
        settings.textSize().addListener(observable -> sizeText());
        worn = wanted();
        worn.dress(scene);
        sizeText();
    }

    /** Asks the desktop anew, as when the window gets the focus. */
    void askSystem() {
        if (settings.appearance().get() != Appearance.SYSTEM) return;
        system.ask(theme -> fxThread.later(() -> {
            ofSystem = theme;
            wear();
        }));
    }

    private Theme wanted() {
        return switch (settings.appearance().get()) {
            case SYSTEM -> ofSystem;
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
        };
    }

    private void wear() {
        Theme theme = wanted();
        if (theme == worn) return;
        worn = theme;
        theme.dress(scene);
    }

    private void sizeText() {
        scene.getRoot()
                .setStyle("-fx-font-size: %dpx;".formatted(settings.textSize().get()));
    }
}
