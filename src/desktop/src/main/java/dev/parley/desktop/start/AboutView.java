package dev.parley.desktop.start;

import dev.parley.desktop.theme.Logo;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The card that says what this is. JavaFX thread. */
public final class AboutView extends StackPane {
    /**
     * @param facts a line each: version, runtime, and where things are
     * @param close puts the card away
     */
    public AboutView(List<String> facts, Runnable close) {
        Label name = new Label("Parley");
        name.getStyleClass().add("card-title");
        Label what = new Label("Group chat without a server, and a workbench for group communication.");
        what.setWrapText(true);
        what.getStyleClass().add("card-subtitle");
        VBox text = new VBox(new StackPane(new Logo()), name, what);
        text.getStyleClass().add("about");
        for (String fact : facts) {
            Label line = new Label(fact);
            line.setWrapText(true);
            line.getStyleClass().addAll("mono", "about-fact");
            text.getChildren().add(line);
        }
        getChildren().add(new Card("About Parley", text, close));
    }
}
