package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The rows in their order: messages by the log's own order and each once, what happened to the group where it came among them.
 * They are one piece of the room's log of at most so many rows; beyond its ends more may be known. JavaFX thread.
 */
final class LogRows {
    private static final Comparator<MessageRow> ORDER = Comparator.comparing(MessageRow::message);

    private final int capacity;
    private final List<LogRow> rows = new ArrayList<>();
    private final List<LogRow> readOnly = Collections.unmodifiableList(rows);
    private final LinesAside aside = new LinesAside();
    private ChatMessage newest;
    private boolean startCut;
    private boolean endCut;

    LogRows(int capacity) {
        this.capacity = capacity;
    }

    /** The rows, oldest first; changes with them. */
    List<LogRow> all() {
        return readOnly;
    }

    /** Whether older messages are known than those among the rows. */
    boolean startCut() {
        return startCut;
    }

    /** Whether newer messages are known than those among the rows. */
    boolean endCut() {
        return endCut;
    }

    Optional<ChatMessage> oldest() {
        for (LogRow row : rows) if (row instanceof MessageRow message) return Optional.of(message.message());
        return Optional.empty();
    }

    Optional<ChatMessage> newest() {
        return Optional.ofNullable(newest);
    }

    /** Whether a message has its place in this piece of the log. */
    boolean covers(ChatMessage message) {
        if (endCut && message.compareTo(newest) > 0) return false;
        return !startCut
                || oldest().filter(first -> message.compareTo(first) < 0).isEmpty();
    }

    void clear() {
        rows.clear();
        aside.clear();
        newest = null;
        startCut = false;
        endCut = false;
    }

    /**
     * Takes in what was said just now, or before and comes late; all of it has its place here.
     *
     * @param keepsOldest whether too many rows cost the newest, not the oldest
     */
    Change add(List<MessageRow> messages, boolean keepsOldest) {
        List<MessageRow> sorted = sorted(messages);
        int older = 0;
        while (older < sorted.size() && !isNewer(sorted.get(older))) older++;
        boolean mixed = older > 0 && insert(sorted.subList(0, older)) > 0;
        int before = rows.size();
        for (MessageRow row : sorted.subList(older, sorted.size())) if (isNewer(row)) append(row);
        if (keepsOldest && rows.size() > capacity) return withoutNewest();
        return withoutOldest(rows.size() - before, mixed);
    }

    /**
     * Takes in what comes right before the oldest message. Too many rows cost the newest.
     *
     * @param more whether still older ones are known, of which single ones that came late do not stay
     */
    Change addOlder(List<MessageRow> messages, boolean more) {
        startCut = more;
        if (!messages.isEmpty()) {
            List<MessageRow> sorted = sorted(messages);
            insert(sorted);
            if (more) withoutOlderThan(sorted.get(0));
        }
        takeLinesBack();
        return withoutNewest();
    }

    /**
     * Takes in what comes right after the newest message. Too many rows cost the oldest.
     *
     * @param more whether still newer ones are known
     */
    Change addNewer(List<MessageRow> messages, boolean more) {
        endCut = more;
        if (!messages.isEmpty()) insert(sorted(messages));
        takeLinesBack();
        return withoutOldest(0, true);
    }

    /** Shows another piece of the log, beyond which older and newer ones are known or not. */
    Change showOnly(List<MessageRow> messages, boolean older, boolean newer) {
        aside.keep(rows);
        rows.clear();
        newest = null;
        startCut = older && !messages.isEmpty();
        endCut = newer && !messages.isEmpty();
        for (MessageRow row : sorted(messages)) if (isNewer(row)) append(row);
        takeLinesBack();
        return withoutOldest(0, true);
    }

    private void takeLinesBack() {
        for (SystemRow line :
                aside.take(startCut ? oldest() : Optional.empty(), endCut ? newest() : Optional.empty())) {
            int place = rows.size();
            while (place > 0 && rows.get(place - 1).time().isAfter(line.time())) place--;
            rows.add(place, line);
        }
    }

    /** Takes in what has happened to the group just now: in the last row, if that folds with it, else in a new one. */
    Change addLine(SystemLine line, LongSupplier keys) {
        Optional<SystemRow> last = endCut ? aside.last() : lastLine();
        Optional<SystemRow> folded = last.filter(row -> row.takes(line)).map(row -> row.with(line));
        SystemRow row = folded.orElseGet(() -> new SystemRow(keys.getAsLong(), List.of(line), false));
        if (endCut) aside.put(row);
        else if (folded.isPresent()) rows.set(rows.size() - 1, row);
        else {
            rows.add(row);
            return withoutOldest(1, false);
        }
        return Change.NONE;
    }

    private Optional<SystemRow> lastLine() {
        return last() instanceof SystemRow row ? Optional.of(row) : Optional.empty();
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

    /** The row of a message. */
    Optional<MessageRow> find(ChatMessage message) {
        for (LogRow row : rows)
            if (row instanceof MessageRow found && found.message().id().equals(message.id())) return Optional.of(found);
        return Optional.empty();
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
        MessageRow last = null;
        for (MessageRow row : sorted) {
            for (; old < tail.size() && standsBefore(tail, old, row); old++) {
                rows.add(tail.get(old));
                if (tail.get(old) instanceof MessageRow message) last = message;
            }
            if (last != null && ORDER.compare(last, row) == 0) continue;
            if (isNewer(row)) newest = row.message();
            rows.add(row);
            last = row;
        }
        rows.addAll(tail.subList(old, tail.size()));
        return rows.size() - size;
    }

    private LogRow last() {
        return rows.isEmpty() ? null : rows.get(rows.size() - 1);
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

    private Change withoutOldest(int appended, boolean mixed) {
        int excess = rows.size() - capacity;
        if (excess > 0) {
            List<LogRow> gone = rows.subList(0, excess);
            startCut |= gone.stream().anyMatch(MessageRow.class::isInstance);
            aside.keep(gone);
            gone.clear();
        }
        return new Change(Math.max(0, excess), Math.min(appended, rows.size()), mixed);
    }

    private void withoutOlderThan(MessageRow first) {
        List<LogRow> older = rows.subList(0, placeOf(first));
        aside.keep(older);
        older.clear();
    }

    private Change withoutNewest() {
        if (rows.size() > capacity) {
            List<LogRow> gone = rows.subList(capacity, rows.size());
            boolean messagesGo = gone.stream().anyMatch(MessageRow.class::isInstance);
            aside.keep(gone);
            gone.clear();
            if (messagesGo) cutEnd();
        }
        return Change.MIXED;
    }

    private void cutEnd() {
        for (int last = rows.size() - 1; last >= 0; last--) {
            if (!(rows.get(last) instanceof MessageRow row)) continue;
            newest = row.message();
            endCut = true;
            return;
        }
    }

    /**
     * What has become of the rows.
     *
     * @param trimmed how many are gone from the top
     * @param appended how many came at the end
     * @param mixed whether others came in between, or went from the end
     */
    record Change(int trimmed, int appended, boolean mixed) {
        static final Change NONE = new Change(0, 0, false);
        static final Change MIXED = new Change(0, 0, true);
    }
}
