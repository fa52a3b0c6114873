package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SearchQuery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Looks through all that is kept of the room, also far beyond the rows. Asks one thing at a time: what is typed meanwhile is
 * asked next, and only the last of it. JavaFX thread.
 */
final class KeptSearch {
    /** How many of the newest are shown; more is for better words. */
    static final int LIMIT = 200;

    static final String HINT = "Words, \"phrases\", from:name, after: and before: a day or a time";

    private final LogSource source;
    private final Executor fxThread;
    private final ObservableList<ChatMessage> found = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper(HINT);
    private Sought wanted = Sought.NOTHING;
    private Optional<SearchQuery> asked = Optional.empty();

    /** @param fxThread runs on the JavaFX thread what it is given */
    KeptSearch(LogSource source, Executor fxThread) {
        this.source = source;
        this.fxThread = fxThread;
    }

    /** What is found, newest first. */
    ObservableList<ChatMessage> found() {
        return found;
    }

    /** How much is found, or why nothing is, or what can be typed. */
    ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    void lookFor(Sought sought) {
        wanted = sought;
        if (sought.query().isPresent()) {
            if (asked.isEmpty()) ask(sought.query().get());
            return;
        }
        found.clear();
        told.set(sought.isNothing() ? HINT : sought.problem());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What fails is told as well.
    private void ask(SearchQuery query) {
        asked = Optional.of(query);
        source.search(query, LIMIT).whenCompleteAsync((answer, failure) -> answered(query, answer, failure), fxThread);
    }

    private void answered(SearchQuery query, List<ChatMessage> answer, Throwable failure) {
        asked = Optional.empty();
        if (wanted.query().isEmpty()) return;
        if (!wanted.query().get().equals(query)) {
            ask(wanted.query().get());
            return;
        }
        if (failure != null) {
            tell(LogPages.sentence(failure));
            return;
        }
        List<ChatMessage> newestFirst = new ArrayList<>(answer);
        Collections.reverse(newestFirst);
        found.setAll(newestFirst);
        told.set(summary(answer.size()));
    }

    /** Says why something could not be done. */
    void tell(String sentence) {
        told.set(sentence);
    }

    private static String summary(int count) {
        if (count == 0) return "Nothing in all that is kept of this room";
        if (count == 1) return "1 message in all that is kept of this room";
        return count < LIMIT
                ? "%d messages in all that is kept of this room".formatted(count)
                : "The newest %d in all that is kept of this room".formatted(count);
    }
}
