package dev.parley.chat;

import java.util.Objects;

/** The rule for names of peers and rooms: 1 to 64 characters, no white space, no control characters. */
final class Names {
    private static final int MAX_CHARACTERS = 64;

    /** What such a name takes in UTF-8 at most. */
    static final int MAX_BYTES = 4 * MAX_CHARACTERS;

    private Names() {}

    static void check(String what, String text) {
        Objects.requireNonNull(text, what);
        if (!valid(text))
            throw new IllegalArgumentException("A %s has 1 to %d characters without spaces: '%s'"
                    .formatted(what, MAX_CHARACTERS, shortened(text)));
    }

    static boolean valid(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters >= 1
                && characters <= MAX_CHARACTERS
                && text.codePoints().noneMatch(Names::refused);
    }

    private static boolean refused(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.CONTROL
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.SURROGATE;
    }

    private static String shortened(String text) {
        String visible = text.codePoints()
                .map(character -> Character.isISOControl(character) ? '?' : character)
                .limit(MAX_CHARACTERS)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return visible.length() < text.length() ? visible + "…" : visible;
    }
}
