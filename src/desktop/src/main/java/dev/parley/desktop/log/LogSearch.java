package dev.parley.desktop.log;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** What is searched for in the rows, where it is, and which of the places is looked at. JavaFX thread. */
public final class LogSearch {
    private final LogRows rows;
    private final Runnable changed;
    private final Deque<Found> found = new ArrayDeque<>();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private Sought sought = Sought.NOTHING;
    private int hits;
    private int index;
    private Hit current;

    LogSearch(LogRows rows, Runnable changed) {
        this.rows = rows;
        this.changed = changed;
    }

    private record Found(MessageRow row, int hits) {}

    /** A place: which of the places in a row's text, counted from 0. */
    record Hit(MessageRow row, int ordinal) {}

    /** For example {@code 3 of 17}; empty while nothing is searched for. */
    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /** What is marked in a row that is found. */
    List<String> wordsIn(LogRow row) {
        boolean hit = row instanceof MessageRow message && sought.places(message.message()) > 0;
        return hit ? sought.words() : List.of();
    }

    Optional<Hit> current() {
        return Optional.ofNullable(current);
    }

    /** Looks for this from now on, and at the newest place first. Nothing: no longer searches. */
    void lookFor(Sought wanted) {
        sought = wanted;
        searchAll();
        current = null;
        index = hits;
        if (hits > 0) previous();
        else tell();
    }

    /** Goes to the next newer place, after the newest to the oldest. */
    public void next() {
        if (hits > 0) goTo(current == null || index + 1 >= hits ? 0 : index + 1);
    }

    /** Goes to the next older place, after the oldest to the newest. */
    public void previous() {
        if (hits > 0) goTo(index <= 0 ? hits - 1 : index - 1);
    }

    /** Goes to the first place in this row, if there is one. */
    void goTo(MessageRow row) {
        int passed = 0;
        for (Found each : found) {
            if (each.row.key() == row.key()) {
                goTo(passed);
                return;
            }
            passed += each.hits;
        }
    }

    private void goTo(int wanted) {
        int passed = 0;
        for (Found each : found) {
            if (wanted < passed + each.hits) {
                current = new Hit(each.row, wanted - passed);
                index = wanted;
                break;
            }
            passed += each.hits;
        }
        tell();
    }

    void rowsChanged(LogRows.Change change) {
        if (sought.isNothing()) return;
        if (change.mixed()) searchAll();
        else searchNew(change);
        if (current != null && hits == 0) current = null;
        count();
    }

    void clear() {
        found.clear();
        hits = 0;
        index = 0;
        current = null;
        count();
    }

    private void searchNew(LogRows.Change change) {
        List<LogRow> all = rows.all();
        if (change.trimmed() > 0) forgetBefore(all.get(0));
        for (LogRow row : all.subList(all.size() - change.appended(), all.size())) search(row);
    }

    /** Messages keep their order, so that the found ones that are gone stand in front. */
    private void forgetBefore(LogRow first) {
        MessageRow oldest = oldestMessage(first);
        Iterator<Found> each = found.iterator();
        while (each.hasNext()) {
            Found gone = each.next();
            if (oldest != null && gone.row.message().compareTo(oldest.message()) >= 0) return;
            each.remove();
            hits -= gone.hits;
            index -= gone.hits;
            if (current != null && current.row.key() == gone.row.key()) current = null;
        }
    }

    private MessageRow oldestMessage(LogRow first) {
        if (first instanceof MessageRow message) return message;
        for (LogRow row : rows.all()) if (row instanceof MessageRow message) return message;
        return null;
    }

    private void searchAll() {
        found.clear();
        hits = 0;
        if (sought.isNothing()) return;
        for (LogRow row : rows.all()) search(row);
    }

    private void search(LogRow row) {
        if (!(row instanceof MessageRow message)) return;
        int places = sought.places(message.message());
        if (places == 0) return;
        found.add(new Found(message, places));
        if (current != null && message.message().compareTo(current.row.message()) == 0) index = hits + current.ordinal;
        hits += places;
    }

    private void tell() {
        count();
        changed.run();
    }

    private void count() {
        if (sought.isNothing()) count.set("");
        else if (hits == 0) count.set("Nothing found");
        else if (current == null) count.set(hits + " found");
        else count.set((index + 1) + " of " + hits);
    }
}
