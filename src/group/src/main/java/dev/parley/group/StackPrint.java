package dev.parley.group;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a member tells others of its protocol stack.
 *
 * @param name for people: 1 to 64 characters, none of them a space or invisible
 * @param fingerprint the same for stacks whose members understand each other, most likely another for all others
 */
public record StackPrint(String name, long fingerprint) {
    private static final int MAX_CHARACTERS = 64;
    private static final Pattern INVISIBLE = Pattern.compile("[\\s\\p{C}\\p{Z}]+");

    public StackPrint {
        Objects.requireNonNull(name, "name");
        name = visible(name);
    }

    /** Whether members with these two stacks can be in one group. */
    public boolean fits(StackPrint other) {
        return fingerprint == other.fingerprint;
    }

    /** The fingerprint as people compare it: 16 hexadecimal digits. */
    public String digits() {
        return "%016x".formatted(fingerprint);
    }

    /** Files may be called anything, and what comes from others may be anything. */
    private static String visible(String name) {
        String visible = INVISIBLE.matcher(name.strip()).replaceAll("-");
        int end = visible.offsetByCodePoints(0, Math.min(MAX_CHARACTERS, visible.codePointCount(0, visible.length())));
        return visible.isEmpty() ? "nameless" : visible.substring(0, end);
    }
}
