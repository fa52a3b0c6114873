package dev.parley.desktop.members;

import dev.parley.desktop.members.MemberRow.Content;
import dev.parley.desktop.members.MemberRow.Gone;
import dev.parley.desktop.members.MemberRow.Present;
import dev.parley.desktop.theme.Icon;
import dev.parley.desktop.theme.SenderColours;
import java.util.Optional;
import javafx.beans.binding.BooleanExpression;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** How a member's row looks: avatar, name and address, round trip; only the avatar in the rail. JavaFX thread. */
final class MemberRowView extends VBox {
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");
    private static final PseudoClass QUIET = PseudoClass.getPseudoClass("quiet");
    private static final PseudoClass SLOW = PseudoClass.getPseudoClass("slow");

    private final MemberText text;
    private final BooleanExpression compact;
    private final MemberAvatar avatar;
    private final Label heading = styled(new Label("Recently left"), "members-heading");
    private final Region line = styled(new Region(), "members-line");
    private final Label name = styled(new Label(), "member-name");
    private final Icon star = styled(new Icon(Icon.Shape.STAR), "member-star");
    private final Label you = styled(new Label("you"), "you-tag");
    private final Label detail = styled(new Label(), "member-detail");
    private final Label roundTrip = styled(new Label(), "member-rtt");
    private final HBox row = styled(new HBox(), "member-row");

    MemberRowView(MemberText text, SenderColours colours, BooleanExpression compact) {
        this.text = text;
        this.compact = compact;
        avatar = new MemberAvatar(colours, compact);
        HBox title = styled(new HBox(name, star, you), "member-title");
        VBox words = styled(new VBox(title, detail), "member-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        roundTrip.setMinWidth(USE_PREF_SIZE);
        you.setMinWidth(USE_PREF_SIZE);
        showOnly(words, compact.not());
        showOnly(roundTrip, compact.not());
        row.getChildren().setAll(avatar, words, roundTrip);
        getStyleClass().add("member-cell");
        getChildren().setAll(heading, line, row);
    }

    private static <T extends Node> T styled(T node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }

    private static void showOnly(Node node, BooleanExpression when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(when);
    }

    private static void showOnly(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    void show(Content content) {
        Optional<Present> present = content instanceof Present here ? Optional.of(here) : Optional.empty();
        boolean first = content instanceof Gone gone && gone.first();
        boolean coordinator = present.map(here -> here.entry().coordinator()).orElse(false);
        showOnly(heading, first && !compact.get());
        showOnly(line, first && compact.get());
        avatar.show(content, coordinator);
        name.setText(content.name());
        showOnly(star, coordinator);
        showOnly(you, present.map(here -> here.entry().self()).orElse(false));
        detail.setText(text.detail(content));
        detail.getStyleClass().remove("mono");
        if (MemberText.detailIsAddress(content)) detail.getStyleClass().add("mono");
        name.pseudoClassStateChanged(
                QUIET, !present.map(here -> here.entry().inChat()).orElse(false));
        showRoundTrip(present.flatMap(Present::roundTrip));
        row.pseudoClassStateChanged(COMPACT, compact.get());
    }

    private void showRoundTrip(Optional<RoundTrip> measured) {
        roundTrip.setText(measured.map(RoundTrip::text).orElse(""));
        roundTrip.pseudoClassStateChanged(SLOW, measured.map(RoundTrip::slow).orElse(false));
    }
}
