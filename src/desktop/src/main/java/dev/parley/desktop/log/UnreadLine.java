package dev.parley.desktop.log;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** What came while nobody looked: how much, and where it begins. JavaFX thread. */
final class UnreadLine {
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private MessageRow first;

    ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    boolean isDrawn() {
        return first != null;
    }

    boolean isAbove(LogRow row) {
        return first != null
                && row instanceof MessageRow message
                && message.message().id().equals(first.message().id());
    }

    /** Somebody else's message came unseen. */
    void add(MessageRow row) {
        boolean earlier = first != null && row.message().compareTo(first.message()) < 0;
        if (first == null || count.get() == 0 || earlier) first = row;
        count.set(count.get() + 1);
    }

    /** Everything has been seen; the line stays. */
    void seen() {
        count.set(0);
    }

    void clear() {
        first = null;
        count.set(0);
    }
}
