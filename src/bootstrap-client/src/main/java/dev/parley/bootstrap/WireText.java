package dev.parley.bootstrap;

/** What is allowed in a text that travels as one field of a line: no white space, no control characters, a bounded length. */
final class WireText {
    private static final int QUOTED_LENGTH = 60;

    private WireText() {}

    /** @throws IllegalArgumentException with a sentence that names {@code what} if the text is not allowed */
    static void require(String what, String text, int minLength, int maxLength) {
        if (text.length() < minLength || text.length() > maxLength)
            throw new IllegalArgumentException(
                    "the " + what + " has " + text.length() + " characters, not " + minLength + " to " + maxLength);
        if (text.codePoints().anyMatch(WireText::isForbidden))
            throw new IllegalArgumentException("the " + what + " " + quoted(text)
                    + " contains white space, a control character or bytes that are not UTF-8");
    }

    /** The text in double quotes, fit for one line of a message: control characters replaced, cut after 60 characters. */
    static String quoted(String text) {
        return '"' + printable(text, QUOTED_LENGTH) + '"';
    }

    /** The first characters of the text, each one that is no printable one replaced by a question mark. */
    static String printable(String text, int maxLength) {
        StringBuilder line = new StringBuilder();
        text.codePoints()
                .limit(maxLength)
                .map(c -> c != ' ' && isForbidden(c) ? '?' : c)
                .forEach(line::appendCodePoint);
        return text.codePointCount(0, text.length()) > maxLength ? line + "…" : line.toString();
    }

    /** U+FFFD is what a decoder leaves where the bytes were not UTF-8; half a surrogate pair has no encoding at all. */
    private static boolean isForbidden(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || Character.isISOControl(codePoint)
                || Character.getType(codePoint) == Character.SURROGATE
                || codePoint == 0xFFFD;
    }
}
