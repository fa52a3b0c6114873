package dev.parley.console;

import dev.parley.console.command.Words;
import java.util.List;

/**
 * What could stand at the cursor.
 *
 * @param start where the word begins that a candidate replaces
 * @param end behind the last character that a candidate replaces
 * @param typed what stands between them, without its quotes; every candidate begins with it, large or small letters, or if none
 *     does so, each is near to it, the nearest first
 */
public record Completion(int start, int end, String typed, List<Candidate> candidates) {
    /**
     * One possible word.
     *
     * @param value the word
     * @param description what there is to say about it, may be empty
     * @param finished whether the word ends there; not so with a folder
     */
    public record Candidate(String value, String description, boolean finished) {
        /** The text that takes the place of what was typed: the word, quoted if need be. */
        public String insertion() {
            return Words.quoted(value);
        }
    }

    public Completion {
        candidates = List.copyOf(candidates);
    }
}
