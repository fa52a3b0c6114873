package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.desktop.theme.Icon;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;

/** The strip of tools that floats at the message under the mouse. JavaFX thread. */
final class HoverTools extends HBox {
    private static final double OVERLAP = 16;
    private static final double RIGHT = 24;

    private final RowFlow flow;
    private final LogScale scale;
    private final Button reply;
    private final Button tell;
    private LogRow row;
    private RowCell cell;

    HoverTools(RowFlow flow, LogScale scale, ChatLogModel model, LogActions actions) {
        this.flow = flow;
        this.scale = scale;
        getStyleClass().add("tool-strip");
        setVisible(false);
        reply = button(Icon.Shape.REPLY, "Reply", message -> actions.reply().accept(message.from()));
        tell = button(
                Icon.Shape.LOCK, "Private message", message -> actions.tell().accept(message.from()));
        Button copy = button(
                Icon.Shape.COPY,
                "Copy message",
                message -> actions.copy().accept(model.words().plain(row)));
        getChildren().addAll(reply, copy, tell);
        flow.addEventHandler(MouseEvent.MOUSE_MOVED, event -> pointAt(flow.cellAt(event.getY())));
        flow.addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
        setOnMouseExited(event -> leave());
    }

    private Button button(Icon.Shape shape, String words, Consumer<ChatMessage> action) {
        Button button = new Button();
        button.getStyleClass().add("tool-button");
        button.setGraphic(new Icon(shape));
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setFocusTraversable(false);
        button.setOnAction(event -> {
            if (row instanceof MessageRow message) action.accept(message.message());
        });
        return button;
    }

    private void leave() {
        if (!isHover() && !flow.isHover()) pointAt(Optional.empty());
    }

    private void pointAt(Optional<RowCell> target) {
        row = target.map(RowCell::row).orElse(null);
        follow();
    }

    /** Stays with its row when rows have moved, or goes. */
    void follow() {
        RowCell now = row == null ? null : flow.cellOf(row).orElse(null);
        if (cell != now) {
            if (cell != null) cell.setHot(false);
            if (now != null) now.setHot(true);
            cell = now;
        }
        if (now == null) row = null;
        boolean offers = now instanceof MessageCell;
        if (isVisible() != offers) setVisible(offers);
        if (offers) place(now, ((MessageCell) now).message());
    }

    private void place(RowCell at, ChatMessage message) {
        reply.setDisable(message.self());
        tell.setDisable(message.self());
        double width = Math.ceil(prefWidth(-1));
        double height = Math.ceil(prefHeight(-1));
        double top = at.getLayoutY() + at.linesHeight() - scale.px(OVERLAP);
        resizeRelocate(flow.getWidth() - scale.px(RIGHT) - width, Math.max(4, top), width, height);
    }
}
