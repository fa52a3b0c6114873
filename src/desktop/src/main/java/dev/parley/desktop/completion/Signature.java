package dev.parley.desktop.completion;

import java.util.List;
import java.util.Objects;

/**
 * How the command at the cursor is typed.
 *
 * @param parts its name and its arguments, in order
 * @param sentence what it does
 */
public record Signature(List<Part> parts, String sentence) {
    /**
     * The name or one argument.
     *
     * @param current whether it is the one at the cursor
     */
    public record Part(String text, boolean current) {}

    public Signature {
        parts = List.copyOf(parts);
        Objects.requireNonNull(sentence, "sentence");
    }
}
