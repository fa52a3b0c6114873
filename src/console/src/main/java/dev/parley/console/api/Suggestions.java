package dev.parley.console.api;

import dev.parley.chat.RoomName;
import dev.parley.chat.Roster;
import dev.parley.chat.Session;
import java.util.List;
import java.util.stream.Stream;

/** What completion offers for an argument. Called from faces' threads; must not block for long. */
@FunctionalInterface
public interface Suggestions {
    /** One possible word, and what there is to say about it (may be empty). */
    record Suggestion(String value, String description) {}

    /**
     * The words that could stand there.
     *
     * @param typed what stands there up to the cursor; the caller drops what does not begin with it
     */
    Stream<Suggestion> offer(Session session, String typed);

    /**
     * The same, knowing the words between the command's name and this one.
     *
     * @param before without their quotes
     */
    default Stream<Suggestion> offerAfter(List<String> before, Session session, String typed) {
        return offer(session, typed);
    }

    /** Offers by the words before. */
    @FunctionalInterface
    interface ByWordsBefore {
        Stream<Suggestion> offer(List<String> before, Session session, String typed);
    }

    /** Suggestions that depend on the words between the command's name and this one. */
    static Suggestions after(ByWordsBefore source) {
        return new Suggestions() {
            @Override
            public Stream<Suggestion> offer(Session session, String typed) {
                return source.offer(List.of(), session, typed);
            }

            @Override
            public Stream<Suggestion> offerAfter(List<String> before, Session session, String typed) {
                return source.offer(before, session, typed);
            }
        };
    }

    Suggestions NONE = (session, typed) -> Stream.empty();

    /** All members of the room but this one. */
    Suggestions OTHER_MEMBERS = (session, typed) -> session.roster().entries().stream()
            .filter(entry -> !entry.self())
            .map(entry -> new Suggestion(entry.shownName(), description(entry)));

    /** All members of the room. */
    Suggestions MEMBERS = (session, typed) ->
            session.roster().entries().stream().map(entry -> new Suggestion(entry.shownName(), description(entry)));

    /** The room that this peer is in, and the usual one. */
    Suggestions ROOMS = (session, typed) -> Stream.of(session.room(), RoomName.LOBBY)
            .distinct()
            .map(room -> new Suggestion(room.text(), room.equals(session.room()) ? "where you are" : "the usual one"));

    static Suggestions of(List<String> words) {
        return (session, typed) -> words.stream().map(word -> new Suggestion(word, ""));
    }

    private static String description(Roster.Entry entry) {
        if (entry.coordinator()) return "coordinator";
        return entry.inChat() ? "" : "not in the chat";
    }
}
