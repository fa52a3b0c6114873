package dev.parley.desktop.members;

import dev.parley.chat.Roster;
import dev.parley.desktop.theme.SenderColours;
import java.time.ZoneId;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The list of members beside the chat, in full or as a rail of avatars. JavaFX thread. */
public final class MembersView extends VBox {
    /** How wide it wants to be. */
    public static final double WIDTH = 252;

    private static final double MIN_WIDTH = 200;
    private static final double RAIL_WIDTH = 60;
    private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

    /** While the keyboard is used, so that the row it is at can be seen: JavaFX knows that only of its own traversal. */
    private static final PseudoClass KEYBOARD = PseudoClass.getPseudoClass("keyboard");

    private final MembersModel model;
    private final MemberActions actions;
    private final MemberMenu menu;
    private final BooleanProperty compact = new SimpleBooleanProperty(this, "compact");
    private final ListView<MemberRow> list;

    public MembersView(MembersModel model, MemberActions actions, SenderColours colours, ZoneId zone) {
        this.model = model;
        this.actions = actions;
        menu = new MemberMenu(actions);
        list = list(new MemberText(zone), colours);
        getStyleClass().add("members");
        getChildren().setAll(head(), list);
        compact.addListener((property, old, now) -> resize());
        resize();
    }

    /** Whether only the avatars are shown. */
    public BooleanProperty compactProperty() {
        return compact;
    }

    /** Takes the keyboard. */
    @Override
    public void requestFocus() {
        list.requestFocus();
        list.pseudoClassStateChanged(KEYBOARD, true);
        if (list.getSelectionModel().isEmpty()) list.getSelectionModel().selectFirst();
    }

    private HBox head() {
        Label title = new Label("Members");
        title.getStyleClass().add("members-title");
        title.visibleProperty().bind(compact.not());
        title.managedProperty().bind(compact.not());
        Label count = new Label();
        count.getStyleClass().add("count-badge");
        count.textProperty().bind(model.countProperty().asString());
        count.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        gap.managedProperty().bind(compact.not());
        HBox head = new HBox(title, count, gap, viewChip());
        head.getStyleClass().add("members-head");
        return head;
    }

    private Label viewChip() {
        Label chip = new Label();
        chip.getStyleClass().addAll("chip", "mono", "view-chip");
        chip.textProperty().bind(model.viewIdProperty());
        chip.accessibleTextProperty().bind(model.viewIdProperty().map(id -> "view " + id));
        var shown = model.viewIdProperty().isNotEmpty().and(compact.not());
        chip.visibleProperty().bind(shown);
        chip.managedProperty().bind(shown);
        return chip;
    }

    private ListView<MemberRow> list(MemberText text, SenderColours colours) {
        ListView<MemberRow> rows = new ListView<>(model.rows());
        rows.getStyleClass().add("members-list");
        rows.setAccessibleText("Members");
        rows.setCellFactory(view -> new MemberCell(text, colours, compact));
        VBox.setVgrow(rows, Priority.ALWAYS);
        rows.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> rows.pseudoClassStateChanged(KEYBOARD, false));
        rows.addEventFilter(KeyEvent.KEY_PRESSED, event -> rows.pseudoClassStateChanged(KEYBOARD, true));
        rows.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
        rows.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        rows.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menuRequested);
        return rows;
    }

    private void resize() {
        boolean rail = compact.get();
        setMinWidth(rail ? RAIL_WIDTH : MIN_WIDTH);
        setPrefWidth(rail ? RAIL_WIDTH : WIDTH);
        setMaxWidth(rail ? RAIL_WIDTH : Double.MAX_VALUE);
        pseudoClassStateChanged(COMPACT, rail);
    }

    private Optional<Roster.Entry> selected() {
        MemberRow row = list.getSelectionModel().getSelectedItem();
        return row != null && row.content() instanceof MemberRow.Present present
                ? Optional.of(present.entry())
                : Optional.empty();
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && isOnRow(event)) tellSelected();
    }

    private static boolean isOnRow(Event event) {
        Node node = event.getTarget() instanceof Node target ? target : null;
        while (node != null && !(node instanceof MemberCell)) node = node.getParent();
        return node instanceof MemberCell cell && !cell.isEmpty();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() != KeyCode.ENTER) return;
        tellSelected();
        event.consume();
    }

    private void tellSelected() {
        selected().filter(member -> !member.self()).map(Roster.Entry::shownName).ifPresent(actions.tell());
    }

    private void menuRequested(ContextMenuEvent event) {
        if (event.isKeyboardTrigger() || isOnRow(event))
            selected().ifPresent(member -> {
                menu.offer(member);
                if (event.isKeyboardTrigger()) menu.show(list, Side.BOTTOM, 0, 0);
                else menu.show(list, event.getScreenX(), event.getScreenY());
            });
        event.consume();
    }
}
