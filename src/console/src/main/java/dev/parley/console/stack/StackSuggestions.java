package dev.parley.console.stack;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.FileSuggestions;
import dev.parley.console.api.Suggestions;
import dev.parley.group.StackAttribute;
import dev.parley.group.StackFile;
import java.util.stream.Stream;

/** What completion offers for stacks, their protocols and attributes. Any thread. */
public final class StackSuggestions {
    /** Names of stacks, and files. */
    public static final Suggestions STACKS = (session, typed) -> Stream.concat(
            session.stack().shelf().stream().map(item -> new Suggestions.Suggestion(item.name(), item.purpose())),
            new FileSuggestions().offer(session, typed));

    /** The protocols of the stack. */
    static final Suggestions PROTOCOLS =
            (session, typed) -> session.stack().protocols().stream().map(name -> new Suggestions.Suggestion(name, ""));

    /** The protocols of the stack; behind a name and a point its attributes. */
    static final Suggestions READABLE = (session, typed) -> protocolOrAttributes(session, typed, false);

    /** The same, of the attributes only those that can be changed. */
    static final Suggestions CHANGEABLE = (session, typed) -> protocolOrAttributes(session, typed, true);

    /** All protocols of JGroups. */
    static final Suggestions ANY_PROTOCOL =
            (session, typed) -> StackFile.protocolNames().stream().map(name -> new Suggestions.Suggestion(name, ""));

    private StackSuggestions() {}

    private static Stream<Suggestions.Suggestion> protocolOrAttributes(
            Session session, String typed, boolean changeable) {
        for (String protocol : session.stack().protocols())
            if (typed.startsWith(protocol + ".")) return attributes(session, protocol, changeable);
        return session.stack().protocols().stream()
                .flatMap(name -> Stream.of(name, name + "."))
                .filter(name -> !changeable || name.endsWith("."))
                .map(name -> new Suggestions.Suggestion(name, name.endsWith(".") ? "its attributes" : ""));
    }

    private static Stream<Suggestions.Suggestion> attributes(Session session, String protocol, boolean changeable) {
        try {
            return session.stack().attributes(protocol).stream()
                    .filter(attribute -> !changeable || attribute.fixed().isEmpty())
                    .map(attribute -> suggestion(protocol, attribute));
        } catch (SessionException e) {
            return Stream.empty();
        }
    }

    private static Suggestions.Suggestion suggestion(String protocol, StackAttribute attribute) {
        return new Suggestions.Suggestion(
                protocol + "." + attribute.name(), attribute.type() + ", is " + attribute.value());
    }
}
