package dev.parley.desktop.start;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Shows one card at a time above everything else, which is darkened and cannot be reached meanwhile. The focus goes back to
 * where it was. JavaFX thread.
 */
public final class CardLayer extends StackPane {
    private final ChangeListener<Node> keepingFocus = (property, before, now) -> keepFocus(now);
    private Optional<Node> focusedBefore = Optional.empty();
    private boolean dismissible;

    /** Shows nothing yet. */
    public CardLayer() {
        getStyleClass().add("scrim");
        setVisible(false);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() != KeyCode.ESCAPE) return;
            if (dismissible) dismiss();
            event.consume();
        });
        setOnMouseClicked(event -> {
            if (event.getTarget() == this && dismissible) dismiss();
        });
    }

    /** Shows a card that Esc and a click beside it put away. */
    public void show(Region card) {
        put(card);
        dismissible = true;
    }

    /** Shows a card that stays. */
    public void pin(Region card) {
        put(card);
        dismissible = false;
    }

    private void put(Region card) {
        if (!isVisible()) {
            focusedBefore = Optional.ofNullable(getScene().getFocusOwner());
            getScene().focusOwnerProperty().addListener(keepingFocus);
        }
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().setAll(card);
        setVisible(true);
        if (!FirstControl.focus(card)) requestFocus();
    }

    private void keepFocus(Node owner) {
        Node node = owner;
        while (node != null && node != this) node = node.getParent();
        if (node == null && !FirstControl.focus(this)) requestFocus();
    }

    /** Whether a card is shown. */
    public boolean isShowing() {
        return isVisible();
    }

    /** Puts the card away. */
    public void dismiss() {
        if (!isVisible()) return;
        getScene().focusOwnerProperty().removeListener(keepingFocus);
        setVisible(false);
        getChildren().clear();
        focusedBefore.ifPresent(Node::requestFocus);
        focusedBefore = Optional.empty();
    }
}
