package dev.parley.desktop.start;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A field under its label, and a word of help under both if there is one. JavaFX thread. */
final class FormField extends VBox {
    FormField(String name, Node field) {
        Label label = new Label(name);
        label.setLabelFor(field);
        label.getStyleClass().add("form-label");
        getStyleClass().add("form-field");
        getChildren().addAll(label, field);
    }

    FormField helped(String text) {
        Label help = new Label(text);
        help.setWrapText(true);
        help.getStyleClass().add("form-help");
        getChildren().add(help);
        return this;
    }
}
