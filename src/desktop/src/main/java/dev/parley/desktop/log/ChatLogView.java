package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.desktop.theme.Icon;
import dev.parley.desktop.theme.SenderColours;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Shows the chat log, with search, selection, tools at each message and the way back to the newest. JavaFX thread. */
public final class ChatLogView extends Region {
    private final ChatLogModel model;
    private final LogReading reading;
    private final RowFlow flow;
    private final LogScale scale = new LogScale();
    private final SearchBar searchBar;
    private final FoundView found;
    private final JumpHighlight highlight;
    private final StickyDay day;
    private final EmptyState empty;
    private final HoverTools tools;
    private final StackPane body = new StackPane();
    private final Button jump = new Button();
    private final Pace pace;
    private LogSearch.Hit shownHit;

    /** @param colours the window's own, so that a member has one colour everywhere */
    public ChatLogView(ChatLogModel model, SenderColours colours, LogActions actions) {
        this.model = model;
        reading = new LogReading(model);
        RowCells cells = new RowCells(
                () -> new MessageCell(scale, model, colours, this::openText),
                () -> new SystemCell(scale, model, model::toggle));
        flow = new RowFlow(model, cells, scale);
        flow.setStates(reading::stateOf);
        pace = new Pace(flow::requestLayout);
        found = new FoundView(model, scale, this::goTo, this::closeSearch);
        searchBar = new SearchBar(model, found::enter, flow::requestFocus);
        found.visibleProperty().bind(searchBar.visibleProperty());
        found.managedProperty().bind(searchBar.managedProperty());
        highlight = new JumpHighlight(flow);
        day = new StickyDay(flow, scale, model);
        empty = new EmptyState(actions);
        tools = new HoverTools(flow, scale, model, actions);
        tools.setManaged(false);
        new LogMouse(flow, reading, actions.openLink());
        new LogKeys(
                flow,
                reading,
                model,
                actions,
                () -> flow.notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM));
        new LogMenu(flow, reading, model, actions);
        getStyleClass().add("chat-log");
        jump.getStyleClass().add("jump-pill");
        jump.setGraphic(new Icon(Icon.Shape.ARROW_DOWN));
        jump.setOnAction(event -> jumpToNewest());
        jump.setManaged(false);
        body.getChildren().addAll(flow, highlight, day, empty, tools, jump);
        getChildren().addAll(searchBar, found, body);
        searchBar.managedProperty().addListener(change -> requestLayout());
        model.revisionProperty().addListener(change -> changed());
        model.atNewestProperty().bind(flow.atNewestProperty());
        model.aloneProperty().addListener(change -> changed());
        flow.setWhenLaidOut(this::laidOut);
        changed();
    }

    /** Opens the search and puts the keyboard there. */
    public void openSearch() {
        searchBar.open();
    }

    public void closeSearch() {
        searchBar.close();
    }

    public boolean isSearching() {
        return searchBar.isVisible();
    }

    /** To be bound to whether motion is unwelcome. */
    public BooleanProperty reduceMotionProperty() {
        return highlight.stillProperty();
    }

    /** Shows a message of the room's log and highlights it for a moment. */
    void goTo(ChatMessage message) {
        model.pages().around(message, this::arrive, model.keptSearch()::tell);
    }

    private void arrive(MessageRow row) {
        reading.goTo(row);
        model.search().goTo(row);
        flow.reveal(row);
        highlight.show(row);
    }

    /** Shows the newest rows from now on. */
    public void jumpToNewest() {
        model.pages().newest(flow::jumpToNewest);
    }

    /** Takes the unread line away; for Esc in other parts of the window. */
    public void clearUnread() {
        model.clearUnread();
    }

    RowFlow flow() {
        return flow;
    }

    LogReading reading() {
        return reading;
    }

    private void openText(LogRow row) {
        reading.open(row);
        flow.requestLayout();
    }

    private void changed() {
        if (model.rows().isEmpty()) reading.forget();
        reading.selection().follow();
        empty.show(model.rows().isEmpty() && model.aloneProperty().get());
        showHit();
        if (flow.atNewestProperty().get()) pace.ask();
        else flow.requestLayout();
    }

    private void showHit() {
        LogSearch.Hit hit = model.search().current().orElse(null);
        if (hit == null || hit.equals(shownHit)) {
            shownHit = hit;
            return;
        }
        shownHit = hit;
        String beginning = MessageContent.of(hit.row().message().text(), model.self(), false)
                .shown();
        List<String> words = model.search().wordsIn(hit.row());
        int seen = TextSearch.all(beginning, words).size();
        if (!words.isEmpty() && hit.ordinal() >= seen) reading.open(hit.row());
        flow.reveal(hit.row());
    }

    private void laidOut() {
        tools.follow();
        highlight.follow();
        day.follow();
        int unread = model.unreadProperty().get();
        boolean away = !flow.atNewestProperty().get();
        if (jump.isVisible() != away) jump.setVisible(away);
        if (!away) return;
        String words =
                unread == 0 ? "Jump to newest" : unread == 1 ? "1 new message" : "%,d new messages".formatted(unread);
        if (!words.equals(jump.getText())) jump.setText(words);
        jump.applyCss();
        double width = Math.ceil(jump.prefWidth(-1));
        double height = Math.ceil(jump.prefHeight(-1));
        jump.resizeRelocate(
                Math.rint((flow.getWidth() - width) / 2), flow.getHeight() - height - scale.px(12), width, height);
    }

    @Override
    protected double computePrefWidth(double height) {
        return body.prefWidth(height);
    }

    @Override
    protected double computePrefHeight(double width) {
        return body.prefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double top = searchBar.isManaged() ? Math.ceil(searchBar.prefHeight(getWidth())) : 0;
        searchBar.resizeRelocate(0, 0, getWidth(), top);
        double foundHeight = found.isManaged() ? Math.ceil(found.prefHeight(getWidth())) : 0;
        found.resizeRelocate(0, top, getWidth(), foundHeight);
        top += foundHeight;
        body.resizeRelocate(0, top, getWidth(), Math.max(0, getHeight() - top));
    }
}
