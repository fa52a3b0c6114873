package dev.parley.console;

import java.util.List;

/**
 * What could stand at the cursor.
 *
 * @param start where the word begins that a candidate replaces
 * @param end behind the last character that a candidate replaces
 */
public record Completion(int start, int end, List<Candidate> candidates) {
    /**
     * One possible word.
     *
     * @param value the text that takes the place of what stands between start and end, quoted if need be
     * @param description what there is to say about it, may be empty
     * @param finished whether the word ends there; not so with a folder
     */
    public record Candidate(String value, String description, boolean finished) {}

    public Completion {
        candidates = List.copyOf(candidates);
    }
}
