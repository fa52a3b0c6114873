package dev.parley.desktop.log;

import java.util.List;
import java.util.Optional;

/** What of the log is selected: a part of one row's text, or whole rows. JavaFX thread; no controls. */
final class LogSelection {
    private final ChatLogModel model;
    private LogRow anchor;
    private LogRow lead;
    private int anchorIndex;
    private int leadIndex;
    private TextRange part = TextRange.NONE;
    private String partText = "";
    private LogRow partRow;

    LogSelection(ChatLogModel model) {
        this.model = model;
    }

    void clear() {
        anchor = null;
        lead = null;
        part = TextRange.NONE;
        partRow = null;
    }

    /** Selects a part of what is seen of a row. */
    void selectText(LogRow row, MessageContent content, TextRange range) {
        clear();
        part = range;
        partRow = row;
        partText = content.sourceOf(range);
    }

    /** Selects the rows from one to the other, whichever is first. */
    void selectRows(LogRow from, LogRow to) {
        clear();
        anchor = from;
        lead = to;
        anchorIndex = Math.max(0, model.indexOf(from, anchorIndex));
        leadIndex = Math.max(0, model.indexOf(to, leadIndex));
    }

    void selectAll() {
        List<LogRow> rows = model.rows();
        if (!rows.isEmpty()) selectRows(rows.get(0), rows.get(rows.size() - 1));
    }

    /** Where a selection of rows began. */
    Optional<LogRow> anchor() {
        return Optional.ofNullable(anchor);
    }

    boolean isEmpty() {
        return anchor == null && part.isEmpty();
    }

    /** Finds the ends again after the rows have changed. */
    void follow() {
        if (anchor == null) return;
        anchorIndex = Math.max(0, model.indexOf(anchor, anchorIndex));
        leadIndex = Math.max(0, model.indexOf(lead, leadIndex));
    }

    boolean isPicked(int index) {
        return anchor != null && index >= Math.min(anchorIndex, leadIndex) && index <= Math.max(anchorIndex, leadIndex);
    }

    TextRange partOf(LogRow row) {
        return partRow != null && partRow.key() == row.key() ? part : TextRange.NONE;
    }

    /** The selection as text: of one row what it says, of several chat lines. */
    String text() {
        if (!part.isEmpty()) return partText;
        List<LogRow> rows = rows();
        if (rows.isEmpty()) return "";
        return rows.size() == 1
                ? model.words().plain(rows.get(0))
                : model.words().chatLines(rows);
    }

    private List<LogRow> rows() {
        if (anchor == null || model.rows().isEmpty()) return List.of();
        follow();
        return model.rows().subList(Math.min(anchorIndex, leadIndex), Math.max(anchorIndex, leadIndex) + 1);
    }
}
