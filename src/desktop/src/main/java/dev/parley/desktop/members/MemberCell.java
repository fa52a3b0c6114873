package dev.parley.desktop.members;

import dev.parley.desktop.members.MemberRow.Content;
import dev.parley.desktop.theme.SenderColours;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;

/** A cell that follows what its row says. JavaFX thread. */
final class MemberCell extends ListCell<MemberRow> {
    private final MemberText text;
    private final BooleanExpression compact;
    private final MemberRowView view;
    private final Tooltip tooltip = new Tooltip();
    private final ChangeListener<Content> contentChanged = (property, old, now) -> show(now);
    private final ChangeListener<Boolean> compactChanged = (property, old, now) -> {
        if (getItem() != null) show(getItem().content());
    };
    private final WeakChangeListener<Content> following = new WeakChangeListener<>(contentChanged);

    MemberCell(MemberText text, SenderColours colours, BooleanExpression compact) {
        this.text = text;
        this.compact = compact;
        view = new MemberRowView(text, colours, compact);
        setPrefWidth(0);
        compact.addListener(new WeakChangeListener<>(compactChanged));
    }

    @Override
    protected void updateItem(MemberRow row, boolean empty) {
        if (getItem() != null) getItem().contentProperty().removeListener(following);
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        row.contentProperty().addListener(following);
        show(row.content());
        setGraphic(view);
    }

    private void show(Content content) {
        view.show(content);
        String spoken = text.spoken(content);
        setAccessibleText(spoken);
        tooltip.setText(spoken);
        setTooltip(compact.get() ? tooltip : null);
    }
}
