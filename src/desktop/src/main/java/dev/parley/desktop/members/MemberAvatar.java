package dev.parley.desktop.members;

import dev.parley.desktop.members.MemberRow.Content;
import dev.parley.desktop.members.MemberRow.Present;
import dev.parley.desktop.theme.Icon;
import dev.parley.desktop.theme.SenderColours;
import javafx.beans.binding.BooleanExpression;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A member's first letter in its colour, with a dot for its presence. JavaFX thread. */
final class MemberAvatar extends StackPane {
    private static final PseudoClass AWAY = PseudoClass.getPseudoClass("away");
    private static final double BEYOND_EDGE = 4;
    private static final double STAR_BEYOND_EDGE = 5;

    private final SenderColours colours;
    private final Label letter = new Label();
    private final StackPane disc = new StackPane(letter);
    private final Region dot = new Region();
    private final Icon star = new Icon(Icon.Shape.STAR);
    private String colour = "";

    /** @param compact whether there is no name beside it, so that it bears the coordinator's star */
    MemberAvatar(SenderColours colours, BooleanExpression compact) {
        this.colours = colours;
        getStyleClass().add("member-avatar");
        disc.getStyleClass().add("member-disc");
        letter.getStyleClass().add("member-letter");
        dot.getStyleClass().add("presence-dot");
        star.getStyleClass().add("member-star");
        setAlignment(dot, Pos.BOTTOM_RIGHT);
        dot.setTranslateX(BEYOND_EDGE);
        dot.setTranslateY(BEYOND_EDGE);
        setAlignment(star, Pos.TOP_RIGHT);
        star.setTranslateX(STAR_BEYOND_EDGE);
        star.setTranslateY(-STAR_BEYOND_EDGE);
        star.managedProperty().bind(compact);
        getChildren().setAll(disc, dot, star);
    }

    void show(Content content, boolean starred) {
        letter.setText(MemberText.letter(content.name()));
        disc.getStyleClass().remove(colour);
        colour = content instanceof Present
                ? content.author().map(colours::styleClassOf).orElse("sender-unknown")
                : "sender-gone";
        disc.getStyleClass().add(colour);
        dot.setVisible(content instanceof Present);
        dot.pseudoClassStateChanged(
                AWAY, content instanceof Present present && !present.entry().inChat());
        star.setVisible(starred && star.isManaged());
    }
}
