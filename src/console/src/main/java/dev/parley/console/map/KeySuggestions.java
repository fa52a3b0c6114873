package dev.parley.console.map;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Suggestions;
import dev.parley.console.text.HarmlessText;
import java.util.stream.Stream;

/** Offers the keys in the shared map. */
final class KeySuggestions implements Suggestions {
    private static final int MAX_SHOWN = 60;

    @Override
    public Stream<Suggestion> offer(Session session, String typed) {
        try {
            return session.map().entries().stream()
                    .map(entry -> new Suggestion(entry.key(), HarmlessText.shortened(entry.value(), MAX_SHOWN)));
        } catch (SessionException e) {
            // without a group there is no map
            return Stream.empty();
        }
    }
}
