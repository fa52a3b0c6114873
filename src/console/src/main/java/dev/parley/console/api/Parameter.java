package dev.parley.console.api;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One argument of a command.
 *
 * @param label how the manual calls it; a flag is given by exactly this text
 * @param suggestions what completion offers for it
 */
public record Parameter(String label, Kind kind, Suggestions suggestions) {
    /** How an argument is given. */
    public enum Kind {
        REQUIRED,
        OPTIONAL,
        /** Any number of words, also none; only as the last. */
        REPEATED,
        /** Any number of words, at least one; only as the last. */
        SEVERAL,
        /** Two words or none, the first of them fixed; only as the last. */
        PAIR,
        /** The untouched rest of the line, at least one character; only as the last. */
        TEXT,
        /** Like {@link #TEXT}, but may be missing. */
        OPTIONAL_TEXT,
        /** An option without value, anywhere among the others. */
        FLAG
    }

    public Parameter {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(suggestions, "suggestions");
    }

    public static Parameter required(String label) {
        return new Parameter(label, Kind.REQUIRED, Suggestions.NONE);
    }

    public static Parameter optional(String label) {
        return new Parameter(label, Kind.OPTIONAL, Suggestions.NONE);
    }

    public static Parameter repeated(String label) {
        return new Parameter(label, Kind.REPEATED, Suggestions.NONE);
    }

    public static Parameter several(String label) {
        return new Parameter(label, Kind.SEVERAL, Suggestions.NONE);
    }

    /**
     * A fixed word and a value.
     *
     * @param keyword the first word
     */
    public static Parameter pair(String keyword, String value) {
        return new Parameter(
                keyword + " " + value,
                Kind.PAIR,
                Suggestions.after((before, session, typed) -> before.contains(keyword)
                        ? Stream.empty()
                        : Stream.of(new Suggestions.Suggestion(keyword, ""))));
    }

    public static Parameter text(String label) {
        return new Parameter(label, Kind.TEXT, Suggestions.NONE);
    }

    /** Like {@link #text}, but may be missing. */
    public static Parameter optionalText(String label) {
        return new Parameter(label, Kind.OPTIONAL_TEXT, Suggestions.NONE);
    }

    public static Parameter flag(String label) {
        return new Parameter(label, Kind.FLAG, Suggestions.of(List.of(label)));
    }

    /** The same, completed from these. */
    public Parameter suggesting(Suggestions others) {
        return new Parameter(label, kind, others);
    }

    public boolean isText() {
        return kind == Kind.TEXT || kind == Kind.OPTIONAL_TEXT;
    }

    /** Whether further words belong to it. */
    public boolean isRepeated() {
        return kind == Kind.REPEATED || kind == Kind.SEVERAL;
    }

    public boolean isFlag() {
        return kind == Kind.FLAG;
    }

    /** As it stands in a usage line. */
    public String usage() {
        return switch (kind) {
            case REQUIRED, TEXT -> label;
            case OPTIONAL, PAIR, OPTIONAL_TEXT, FLAG -> "[" + label + "]";
            case SEVERAL -> label + " ...";
            case REPEATED -> "[" + label + " ...]";
        };
    }
}
