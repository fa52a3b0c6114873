package dev.parley.desktop.completion;

import dev.parley.console.text.HarmlessText;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One line of the popup: the word with its typed part marked, what it means, what it is. JavaFX thread. */
final class ChoiceRow extends HBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private final Label typed = new Label();
    private final Label rest = new Label();
    private final HBox word = new HBox(typed, rest);
    private final Label description = new Label();
    private final Label kind = new Label();

    ChoiceRow() {
        getStyleClass().add("choice-row");
        typed.getStyleClass().add("choice-typed");
        rest.getStyleClass().add("choice-rest");
        description.getStyleClass().add("choice-description");
        kind.getStyleClass().add("choice-kind");
        typed.setMinWidth(Region.USE_PREF_SIZE);
        kind.setMinWidth(Region.USE_PREF_SIZE);
        word.setAlignment(Pos.CENTER_LEFT);
        word.setMinWidth(Region.USE_PREF_SIZE);
        word.setMaxWidth(Region.USE_PREF_SIZE);
        description.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(description, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        getChildren().setAll(word, description, kind);
    }

    void show(Choice choice, int typedLength, double wordWidth) {
        String value = choice.value();
        int split = Math.min(typedLength, value.length());
        typed.setText(HarmlessText.line(value.substring(0, split)));
        rest.setText(HarmlessText.line(value.substring(split)));
        description.setText(HarmlessText.line(choice.description()));
        kind.setText(choice.kind());
        word.setPrefWidth(wordWidth);
        setAccessibleText(HarmlessText.line(value + ", " + choice.kind() + ". " + choice.description()));
    }

    void setChosen(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
