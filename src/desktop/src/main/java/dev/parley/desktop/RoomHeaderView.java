package dev.parley.desktop;

import dev.parley.desktop.theme.Icon;
import javafx.geometry.Bounds;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.PopupWindow.AnchorLocation;

/** The line above the talk: the room, how things stand there, and the way to everything else. JavaFX thread. */
final class RoomHeaderView extends HBox {
    private static final double GAP = 4;

    private final Button more = iconButton(Icon.Shape.MORE, "Menu", Shortcut.MENU);
    private final ContextMenu menu;

    RoomHeaderView(RoomModel model, ContextMenu menu, Runnable find) {
        this.menu = menu;
        Label room = new Label();
        room.textProperty().bind(model.room());
        room.getStyleClass().add("room-name");
        Label subtitle = new Label();
        subtitle.textProperty().bind(model.subtitle());
        subtitle.getStyleClass().add("room-subtitle");
        subtitle.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button search = iconButton(Icon.Shape.SEARCH, "Find", Shortcut.FIND);
        search.setId("header-find");
        search.setOnAction(event -> find.run());
        more.setId("header-menu");
        more.setOnAction(event -> openMenu());
        getStyleClass().add("room-header");
        getChildren().addAll(room, subtitle, gap, search, more);
    }

    private static Button iconButton(Icon.Shape shape, String name, Shortcut shortcut) {
        Button button = new Button(null, new Icon(shape));
        button.getStyleClass().add("icon-button");
        button.setAccessibleText(name);
        button.setTooltip(new Tooltip(name + " (" + shortcut.keys().replace(' ', '+') + ")"));
        return button;
    }

    void focus() {
        more.requestFocus();
    }

    /** Opens the menu, or closes it. */
    void openMenu() {
        if (menu.isShowing()) {
            menu.hide();
            return;
        }
        Bounds button = more.localToScreen(more.getBoundsInLocal());
        menu.setAnchorLocation(AnchorLocation.CONTENT_TOP_RIGHT);
        menu.show(more, button.getMaxX(), button.getMaxY() + GAP);
    }
}
