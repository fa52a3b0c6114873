package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.desktop.theme.Icon;
import dev.parley.desktop.theme.SenderColours;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/** Shows a message, or an action. JavaFX thread. */
final class MessageCell extends RowCell {
    private static final PseudoClass MENTION = PseudoClass.getPseudoClass("mention");
    private static final PseudoClass PRIVATE = PseudoClass.getPseudoClass("private");
    private static final PseudoClass ACTION = PseudoClass.getPseudoClass("action");
    private static final double GUTTER = 68;
    private static final double COLUMN = 720;
    private static final double HEAD = 18;

    private final ChatLogModel model;
    private final SenderColours colours;
    private final Label avatar = label("log-avatar");
    private final Label name = label("sender-name");
    private final Label you = label("you-tag");
    private final Label secret = label("private-tag");
    private final Label late = label("late-tag");
    private final Label time = label("row-time");
    private final Label gutterTime = label("gutter-time");
    private final MessageText text = new MessageText();
    private final Button more = new Button();
    private final Runnable open;

    /** @param open shows the long text of the row to its end */
    MessageCell(LogScale scale, ChatLogModel model, SenderColours colours, java.util.function.Consumer<LogRow> open) {
        super(scale);
        this.model = model;
        this.colours = colours;
        this.open = () -> open.accept(row());
        getStyleClass().add("message-row");
        you.setText("you");
        late.setText("late");
        secret.setGraphic(new Icon(Icon.Shape.LOCK));
        more.getStyleClass().add("show-all");
        more.setFocusTraversable(false);
        more.setOnAction(event -> this.open.run());
        getChildren().addAll(avatar, name, you, secret, late, time, gutterTime, text, more);
    }

    private static Label label(String styleClass) {
        Label label = new Label();
        label.getStyleClass().setAll(styleClass);
        label.setMouseTransparent(true);
        return label;
    }

    MessageText text() {
        return text;
    }

    ChatMessage message() {
        return ((MessageRow) row()).message();
    }

    boolean isCut() {
        return text.content().cut();
    }

    private boolean isAction() {
        return message().kind() == ChatMessage.Kind.ACTION;
    }

    private boolean hasHead() {
        return isAction() || state().place().groupStart();
    }

    @Override
    void update(boolean textChanged) {
        MessageRow row = (MessageRow) row();
        if (textChanged) updateMessage(row);
        text.mark(state().marks());
    }

    private void updateMessage(MessageRow row) {
        ChatMessage message = row.message();
        mark(MENTION, row.mention());
        mark(PRIVATE, message.kind() == ChatMessage.Kind.DIRECT);
        mark(ACTION, isAction());
        if (text.show(MessageContent.of(message.text(), model.self(), state().open()))) restyle();
        String hour = model.words().hour(message.time());
        boolean head = hasHead();
        setShown(avatar, head);
        setShown(name, head);
        setShown(time, head);
        setShown(you, head && message.self() && !isAction());
        setShown(secret, head && message.kind() == ChatMessage.Kind.DIRECT);
        setShown(late, head && row.late());
        setShown(gutterTime, !head);
        if (head) updateHead(message, hour);
        else gutterTime.setText(hour);
        setShown(more, isCut());
        if (isCut())
            more.setText("Show all %,d characters".formatted(message.text().length()));
    }

    private void updateHead(ChatMessage message, String hour) {
        String shown = ShownText.name(message.from());
        String colour = colours.styleClassOf(message.id().author());
        dress(avatar, "log-avatar", colour);
        dress(name, "sender-name", colour);
        name.setText(shown);
        avatar.setText(isAction() ? "*" : initial(shown));
        time.setText(hour);
        if (secret.isVisible()) secret.setText(model.words().privately(message));
    }

    private void dress(Label label, String own, String colour) {
        List<String> wanted = List.of(own, colour);
        if (label.getStyleClass().equals(wanted)) return;
        label.getStyleClass().setAll(wanted);
        restyle();
    }

    private static String initial(String name) {
        int letter =
                name.codePoints().filter(Character::isLetterOrDigit).findFirst().orElse('?');
        return Character.toString(Character.toUpperCase(letter));
    }

    private double textWidth(double width) {
        return Math.max(1, Math.min(px(COLUMN), width - px(GUTTER) - px(24)));
    }

    @Override
    double bodyHeight(double width) {
        if (isAction()) return px(6) + actionHeight(width) + px(4);
        double head = state().place().groupStart() ? px(8) + px(HEAD) + px(1) : px(2);
        return head + Math.ceil(text.prefHeight(textWidth(width))) + moreHeight() + px(3);
    }

    private double actionHeight(double width) {
        return Math.ceil(text.prefHeight(actionTextWidth(width))) + moreHeight();
    }

    private double actionTextWidth(double width) {
        return Math.max(
                1, textWidth(width) - nameWidth(width) - px(5) - px(8) - Math.ceil(time.prefWidth(-1)) - lateWidth());
    }

    private double lateWidth() {
        return late.isVisible() ? Math.ceil(late.prefWidth(-1)) + px(8) : 0;
    }

    private double nameWidth(double width) {
        return Math.min(Math.ceil(name.prefWidth(-1)), textWidth(width) / 2);
    }

    private double moreHeight() {
        return isCut() ? px(28) : 0;
    }

    @Override
    void layoutBody(double top, double width, double height) {
        if (isAction()) layoutAction(top, width);
        else layoutMessage(top, width);
    }

    private void layoutMessage(double top, double width) {
        double left = px(GUTTER);
        double column = textWidth(width);
        double y = top + px(2);
        if (state().place().groupStart()) {
            y = top + px(8);
            avatar.resizeRelocate(px(20), y, px(32), px(32));
            layoutHead(y + px(HEAD) / 2 - 1, left, column);
            y += px(HEAD) + px(1);
        } else placeCentred(gutterTime, px(19), y + px(10), px(44));
        placeText(left, y, column);
    }

    private void placeText(double left, double top, double column) {
        double textHeight = Math.ceil(text.prefHeight(column));
        text.resizeRelocate(left, top, column, textHeight);
        if (isCut()) more.resizeRelocate(left, top + textHeight + px(2), Math.min(column, more.prefWidth(-1)), px(24));
    }

    private void layoutHead(double middle, double left, double column) {
        double rest = px(8) + Math.ceil(time.prefWidth(-1));
        for (Label tag : List.of(you, secret, late)) if (tag.isVisible()) rest += px(8) + Math.ceil(tag.prefWidth(-1));
        double x = placeCentred(name, left, middle, Math.max(px(40), column - rest));
        for (Label tag : List.of(you, secret, late, time)) {
            if (tag.isVisible()) x = placeCentred(tag, x + px(8), middle, Math.max(0, left + column - x - px(8)));
        }
    }

    private void layoutAction(double top, double width) {
        double left = px(GUTTER);
        double y = top + px(6);
        double column = actionTextWidth(width);
        double middle = y + px(8.5);
        avatar.resizeRelocate(px(20), middle - px(9), px(32), px(18));
        double x = placeCentred(name, left, middle, nameWidth(width)) + px(5);
        placeText(x, y, column);
        double end = x + Math.min(column, Math.ceil(text.prefWidth(-1))) + px(8);
        if (late.isVisible()) end = placeCentred(late, end, middle, lateWidth()) + px(8);
        placeCentred(time, end, middle, px(60));
    }

    @Override
    String spoken() {
        return model.words().spoken(row());
    }
}
