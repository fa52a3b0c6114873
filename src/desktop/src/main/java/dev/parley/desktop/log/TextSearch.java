package dev.parley.desktop.log;

import java.util.ArrayList;
import java.util.Comparator;
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

    /** All places of any of the words in their order, none within another. */
    static List<TextRange> all(String text, List<String> words) {
        List<TextRange> found = new ArrayList<>();
        for (String word : words)
            for (int at = indexOf(text, word, 0); at >= 0; at = indexOf(text, word, at + word.length()))
                found.add(new TextRange(at, at + word.length()));
        return words.size() > 1 ? apart(found) : found;
    }

    private static List<TextRange> apart(List<TextRange> places) {
        places.sort(Comparator.comparing(TextRange::from).thenComparing(TextRange::to, Comparator.reverseOrder()));
        List<TextRange> apart = new ArrayList<>();
        int end = 0;
        for (TextRange place : places) {
            if (place.from() < end) continue;
            apart.add(place);
            end = place.to();
        }
        return apart;
    }

    static boolean hasAll(String text, List<String> words) {
        for (String word : words) if (indexOf(text, word, 0) < 0) return false;
        return true;
    }
}
