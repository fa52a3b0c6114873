package dev.parley.desktop.input;

/**
 * Text whose layout takes time by the square of its length: scripts that join, combine or turn round their letters. A few
 * thousand such letters without a line break stop a window for seconds. Any thread.
 */
final class HeavyText {
    private static final int MOST_IN_A_LINE = 2_000;
    private static final char FIRST_COMBINING = '\u0300';
    private static final char LAST_COMBINING = '\u036F';
    private static final char FIRST_JOINING = '\u0590';
    private static final char LAST_JOINING = '\u18AF';
    private static final char JOINER = '\u200D';
    private static final char NON_JOINER = '\u200C';

    private HeavyText() {}

    /** Whether a line of this would be too much to be typed fluently. */
    static boolean isTooMuch(String text) {
        if (text.length() <= MOST_IN_A_LINE) return false;
        return text.lines()
                .filter(line -> line.length() > MOST_IN_A_LINE)
                .anyMatch(line -> line.chars().anyMatch(HeavyText::isHeavy));
    }

    private static boolean isHeavy(int letter) {
        return (letter >= FIRST_COMBINING && letter <= LAST_COMBINING)
                || (letter >= FIRST_JOINING && letter <= LAST_JOINING)
                || letter == JOINER
                || letter == NON_JOINER;
    }
}
