package dev.parley.desktop.log;

import java.util.Optional;
import javafx.scene.input.KeyEvent;

/** Reads, selects and opens with the keyboard. JavaFX thread. */
final class LogKeys {
    private final RowFlow flow;
    private final LogReading reading;
    private final ChatLogModel model;
    private final LogActions actions;
    private final Runnable moved;

    /** @param moved told when the keyboard is at another row */
    LogKeys(RowFlow flow, LogReading reading, ChatLogModel model, LogActions actions, Runnable moved) {
        this.flow = flow;
        this.reading = reading;
        this.model = model;
        this.actions = actions;
        this.moved = moved;
        flow.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private void pressed(KeyEvent event) {
        boolean done = event.isShortcutDown() ? shortcut(event) : plain(event);
        if (done) event.consume();
    }

    private boolean shortcut(KeyEvent event) {
        switch (event.getCode()) {
            case C, INSERT -> copy();
            case A -> {
                reading.selection().selectAll();
                flow.requestLayout();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyEvent event) {
        if (event.isAltDown()) return false;
        int page = Math.max(1, flow.cells().size() - 2);
        switch (event.getCode()) {
            case UP, KP_UP -> move(-1, event.isShiftDown());
            case DOWN, KP_DOWN -> move(1, event.isShiftDown());
            case PAGE_UP -> move(-page, event.isShiftDown());
            case PAGE_DOWN -> move(page, event.isShiftDown());
            case HOME -> toOldest(event.isShiftDown());
            case END -> model.pages().newest(() -> toNewest(event.isShiftDown()));
            case ENTER -> reading.current().ifPresent(this::enter);
            case ESCAPE -> {
                return escape();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void move(int rows, boolean selects) {
        Optional<LogRow> before = reading.current();
        reading.move(rows).ifPresent(row -> {
            if (selects)
                reading.selection()
                        .selectRows(
                                reading.selection().anchor().or(() -> before).orElse(row), row);
            else reading.selection().clear();
            flow.requestLayout();
            flow.reveal(row);
            if (rows < 0) flow.seekOlder();
            else flow.seekNewer();
            moved.run();
        });
    }

    private void toOldest(boolean selects) {
        if (reading.current().isEmpty()) move(0, selects);
        flow.jumpToOldest();
        move(-model.rows().size(), selects);
    }

    private void toNewest(boolean selects) {
        if (reading.current().isEmpty()) move(0, selects);
        move(model.rows().size(), selects);
        flow.jumpToNewest();
    }

    private void enter(LogRow row) {
        if (row instanceof SystemRow system) model.toggle(system);
        else if (row instanceof MessageRow message) enter(message);
    }

    private void enter(MessageRow row) {
        boolean cut = flow.cellOf(row)
                .filter(cell -> cell instanceof MessageCell message && message.isCut())
                .isPresent();
        if (cut) {
            reading.open(row);
            flow.requestLayout();
        } else firstLink(row).ifPresent(actions.openLink());
    }

    private Optional<String> firstLink(MessageRow row) {
        return MessageContent.of(row.message().text(), model.self(), true).runs().stream()
                .filter(run -> run.kind() == Run.Kind.LINK)
                .map(Run::text)
                .findFirst();
    }

    private boolean escape() {
        boolean something = !reading.selection().isEmpty() || model.hasUnreadLine();
        reading.selection().clear();
        model.clearUnread();
        flow.requestLayout();
        return something;
    }

    /** Copies what is selected, or else the row that the keyboard is at. */
    void copy() {
        String text = reading.selection().text();
        if (text.isEmpty()) text = reading.current().map(model.words()::plain).orElse("");
        if (!text.isEmpty()) actions.copy().accept(text);
    }
}
