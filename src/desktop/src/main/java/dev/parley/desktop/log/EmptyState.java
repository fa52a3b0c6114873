package dev.parley.desktop.log;

import dev.parley.desktop.theme.Icon;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.text.TextAlignment;

/** Stands in the log of a room where nothing was said and nobody else is: how to bring somebody. JavaFX thread. */
final class EmptyState extends VBox {
    private final TextField line = new TextField();
    private final Label words = new Label();
    private final LogActions actions;

    EmptyState(LogActions actions) {
        this.actions = actions;
        getStyleClass().add("empty-state");
        Label title = new Label("No one else is here yet");
        title.getStyleClass().add("empty-title");
        words.getStyleClass().add("empty-words");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        line.getStyleClass().add("invitation");
        line.setEditable(false);
        line.setAccessibleText("The line to send");
        Button copy = new Button("Copy", new Icon(Icon.Shape.COPY));
        copy.getStyleClass().addAll("accent", "copy-invitation");
        copy.setOnAction(event -> actions.copy().accept(line.getText()));
        HBox row = new HBox(line, copy);
        row.getStyleClass().add("invitation-row");
        getChildren().addAll(picture(), title, words, row);
        setVisible(false);
    }

    private static StackPane picture() {
        StackPane picture = new StackPane(bubble("bubble-own"), bubble("bubble-other"));
        picture.getStyleClass().add("empty-picture");
        return picture;
    }

    private static SVGPath bubble(String styleClass) {
        SVGPath bubble = new SVGPath();
        bubble.getStyleClass().add(styleClass);
        bubble.setContent(
                styleClass.equals("bubble-own")
                        ? "M7 0H25A7 7 0 0 1 32 7V13A7 7 0 0 1 25 20H9L4 26V19A7 7 0 0 1 0 13V7A7 7 0 0 1 7 0Z"
                        : "M7 0H21A6.5 6.5 0 0 1 28 6.5V12A6.5 6.5 0 0 1 24 18V22L19 18.5H7A6.5 6.5 0 0 1 0 12V6.5A6.5 6.5 0 0 1 7 0Z");
        return bubble;
    }

    private void invite(Invitation invitation) {
        line.setText(invitation.line());
        words.setText(invitation.advice() + " Messages you write now stay on this machine until somebody joins.");
    }

    /** Shows itself with the line as it is now, or goes. */
    void show(boolean wanted) {
        if (wanted) invite(actions.invitation().get());
        if (isVisible() != wanted) setVisible(wanted);
    }
}
