package dev.parley.console.text;

/**
 * Text of other people and of files made safe to print: nothing in it moves a cursor, changes a colour, rings a bell or
 * turns the direction of what follows.
 */
public final class HarmlessText {
    private static final char REPLACEMENT = '\uFFFD';

    private HarmlessText() {}

    /** One line: line breaks become {@code ⏎}. */
    public static String line(String text) {
        return String.join(" ⏎ ", lines(text));
    }

    /** The lines of a text, at least one, none with a line break. */
    public static String[] lines(String text) {
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) lines[i] = withoutControls(lines[i]);
        return lines;
    }

    /** The start of a text in one line of at most so many characters, for quoting it in a sentence. */
    public static String shortened(String text, int characters) {
        int length = text.codePointCount(0, text.length());
        if (length <= characters) return line(text);
        return line(text.substring(0, text.offsetByCodePoints(0, characters - 1))) + "…";
    }

    private static String withoutControls(String line) {
        StringBuilder safe = null;
        for (int i = 0; i < line.length(); i++) {
            char character = line.charAt(i);
            if (!isHarmful(character)) {
                if (safe != null) safe.append(character);
                continue;
            }
            if (safe == null) safe = new StringBuilder(line.length() + 8).append(line, 0, i);
            if (character == '\t') safe.append("    ");
            else safe.append(REPLACEMENT);
        }
        return safe == null ? line : safe.toString();
    }

    /** Controls, and the marks that turn the writing direction (Unicode Standard Annex 9, section 2). */
    private static boolean isHarmful(char character) {
        return Character.isISOControl(character)
                || character == '\u061C'
                || character == '\u200E'
                || character == '\u200F'
                || (character >= '\u202A' && character <= '\u202E')
                || (character >= '\u2066' && character <= '\u2069');
    }
}
