package dev.parley.desktop.start;

import dev.parley.desktop.theme.Icon;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** A dialog in the window: title, content, and buttons below. JavaFX thread. */
final class Card extends BorderPane {
    /** @param close what the cross does */
    Card(String title, Node content, Runnable close) {
        Label name = new Label(title);
        name.getStyleClass().add("dialog-title");
        HBox head = new HBox(name, gap(), cross(close));
        head.getStyleClass().add("dialog-head");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        setTop(head);
        setCenter(scroll);
        getStyleClass().addAll("card", "dialog");
        setAccessibleText(title);
    }

    /** Adds a line below. */
    Card foot(Node... parts) {
        HBox foot = new HBox(parts);
        foot.getStyleClass().add("dialog-foot");
        setBottom(foot);
        return this;
    }

    /** What takes the room that is left. */
    static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    private static Button cross(Runnable close) {
        Button cross = new Button(null, new Icon(Icon.Shape.CLOSE));
        cross.getStyleClass().add("icon-button");
        cross.setAccessibleText("Close");
        cross.setTooltip(new Tooltip("Close (Esc)"));
        cross.setOnAction(event -> close.run());
        return cross;
    }
}
