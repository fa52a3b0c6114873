package dev.parley.desktop.log;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.HitInfo;

/** Selects and opens with the mouse: characters within a message, rows across several, words, lines, links. JavaFX thread. */
final class LogMouse {
    private static final double STEP_AT_EDGE = 24;

    private final RowFlow flow;
    private final LogReading reading;
    private final Consumer<String> openLink;
    private LogRow pressedRow;
    private int pressedAt = -1;

    LogMouse(RowFlow flow, LogReading reading, Consumer<String> openLink) {
        this.flow = flow;
        this.reading = reading;
        this.openLink = openLink;
        flow.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        flow.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        flow.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) return;
        flow.requestFocus();
        Optional<RowCell> cell = flow.cellAt(event.getY());
        if (cell.isEmpty()) return;
        LogRow row = cell.get().row();
        if (event.isShiftDown()) extendTo(row);
        else if (event.getClickCount() == 1) begin(row, offset(cell.get(), event));
        else if (cell.get() instanceof MessageCell message) selectAround(message, event);
        flow.requestLayout();
    }

    private void begin(LogRow row, int at) {
        reading.selection().clear();
        reading.goTo(row);
        pressedRow = row;
        pressedAt = at;
    }

    private void extendTo(LogRow row) {
        LogRow from = reading.selection().anchor().or(reading::current).orElse(row);
        reading.selection().selectRows(from, row);
    }

    private void selectAround(MessageCell cell, MouseEvent event) {
        String text = cell.text().shown();
        int at = Math.min(charAt(cell, event), text.length() - 1);
        if (at < 0) return;
        TextRange range = event.getClickCount() == 2 ? word(text, at) : paragraph(text, at);
        reading.selection().selectText(cell.row(), cell.text().content(), range);
    }

    private static TextRange word(String text, int at) {
        BreakIterator words = BreakIterator.getWordInstance(Locale.ENGLISH);
        words.setText(text);
        int end = words.following(at);
        return new TextRange(words.previous(), end == BreakIterator.DONE ? text.length() : end);
    }

    private static TextRange paragraph(String text, int at) {
        int end = text.indexOf('\n', at);
        return new TextRange(text.lastIndexOf('\n', Math.max(0, at - 1)) + 1, end < 0 ? text.length() : end);
    }

    private void dragged(MouseEvent event) {
        if (pressedRow == null || !event.isPrimaryButtonDown()) return;
        if (event.getY() < 0) flow.scrollBy(-STEP_AT_EDGE);
        if (event.getY() > flow.getHeight()) flow.scrollBy(STEP_AT_EDGE);
        double y = Math.max(0, Math.min(flow.getHeight() - 1, event.getY()));
        flow.cellAt(y).ifPresent(cell -> dragTo(cell, event));
        flow.requestLayout();
    }

    private void dragTo(RowCell cell, MouseEvent event) {
        boolean same = cell.row().key() == pressedRow.key();
        if (!same) reading.selection().selectRows(pressedRow, cell.row());
        else if (cell instanceof MessageCell message && pressedAt >= 0)
            reading.selection()
                    .selectText(
                            message.row(),
                            message.text().content(),
                            TextRange.between(pressedAt, offset(message, event)));
    }

    private void clicked(MouseEvent event) {
        boolean follows = event.getButton() == MouseButton.PRIMARY
                && event.isStillSincePress()
                && event.getClickCount() == 1
                && !event.isShiftDown();
        if (follows)
            flow.cellAt(event.getY()).flatMap(cell -> linkAt(cell, event)).ifPresent(openLink);
    }

    /** The link under the mouse. */
    static Optional<String> linkAt(RowCell cell, MouseEvent event) {
        return linkAt(cell, event.getSceneX(), event.getSceneY());
    }

    static Optional<String> linkAt(RowCell cell, double sceneX, double sceneY) {
        if (!(cell instanceof MessageCell message)) return Optional.empty();
        MessageText text = message.text();
        var place = text.sceneToLocal(sceneX, sceneY);
        if (!text.contains(place)) return Optional.empty();
        HitInfo hit = text.hit(place.getX(), place.getY());
        if (!text.isOver(hit.getCharIndex(), place)) return Optional.empty();
        return Optional.ofNullable(text.content().runAt(hit.getCharIndex()))
                .filter(run -> run.kind() == Run.Kind.LINK)
                .map(Run::text);
    }

    private static int offset(RowCell cell, MouseEvent event) {
        if (!(cell instanceof MessageCell message)) return -1;
        var place = message.text().sceneToLocal(event.getSceneX(), event.getSceneY());
        int at = message.text().hit(place.getX(), place.getY()).getInsertionIndex();
        return Math.max(0, Math.min(at, message.text().shown().length()));
    }

    private static int charAt(MessageCell cell, MouseEvent event) {
        var place = cell.text().sceneToLocal(event.getSceneX(), event.getSceneY());
        return cell.text().hit(place.getX(), place.getY()).getCharIndex();
    }
}
