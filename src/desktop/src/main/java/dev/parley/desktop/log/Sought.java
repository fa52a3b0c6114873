package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SearchQuery;
import dev.parley.chat.SessionException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * What somebody looks for, as far as it has been typed.
 *
 * @param words texts that must all occur
 * @param query what it means, unless that cannot be said yet
 * @param problem why it cannot, or empty
 */
record Sought(List<String> words, Optional<SearchQuery> query, String problem) {
    static final Sought NOTHING = new Sought(List.of(), Optional.empty(), "");

    /** What cannot be understood is looked for as it stands. */
    static Sought of(String text, Clock clock) {
        if (text.isBlank()) return NOTHING;
        try {
            SearchQuery query = SearchQuery.parse(text, clock);
            return new Sought(query.words(), Optional.of(query), "");
        } catch (SessionException e) {
            return new Sought(List.of(text), Optional.empty(), e.getMessage());
        }
    }

    boolean isNothing() {
        return words.isEmpty() && query.isEmpty();
    }

    /** At how many places of a message it is found; without words a message that fits counts for one. */
    int places(ChatMessage message) {
        if (isNothing() || !TextSearch.hasAll(message.text(), words)) return 0;
        if (query.filter(known -> !fits(known, message)).isPresent()) return 0;
        return words.isEmpty() ? 1 : TextSearch.all(message.text(), words).size();
    }

    private static boolean fits(SearchQuery query, ChatMessage message) {
        return query.from()
                        .filter(name -> !name.equalsIgnoreCase(message.from()))
                        .isEmpty()
                && query.after().filter(message.time()::isBefore).isEmpty()
                && query.before().filter(end -> !message.time().isBefore(end)).isEmpty();
    }
}
