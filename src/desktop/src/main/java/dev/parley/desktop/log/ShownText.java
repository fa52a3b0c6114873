package dev.parley.desktop.log;

import dev.parley.console.text.HarmlessText;
import java.util.List;

/** Words of other people as a row may show them: nothing invisible, nothing that paints over other rows. Any thread. */
final class ShownText {
    private static final int MARKS_PER_CHARACTER = 3;
    private static final int MOST_NAMES = 10;

    private ShownText() {}

    /** A name in one line; one that would not be seen is told by its code points. */
    static String name(String name) {
        String shown = withFewMarks(HarmlessText.line(name));
        if (shown.codePoints().anyMatch(ShownText::isSeen)) return shown;
        return shown.codePoints()
                .limit(4)
                .mapToObj("U+%04X"::formatted)
                .reduce((first, second) -> first + " " + second)
                .orElse("?");
    }

    /** Several names in one sentence: {@code bob, carol and dan}. */
    static String names(List<String> names) {
        List<String> shown =
                names.stream().limit(MOST_NAMES).map(ShownText::name).toList();
        int more = names.size() - shown.size();
        if (more > 0) return String.join(", ", shown) + " and " + more + (more == 1 ? " other" : " others");
        if (shown.size() < 2) return String.join("", shown);
        return String.join(", ", shown.subList(0, shown.size() - 1)) + " and " + shown.get(shown.size() - 1);
    }

    /** The text with at most a few combining marks on each character. */
    static String withFewMarks(String text) {
        StringBuilder kept = null;
        int marks = 0;
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            int next = i + Character.charCount(character);
            marks = isMark(character) ? marks + 1 : 0;
            if (marks > MARKS_PER_CHARACTER && kept == null) kept = new StringBuilder(text.length()).append(text, 0, i);
            else if (marks <= MARKS_PER_CHARACTER && kept != null) kept.appendCodePoint(character);
            i = next;
        }
        return kept == null ? text : kept.toString();
    }

    static boolean isMark(int character) {
        if (character < 0x300) return false;
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isSeen(int character) {
        int type = Character.getType(character);
        boolean blank = character == 0x115F
                || character == 0x1160
                || character == 0x3164
                || character == 0xFFA0
                || character == 0x2800
                || Character.isWhitespace(character)
                || Character.isSpaceChar(character);
        return !blank && !isMark(character) && type != Character.FORMAT && type != Character.UNASSIGNED;
    }
}
