package dev.parley.console.text;

/** Counted things: {@code 1 member}, {@code 2 members}. */
public final class Plural {
    private Plural() {}

    /** The number and the word, with an s unless the number is 1. */
    public static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
