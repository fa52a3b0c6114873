package dev.parley.desktop.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Node;

/**
 * Lends cells to rows and takes them back for other rows. A row that is still seen keeps its cell. What nobody needs waits
 * out of sight: hiding and showing it would cost more. JavaFX thread.
 */
final class RowCells {
    private static final double OUT_OF_SIGHT = -1_000_000;

    /** From so many cells on, one of another look is taken rather than a new one made. */
    private static final int PLENTY = 150;

    private final Supplier<RowCell> forMessages;
    private final Supplier<RowCell> forSystem;
    private final Map<Object, Deque<RowCell>> free = new HashMap<>();
    private Map<Long, RowCell> used = new HashMap<>();
    private Map<Long, RowCell> before = new HashMap<>();
    private List<Node> place;
    private int created;

    RowCells(Supplier<RowCell> forMessages, Supplier<RowCell> forSystem) {
        this.forMessages = forMessages;
        this.forSystem = forSystem;
    }

    /** Where new cells are added. */
    void attach(List<Node> children) {
        place = children;
    }

    /** A layout begins: every cell must be taken again. */
    void begin() {
        Map<Long, RowCell> empty = before;
        before = used;
        used = empty;
    }

    RowCell take(LogRow row, RowPlace rowPlace) {
        RowCell cell = used.get(row.key());
        if (cell == null) cell = before.remove(row.key());
        if (cell == null) cell = free(row, rowPlace).pollLast();
        if (cell == null && created >= PLENTY) cell = anyFree(row);
        if (cell == null) cell = create(row);
        used.put(row.key(), cell);
        return cell;
    }

    /** The cells that last had a row of this look, and need the least change for another one. */
    private Deque<RowCell> free(LogRow row, RowPlace rowPlace) {
        return free.computeIfAbsent(lookOf(row, rowPlace), look -> new ArrayDeque<>());
    }

    private RowCell anyFree(LogRow row) {
        for (Deque<RowCell> cells : free.values()) {
            RowCell cell = cells.peekLast();
            if (cell != null && (cell instanceof MessageCell) == (row instanceof MessageRow)) return cells.pollLast();
        }
        return null;
    }

    private static Object lookOf(LogRow row, RowPlace rowPlace) {
        if (!(row instanceof MessageRow message)) return SystemRow.class;
        return rowPlace.groupStart()
                ? message.message().id().author()
                : message.message().kind();
    }

    private RowCell create(LogRow row) {
        RowCell cell = (row instanceof MessageRow ? forMessages : forSystem).get();
        created++;
        cell.setManaged(false);
        place.add(0, cell);
        return cell;
    }

    void release(RowCell cell) {
        used.remove(cell.row().key());
        park(cell);
    }

    /** A layout ends: what was not taken is free. */
    void end() {
        before.values().forEach(this::park);
        before.clear();
    }

    private void park(RowCell cell) {
        cell.relocate(0, OUT_OF_SIGHT);
        free(cell.row(), cell.state().place()).addLast(cell);
    }
}
