package dev.parley.desktop.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;

/** Light or dark: the sheets that dress a window. JavaFX thread. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet(), "light.css"),
    DARK(new PrimerDark().getUserAgentStylesheet(), "dark.css");

    private static final List<String> SHARED =
            List.of("parley.css", "shell.css", "members.css", "chat.css", "console.css");

    private final String foundation;
    private final String tokens;

    Theme(String foundation, String tokens) {
        this.foundation = foundation;
        this.tokens = sheet(tokens);
    }

    /** Dresses a scene in this theme, whatever it wore before. The foundation changes for all windows. */
    public void dress(Scene scene) {
        Application.setUserAgentStylesheet(foundation);
        List<String> sheets = new ArrayList<>();
        sheets.add(tokens);
        SHARED.forEach(name -> sheets.add(sheet(name)));
        scene.getStylesheets().setAll(sheets);
    }

    private static String sheet(String name) {
        URL url = Objects.requireNonNull(Theme.class.getResource(name), name);
        return url.toExternalForm();
    }
}
