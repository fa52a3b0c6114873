package dev.parley.console.api;

import dev.parley.console.text.HarmlessText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A command's arguments, by the labels of its parameters. */
public final class Arguments {
    private static final double MAX_SECONDS = 86_400;
    private final Manual manual;
    private final Map<String, List<String>> words;
    private final Set<String> flags;
    private final String text;

    /** As a parser has read them; a command gets them ready. */
    public Arguments(Manual manual, Map<String, List<String>> words, Set<String> flags, String text) {
        this.manual = manual;
        this.words = words;
        this.flags = flags;
        this.text = text;
    }

    /** The rest of the line as typed; empty if it is missing. */
    public String text() {
        return text;
    }

    public boolean has(String flag) {
        return flags.contains(flag);
    }

    public List<String> all(String label) {
        return words.getOrDefault(label, List.of());
    }

    public Optional<String> optional(String label) {
        return all(label).stream().findFirst();
    }

    /** A word that the parser has seen to be there. */
    public String required(String label) {
        return optional(label).orElseThrow();
    }

    /** A number of seconds with or without a fraction, from 0 to a day. */
    public Duration seconds(String label, Duration fallback) throws CommandException {
        Optional<String> word = optional(label);
        if (word.isEmpty()) return fallback;
        double seconds = decimal(word.get());
        if (!(seconds >= 0 && seconds <= MAX_SECONDS))
            throw refusal(label, word.get(), "a number of seconds from 0 to 86400, for example 0.5");
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** A whole number in this range. */
    public int number(String label, int fallback, int least, int most) throws CommandException {
        Optional<String> word = optional(label);
        if (word.isEmpty()) return fallback;
        return checked(label, word.get(), least, most);
    }

    /** A word as a whole number in this range. */
    public int checked(String label, String digits, int least, int most) throws CommandException {
        long number = digits.matches("\\d{1,9}") ? Long.parseLong(digits) : -1;
        if (number < least || number > most)
            throw refusal(label, digits, "a number from %d to %d".formatted(least, most));
        return (int) number;
    }

    public Optional<Path> path(String label) throws CommandException {
        Optional<String> word = optional(label);
        try {
            return word.map(UserPath::of);
        } catch (InvalidPathException e) {
            throw new CommandException(
                    "'" + HarmlessText.shortened(word.orElse(""), 80) + "' is no file name here.", e);
        }
    }

    /** For a word that is not what it should be. */
    public CommandException refusal(String label, String word, String wanted) {
        return new CommandException("%s: '%s' is not %s; usage: %s"
                .formatted(label, HarmlessText.shortened(word, 80), wanted, manual.usage()));
    }

    private static double decimal(String word) {
        if (!word.matches("\\d{0,9}(\\.\\d{0,9})?") || !word.matches(".*\\d.*")) return Double.NaN;
        return Double.parseDouble(word);
    }
}
