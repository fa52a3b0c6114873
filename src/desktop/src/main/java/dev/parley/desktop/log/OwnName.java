package dev.parley.desktop.log;

import java.util.ArrayList;
import java.util.List;

/** This user's name as others write it in their messages. Immutable. */
record OwnName(String text) {
    static final OwnName NONE = new OwnName("");

    /** Where a text has the name as a word, with an {@code @} before it or without. */
    List<TextRange> in(String message) {
        List<TextRange> found = new ArrayList<>();
        if (text.isEmpty()) return found;
        int at = TextSearch.indexOf(message, text, 0);
        while (at >= 0) {
            int end = at + text.length();
            if (isWord(message, at, end)) {
                boolean called = at > 0 && message.charAt(at - 1) == '@';
                found.add(new TextRange(called ? at - 1 : at, end));
            }
            at = TextSearch.indexOf(message, text, end);
        }
        return found;
    }

    boolean isIn(String message) {
        return !in(message).isEmpty();
    }

    private static boolean isWord(String message, int from, int to) {
        boolean startsThere = from == 0 || !isPartOfName(message.codePointBefore(from));
        boolean endsThere =
                to == message.length() || !isPartOfName(message.codePointAt(to)) || isJustTheEnd(message, to);
        return startsThere && endsThere;
    }

    private static boolean isPartOfName(int character) {
        return Character.isLetterOrDigit(character) || character == '_' || character == '-';
    }

    /** Whether a hyphen here is a dash after the word instead of a part of another name. */
    private static boolean isJustTheEnd(String message, int at) {
        return message.charAt(at) == '-' && (at + 1 == message.length() || !isPartOfName(message.codePointAt(at + 1)));
    }
}
