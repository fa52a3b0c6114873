package dev.parley.lab;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One object that a peer started with {@code --json} wrote on its standard output. Immutable. */
public sealed interface PeerOutput {
    /**
     * Where the peer stands with its room.
     *
     * @param state one of {@code joining}, {@code joined}, {@code alone}, {@code left}
     * @param address its address in the group, empty while it has none
     */
    record State(String state, String room, String self, Optional<String> address) implements PeerOutput {}

    /** A view of the group, members in view order under their shown names. */
    record View(
            String room,
            String view,
            String coordinator,
            List<String> members,
            List<String> joined,
            List<String> left,
            boolean merged)
            implements PeerOutput {
        public View {
            members = List.copyOf(members);
            joined = List.copyOf(joined);
            left = List.copyOf(left);
        }
    }

    /**
     * Something said.
     *
     * @param kind one of {@code text}, {@code action}, {@code direct}
     * @param to for whom, only with {@code direct}
     */
    record Message(
            String room,
            String id,
            String from,
            boolean self,
            String text,
            Instant time,
            String clock,
            String kind,
            Optional<String> to,
            boolean late)
            implements PeerOutput {}

    /**
     * What came of a command.
     *
     * @param command the line exactly as given
     * @param lines the human text
     * @param rows tables, empty if the command has none
     * @param error one sentence if it failed
     */
    record Result(
            String command, boolean ok, List<String> lines, List<Map<String, Object>> rows, Optional<String> error)
            implements PeerOutput {
        public Result {
            lines = List.copyOf(lines);
            rows = List.copyOf(rows);
        }
    }

    /** A sentence for the user; {@code level} is {@code info} or {@code warn}. */
    record Notice(String level, String text) implements PeerOutput {}

    /**
     * Something is new in the peer's timeline.
     *
     * @param kind what it is about, for example {@code view}
     * @param details the same as data; values may be null
     */
    record Event(Instant time, String kind, String text, Map<String, Object> details) implements PeerOutput {
        public Event {
            details = Collections.unmodifiableMap(new LinkedHashMap<>(details));
        }
    }

    /** An object of a type that this version does not know, or without a key that its type must have. */
    record Unknown(String json) implements PeerOutput {}
}
