package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Lists what is found in all that is kept; a click or Enter goes there. JavaFX thread. */
final class FoundView extends VBox {
    private static final int MOST_IN_SIGHT = 6;
    private static final double ROW = 28;
    private static final int EXCERPT = 300;

    private final ChatLogModel model;
    private final LogScale scale;
    private final Consumer<ChatMessage> goTo;
    private final Runnable leave;
    private final ListView<ChatMessage> list;

    /**
     * @param goTo shows a message in the log
     * @param leave ends the search
     */
    FoundView(ChatLogModel model, LogScale scale, Consumer<ChatMessage> goTo, Runnable leave) {
        this.model = model;
        this.scale = scale;
        this.goTo = goTo;
        this.leave = leave;
        getStyleClass().add("found");
        Label told = new Label();
        told.getStyleClass().add("found-told");
        told.textProperty().bind(model.keptSearch().toldProperty());
        list = new ListView<>(model.keptSearch().found());
        list.getStyleClass().add("found-list");
        list.setAccessibleText("Messages found");
        list.setCellFactory(view -> new FoundCell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.keptSearch().found().addListener((Observable changed) -> fit());
        scale.factorProperty().addListener(changed -> fit());
        getChildren().addAll(told, list);
        fit();
    }

    private void fit() {
        int rows = Math.min(MOST_IN_SIGHT, model.keptSearch().found().size());
        double height = scale.px(ROW);
        list.setFixedCellSize(height);
        list.setMinHeight(rows * height);
        list.setPrefHeight(rows * height);
        list.setMaxHeight(rows * height);
        list.setVisible(rows > 0);
        list.setManaged(rows > 0);
    }

    /** Puts the keyboard on the newest that is found, if there is any. */
    void enter() {
        if (list.getItems().isEmpty()) return;
        list.requestFocus();
        list.getSelectionModel().selectFirst();
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER ->
                Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(goTo);
            case ESCAPE -> leave.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private final class FoundCell extends ListCell<ChatMessage> {
        private final Label name = new Label();
        private final Label text = new Label();
        private final Label when = new Label();
        private final HBox row = new HBox(name, text, when);

        FoundCell() {
            getStyleClass().add("found-row");
            row.getStyleClass().add("found-words");
            name.getStyleClass().add("found-name");
            when.getStyleClass().add("row-time");
            name.setMinWidth(USE_PREF_SIZE);
            when.setMinWidth(USE_PREF_SIZE);
            text.setMinWidth(0);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            setPrefWidth(0);
            setOnMouseClicked(event -> {
                if (event.getButton() == MouseButton.PRIMARY && !isEmpty()) goTo.accept(getItem());
            });
        }

        @Override
        protected void updateItem(ChatMessage message, boolean empty) {
            super.updateItem(message, empty);
            setGraphic(empty ? null : row);
            if (empty) return;
            name.setText(ShownText.name(message.from()));
            text.setText(excerpt(message));
            when.setText(model.words().moment(message.time()));
            setAccessibleText(name.getText() + ", " + when.getText() + ", " + text.getText());
        }

        private String excerpt(ChatMessage message) {
            String shown =
                    MessageContent.of(message.text(), model.self(), false).shown();
            String line = shown.replaceAll("\\s+", " ");
            return line.substring(0, Math.min(EXCERPT, line.length()));
        }
    }
}
