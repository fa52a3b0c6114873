package dev.parley.desktop.console;

import dev.parley.console.CommandResult;
import dev.parley.desktop.completion.CompletionPopup;
import dev.parley.desktop.completion.CompletionSource;
import dev.parley.desktop.fx.FxThread;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** The console below the chat: a head with two tabs, the output or the log, and the line to type into. JavaFX thread. */
public final class ConsolePane extends BorderPane {
    private static final Logger LOG = LogManager.getLogger();
    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private final BooleanProperty open = new SimpleBooleanProperty(true);
    private final BooleanProperty maximized = new SimpleBooleanProperty();
    private final BooleanProperty logShown = new SimpleBooleanProperty();
    private final FxThread fxThread = new FxThread();
    private final ConsoleModel model;
    private final LogModel log;
    private final ConsoleInput input;
    private final ConsoleOutput output;
    private final LogPane logPane;

    public ConsolePane(ConsoleModel model, LogModel log, CompletionPopup popup, CompletionSource source) {
        this.model = model;
        this.log = log;
        input = new ConsoleInput(model, popup, source);
        output = new ConsoleOutput(model, fix -> input.edit(fix.line()));
        logPane = new LogPane(log);
        getStyleClass().add("console-pane");
        setTop(new ConsoleHead(new ConsoleHead.Switches(open, maximized, logShown), model, log, this::clear));
        StackPane content = new StackPane(output, logPane);
        setCenter(content);
        setBottom(input);
        logPane.visibleProperty().bind(logShown);
        output.visibleProperty().bind(logShown.not());
        input.visibleProperty().bind(open.and(logShown.not()));
        input.managedProperty().bind(input.visibleProperty());
        content.visibleProperty().bind(open);
        content.managedProperty().bind(open);
        log.watchedProperty().bind(open.and(logShown));
        open.addListener((property, before, now) -> opened(now));
        opened(true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        output.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> input.focus());
    }

    /** Whether more than the head is to be seen. */
    public BooleanProperty openProperty() {
        return open;
    }

    /** Whether it takes the place of the chat. */
    public BooleanProperty maximizedProperty() {
        return maximized;
    }

    /** Whether the log is in front instead of the output. */
    public BooleanProperty logShownProperty() {
        return logShown;
    }

    /** Gives the keyboard to the line that commands are typed into, or to the log. */
    public void focus() {
        if (logShown.get()) logPane.requestFocus();
        else input.focus();
    }

    /** Runs a line that was typed elsewhere, and opens the console if there is something to read. */
    public void runFromChat(String line) {
        model.submit(line)
                .thenAccept(result -> result.filter(ConsolePane::hasSomethingToSay)
                        .ifPresent(known -> fxThread.execute(this::showOutput)))
                .exceptionally(error -> {
                    LOG.error("a command failed unexpectedly", error);
                    return null;
                });
    }

    private static boolean hasSomethingToSay(CommandResult result) {
        return !(result instanceof CommandResult.Done done) || !done.lines().isEmpty();
    }

    private void showOutput() {
        logShown.set(false);
        open.set(true);
    }

    private void opened(boolean now) {
        pseudoClassStateChanged(OPEN, now);
        if (!now) maximized.set(false);
    }

    private void clear() {
        if (logShown.get()) log.clear();
        else model.clear();
    }

    private void pressed(KeyEvent event) {
        boolean control = event.isControlDown() || event.isShortcutDown();
        if (!control || event.isShiftDown() || event.isAltDown()) return;
        if (event.getCode() == KeyCode.L) clear();
        else if (event.getCode() == KeyCode.C && !logShown.get()) {
            if (output.hasSelection()) output.copySelection();
            else if (input.hasSelection()) return;
            else model.interrupt();
        } else return;
        event.consume();
    }
}
