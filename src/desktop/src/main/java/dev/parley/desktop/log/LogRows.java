package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The rows in their order: messages by the log's own order, what happened to the group where it came among them. Holds the
 * newest so many. JavaFX thread.
 */
final class LogRows {
    private static final Comparator<MessageRow> ORDER = Comparator.comparing(MessageRow::message);

    private final int capacity;
    private final List<LogRow> rows = new ArrayList<>();
    private final List<LogRow> readOnly = Collections.unmodifiableList(rows);
    private ChatMessage newest;

    LogRows(int capacity) {
        this.capacity = capacity;
    }

    /** The rows, oldest first; changes with them. */
    List<LogRow> all() {
        return readOnly;
    }

    void clear() {
        rows.clear();
        newest = null;
    }

    /** Takes in what was said just now, or before and comes late. */
    Change add(List<MessageRow> messages) {
        List<MessageRow> sorted = sorted(messages);
        int older = 0;
        while (older < sorted.size() && !isNewer(sorted.get(older))) older++;
        boolean mixed = older > 0 && insert(sorted.subList(0, older)) > 0;
        int before = rows.size();
        for (MessageRow row : sorted.subList(older, sorted.size())) if (isNewer(row)) append(row);
        return trimmed(rows.size() - before, mixed);
    }

    /** Takes in what was said before anything that happened since. */
    Change addHistory(List<MessageRow> messages) {
        if (messages.isEmpty()) return Change.NONE;
        return trimmed(0, insert(sorted(messages)) > 0);
    }

    Change addLine(SystemRow row) {
        rows.add(row);
        return trimmed(1, false);
    }

    /** Puts another state of a row in its place, if it is still here. */
    boolean replace(LogRow row, LogRow other) {
        int index = rows.lastIndexOf(row);
        if (index < 0) return false;
        rows.set(index, other);
        return true;
    }

    /** Where the row with this key is now, or -1. */
    int indexOf(LogRow row, int expected) {
        int start = Math.max(0, Math.min(expected, rows.size() - 1));
        for (int away = 0; away < rows.size(); away++) {
            if (isAt(row, start - away)) return start - away;
            if (isAt(row, start + away)) return start + away;
        }
        return -1;
    }

    private boolean isAt(LogRow row, int index) {
        return index >= 0 && index < rows.size() && rows.get(index).key() == row.key();
    }

    private boolean isNewer(MessageRow row) {
        return newest == null || row.message().compareTo(newest) > 0;
    }

    private void append(MessageRow row) {
        rows.add(row);
        newest = row.message();
    }

    private static List<MessageRow> sorted(List<MessageRow> messages) {
        for (int i = 1; i < messages.size(); i++) {
            if (ORDER.compare(messages.get(i - 1), messages.get(i)) > 0)
                return messages.stream().sorted(ORDER).toList();
        }
        return messages;
    }

    private int insert(List<MessageRow> sorted) {
        int size = rows.size();
        int from = placeOf(sorted.get(0));
        List<LogRow> tail = new ArrayList<>(rows.subList(from, size));
        rows.subList(from, size).clear();
        int old = 0;
        for (MessageRow row : sorted) {
            while (old < tail.size() && standsBefore(tail, old, row)) rows.add(tail.get(old++));
            if (isNewer(row)) newest = row.message();
            if (!isSameMessage(last(), row)) rows.add(row);
        }
        rows.addAll(tail.subList(old, tail.size()));
        return rows.size() - size;
    }

    private LogRow last() {
        return rows.isEmpty() ? null : rows.get(rows.size() - 1);
    }

    private static boolean isSameMessage(LogRow row, MessageRow other) {
        return row instanceof MessageRow message
                && message.message().id().equals(other.message().id());
    }

    private int placeOf(MessageRow row) {
        int place = rows.size();
        while (place > 0) {
            if (rows.get(place - 1) instanceof MessageRow before && ORDER.compare(before, row) < 0) break;
            place--;
        }
        return place;
    }

    /** Whether an old row comes before a new one; what happened to the group does by time if order allows both. */
    private static boolean standsBefore(List<LogRow> tail, int index, MessageRow row) {
        for (int i = index; i < tail.size(); i++) {
            if (tail.get(i) instanceof MessageRow message) {
                boolean before = ORDER.compare(message, row) <= 0;
                if (i == index || before) return before;
                break;
            }
        }
        return !tail.get(index).time().isAfter(row.time());
    }

    private Change trimmed(int appended, boolean mixed) {
        int excess = rows.size() - capacity;
        if (excess > 0) rows.subList(0, excess).clear();
        return new Change(Math.max(0, excess), Math.min(appended, rows.size()), mixed);
    }

    /**
     * What has become of the rows.
     *
     * @param trimmed how many are gone from the top
     * @param appended how many came at the end
     * @param mixed whether others came in between
     */
    record Change(int trimmed, int appended, boolean mixed) {
        static final Change NONE = new Change(0, 0, false);
    }
}
