package dev.parley.desktop.completion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What could stand at the cursor, and what is known of the command around it.
 *
 * @param start where the word begins that a choice replaces
 * @param end behind the last character that a choice replaces
 * @param typed what stands between them, without its quotes
 */
public record Proposal(int start, int end, String typed, List<Choice> choices, Optional<Signature> signature) {
    public Proposal {
        choices = List.copyOf(choices);
    }

    /** Nothing to propose at this place. */
    public static Proposal nothingAt(int cursor) {
        return new Proposal(cursor, cursor, "", List.of(), Optional.empty());
    }

    /** What is left of it when more or less of the same word is typed. */
    public Proposal narrowedTo(String word) {
        List<Choice> left =
                choices.stream().filter(choice -> begins(choice.value(), word)).toList();
        return new Proposal(start, start + word.length(), word, left, signature);
    }

    /** How many letters of a choice have been typed: none of one that only comes near. */
    int typedOf(Choice choice) {
        return begins(choice.value(), typed) ? typed.length() : 0;
    }

    /** The longest beginning that all choices share, with the letters of the first; empty if there are none. */
    public String sharedBeginning() {
        if (choices.isEmpty()) return "";
        String first = choices.get(0).value();
        int length = first.length();
        for (Choice choice : choices) while (!begins(choice.value(), first.substring(0, length))) length--;
        if (length > 0 && Character.isHighSurrogate(first.charAt(length - 1))) length--;
        return first.substring(0, length);
    }

    private static boolean begins(String value, String typed) {
        return value.toLowerCase(Locale.ROOT).startsWith(typed.toLowerCase(Locale.ROOT));
    }
}
