package dev.parley.desktop.input;

import dev.parley.console.text.HarmlessText;
import dev.parley.desktop.completion.Completing;
import dev.parley.desktop.completion.CompletionPopup;
import dev.parley.desktop.completion.CompletionSource;
import dev.parley.desktop.theme.Icon;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The box that messages are typed into, and under it why one was not sent. JavaFX thread. */
public final class MessageInput extends VBox {
    /** Laying out more than that takes so long that typing would not be fluent; no message is so long. */
    private static final int MOST_CHARACTERS = 100_000;

    private static final double LEAST_WIDTH_WITH_HINTS = 520;
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");
    private final MessageInputModel model;
    private final GrowingArea area = new GrowingArea();
    private final Button send = new Button(null, new Icon(Icon.Shape.SEND));
    private final HBox box = new HBox();
    private final Completing completing;
    private boolean fromModel;

    public MessageInput(MessageInputModel model, CompletionPopup popup, CompletionSource source) {
        this.model = model;
        getStyleClass().add("message-input");
        buildBox();
        getChildren().setAll(box, problem());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::leaveWithTab);
        completing = popup.attach(area, box, source, ChatSource::opensItself);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        area.setTextFormatter(new TextFormatter<>(this::checked));
        area.textProperty()
                .addListener((text, before, now) -> model.draftProperty().set(now));
        model.draftProperty().addListener((draft, before, now) -> show(now));
        show(model.draftProperty().get());
    }

    /** Begins what is to be typed, for example {@code /tell bob } or {@code @bob }, and waits for the rest. */
    public void prepare(String text) {
        if (ChatSource.isCommand(text)) model.begin(text);
        else completing.quietly(() -> area.replaceSelection(text));
        area.requestFocus();
        area.end();
    }

    /** Gives the keyboard to the input. */
    public void focus() {
        area.requestFocus();
    }

    private void buildBox() {
        area.promptTextProperty()
                .bind(model.roomProperty()
                        .map(room -> room.isEmpty() ? "Message" : "Message " + HarmlessText.line(room)));
        area.accessibleTextProperty().bind(area.promptTextProperty());
        area.setMinWidth(80);
        HBox.setHgrow(area, Priority.ALWAYS);
        send.getStyleClass().addAll("icon-button", "send-button");
        send.setAccessibleText("Send");
        send.setTooltip(new Tooltip("Send (Enter)"));
        send.setOnAction(event -> model.send());
        HBox hints = new HBox(hint("/ for commands"), hint("Shift+Enter for a new line"));
        hints.getStyleClass().add("input-hints");
        hints.setAlignment(Pos.CENTER_RIGHT);
        hints.setMouseTransparent(true);
        hints.visibleProperty()
                .bind(area.textProperty().isEmpty().and(widthProperty().greaterThan(LEAST_WIDTH_WITH_HINTS)));
        hints.managedProperty().bind(hints.visibleProperty());
        box.getStyleClass().add("message-box");
        box.setAlignment(Pos.BOTTOM_LEFT);
        box.getChildren().setAll(area, hints, send);
        box.setOnMouseClicked(event -> area.requestFocus());
        area.focusedProperty().addListener((focus, before, now) -> box.pseudoClassStateChanged(ACTIVE, now));
    }

    private static Label hint(String text) {
        Label hint = new Label(text);
        hint.getStyleClass().add("input-hint");
        hint.setMinWidth(Region.USE_PREF_SIZE);
        return hint;
    }

    private Label problem() {
        Label problem = new Label();
        problem.getStyleClass().add("input-problem");
        problem.setWrapText(true);
        problem.textProperty().bind(model.problemProperty().map(HarmlessText::line));
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        return problem;
    }

    private void show(String text) {
        if (text.equals(area.getText())) return;
        fromModel = true;
        completing.quietly(() -> {
            area.setText(text);
            area.end();
        });
        fromModel = false;
    }

    private TextFormatter.Change checked(TextFormatter.Change change) {
        if (!change.isContentChange()) return change;
        if (!fromModel && change.isAdded()) {
            String refusal = refusal(change.getControlNewText());
            if (!refusal.isEmpty()) {
                model.refuse(refusal);
                return null;
            }
        }
        if (change.isAdded()) {
            String typed = change.getText();
            String harmless = String.join("\n", HarmlessText.lines(typed));
            if (!harmless.equals(typed)) {
                int end = change.getRangeStart() + harmless.length();
                change.setText(harmless);
                change.selectRange(end, end);
            }
        }
        return change;
    }

    private static String refusal(String text) {
        if (text.length() > MOST_CHARACTERS) return "This is too long for a message; send it in parts.";
        if (HeavyText.isTooMuch(text)) return "A line of this script is too long; break it with Shift+Enter.";
        return "";
    }

    /** Where there is nothing to complete, the key moves on. */
    private void leaveWithTab(KeyEvent event) {
        boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        if (event.getCode() != KeyCode.TAB || !plain || !area.getText().isBlank()) return;
        send.requestFocus();
        event.consume();
    }

    private void pressed(KeyEvent event) {
        if (event.isConsumed()) return;
        boolean plain = !event.isShiftDown() && !event.isShortcutDown() && !event.isAltDown();
        if (event.getCode() == KeyCode.ENTER && !event.isAltDown()) {
            if (event.isShiftDown()) area.replaceSelection("\n");
            else model.send();
            event.consume();
        } else if (plain && event.getCode() == KeyCode.UP && area.isOnFirstLine()) {
            if (model.recallOlder()) event.consume();
        } else if (plain && event.getCode() == KeyCode.DOWN && model.isRecalling() && area.isOnLastLine()) {
            if (model.recallNewer()) event.consume();
        }
    }
}
