package dev.parley.desktop.log;

import java.util.ArrayList;
import java.util.List;

/** Finds words in texts whatever their case. Any thread. */
final class TextSearch {
    private TextSearch() {}

    static int indexOf(String text, String words, int from) {
        int last = text.length() - words.length();
        char lower = Character.toLowerCase(words.charAt(0));
        char upper = Character.toUpperCase(lower);
        for (int i = from; i <= last; i++) {
            char start = text.charAt(i);
            if ((start == lower || start == upper || Character.toLowerCase(start) == lower)
                    && text.regionMatches(true, i, words, 0, words.length())) return i;
        }
        return -1;
    }

    /** All places, none within another; none at all of no words. */
    static List<TextRange> all(String text, String words) {
        List<TextRange> found = new ArrayList<>();
        if (words.isEmpty()) return found;
        for (int at = indexOf(text, words, 0); at >= 0; at = indexOf(text, words, at + words.length()))
            found.add(new TextRange(at, at + words.length()));
        return found;
    }

    static int count(String text, String words) {
        int count = 0;
        if (words.isEmpty()) return 0;
        for (int at = indexOf(text, words, 0); at >= 0; at = indexOf(text, words, at + words.length())) count++;
        return count;
    }
}
