package dev.parley.desktop.start;

import dev.parley.desktop.settings.Appearance;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A small drawing of the window in a theme, or of half a window in each. JavaFX thread. */
final class ThemePicture extends StackPane {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int LINES = 4;

    ThemePicture(Appearance appearance) {
        getStyleClass()
                .addAll("theme-picture", "theme-picture-" + appearance.name().toLowerCase(Locale.ROOT));
        VBox side = new VBox();
        side.getStyleClass().add("theme-picture-side");
        VBox lines = new VBox();
        lines.getStyleClass().add("theme-picture-lines");
        for (int line = 0; line < LINES; line++) {
            Region bar = new Region();
            bar.getStyleClass().addAll("theme-picture-line", "theme-picture-line-" + line);
            lines.getChildren().add(bar);
        }
        getChildren().add(new HBox(side, lines));
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
    }

    void chosen(boolean yes) {
        pseudoClassStateChanged(CHOSEN, yes);
    }
}
