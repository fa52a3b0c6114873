package dev.parley.desktop.log;

import dev.parley.desktop.log.RowState.Marks;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How this user reads the log: the row the keyboard is at, what is selected, which long texts are open. JavaFX thread. */
final class LogReading {
    private final ChatLogModel model;
    private final LogSelection selection;
    private final Set<Long> open = new HashSet<>();
    private LogRow current;
    private int currentIndex;

    LogReading(ChatLogModel model) {
        this.model = model;
        selection = new LogSelection(model);
    }

    LogSelection selection() {
        return selection;
    }

    RowState stateOf(int index) {
        LogRow row = model.rows().get(index);
        boolean isCurrent = current != null && current.key() == row.key();
        return new RowState(
                model.place(index), open.contains(row.key()), selection.isPicked(index), isCurrent, marksOf(row));
    }

    private Marks marksOf(LogRow row) {
        TextRange selected = selection.partOf(row);
        List<String> words = model.search().wordsIn(row);
        if (selected.isEmpty() && words.isEmpty()) return Marks.NONE;
        int hit = model.search()
                .current()
                .filter(found -> found.row().key() == row.key())
                .map(LogSearch.Hit::ordinal)
                .orElse(-1);
        return new Marks(selected, words, hit);
    }

    void open(LogRow row) {
        open.add(row.key());
    }

    /** The row that the keyboard is at, as it is now. */
    Optional<LogRow> current() {
        if (current == null) return Optional.empty();
        currentIndex = model.indexOf(current, currentIndex);
        return currentIndex < 0 ? Optional.empty() : Optional.of(model.rows().get(currentIndex));
    }

    void goTo(LogRow row) {
        current = row;
    }

    /** Goes so many rows down, or up if negative, from the current one or else from the newest. */
    Optional<LogRow> move(int rows) {
        List<LogRow> all = model.rows();
        if (all.isEmpty()) return Optional.empty();
        int from = current().isPresent() ? currentIndex : all.size() - 1;
        boolean first = current().isEmpty();
        int to = first ? from : Math.max(0, Math.min(all.size() - 1, from + rows));
        currentIndex = to;
        current = all.get(to);
        return Optional.of(current);
    }

    void forget() {
        current = null;
        selection.clear();
        open.clear();
    }
}
