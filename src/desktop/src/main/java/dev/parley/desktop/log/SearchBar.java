package dev.parley.desktop.log;

import dev.parley.desktop.theme.Icon;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Where words are typed to find them in the log; goes from the newest place back. JavaFX thread. */
final class SearchBar extends HBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final LogSearch search;
    private final Runnable down;
    private final TextField field = new TextField();
    private final Runnable closed;

    /**
     * @param down goes with the keyboard to what stands below
     * @param closed told when the search has ended
     */
    SearchBar(ChatLogModel model, Runnable down, Runnable closed) {
        this.search = model.search();
        this.down = down;
        this.closed = closed;
        getStyleClass().add("search-bar");
        field.getStyleClass().add("bare-field");
        field.setPromptText("Find in this room");
        field.setAccessibleText("Find in this room");
        field.textProperty().addListener((property, before, now) -> model.lookFor(now));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        Label count = new Label();
        count.getStyleClass().add("search-count");
        count.setMinWidth(USE_PREF_SIZE);
        count.textProperty().bind(search.countProperty());
        HBox box = new HBox(new Icon(Icon.Shape.SEARCH), field, count);
        box.getStyleClass().add("search-box");
        field.focusedProperty().addListener((property, before, now) -> box.pseudoClassStateChanged(ACTIVE, now));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox.setHgrow(box, Priority.ALWAYS);
        getChildren()
                .addAll(
                        box,
                        button(Icon.Shape.CHEVRON_UP, "Older (Enter)", search::previous),
                        button(Icon.Shape.CHEVRON_DOWN, "Newer (Shift+Enter)", search::next),
                        button(Icon.Shape.CLOSE, "Close (Esc)", this::close));
        show(false);
    }

    private static Button button(Icon.Shape shape, String words, Runnable action) {
        Button button = new Button();
        button.getStyleClass().add("tool-button");
        button.setGraphic(new Icon(shape));
        button.setTooltip(new Tooltip(words));
        button.setAccessibleText(words);
        button.setOnAction(event -> action.run());
        return button;
    }

    TextField field() {
        return field;
    }

    /** Opens, or goes back to what was typed. */
    void open() {
        show(true);
        field.requestFocus();
        field.selectAll();
    }

    void close() {
        show(false);
        field.clear();
        closed.run();
    }

    private void show(boolean visible) {
        setVisible(visible);
        setManaged(visible);
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ESCAPE -> close();
            case DOWN -> down.run();
            case ENTER -> {
                if (!field.isFocused()) return;
                if (event.isShiftDown()) search.next();
                else search.previous();
            }
            default -> {
                return;
            }
        }
        event.consume();
    }
}
