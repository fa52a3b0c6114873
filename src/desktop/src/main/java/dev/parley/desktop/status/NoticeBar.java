package dev.parley.desktop.status;

import dev.parley.desktop.theme.Icon;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The bar above the chat with the newest notice; takes no room while there is none. JavaFX thread. */
public final class NoticeBar extends HBox {
    private final NoticeModel model;
    private final Label cause = styled(new Label(), "notice-cause");
    private final Label detail = styled(new Label(), "notice-detail");
    private final Label behind = styled(new Label(), "notice-behind");
    private final HBox actions = styled(new HBox(), "notice-actions");

    public NoticeBar(NoticeModel model) {
        this.model = model;
        cause.setWrapText(true);
        detail.setWrapText(true);
        behind.setMinWidth(USE_PREF_SIZE);
        actions.setMinWidth(USE_PREF_SIZE);
        behind.textProperty().bind(model.behindProperty().map(more -> more + " more"));
        behind.visibleProperty().bind(model.behindProperty().greaterThan(0));
        behind.managedProperty().bind(behind.visibleProperty());
        VBox words = styled(new VBox(cause, detail), "notice-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        getStyleClass().add("notice-bar");
        // Where room is short the chat gives way, not the sentence.
        setMinHeight(USE_PREF_SIZE);
        getChildren()
                .setAll(styled(new Icon(Icon.Shape.WARNING), "notice-icon"), words, behind, actions, closeButton());
        model.currentProperty().addListener((property, old, now) -> show(now));
        show(model.currentProperty().get());
    }

    private static <T extends Node> T styled(T node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }

    private Button closeButton() {
        Button close = styled(new Button(), "notice-close");
        close.setGraphic(new Icon(Icon.Shape.CLOSE));
        close.setAccessibleText("Close notice");
        close.setTooltip(new Tooltip("Close notice"));
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> model.close());
        return close;
    }

    private void show(Optional<Notice> notice) {
        setVisible(notice.isPresent());
        setManaged(notice.isPresent());
        notice.ifPresent(this::fill);
    }

    private void fill(Notice notice) {
        cause.setText(notice.cause());
        detail.setText(notice.detail());
        detail.setVisible(!notice.detail().isEmpty());
        detail.setManaged(!notice.detail().isEmpty());
        setAccessibleText(spoken(notice));
        actions.getChildren()
                .setAll(notice.actions().stream().map(NoticeBar::button).toList());
    }

    private static String spoken(Notice notice) {
        String end = notice.cause().endsWith(".") ? " " : ". ";
        return (notice.cause() + end + notice.detail()).strip();
    }

    private static Button button(Notice.Action action) {
        Button button = styled(new Button(action.label(), new Icon(action.icon())), "notice-action");
        button.setDisable(!action.enabled());
        button.setOnAction(event -> action.run().run());
        return button;
    }
}
