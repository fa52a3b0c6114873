package dev.parley.console;

import dev.parley.console.api.Suggestions.Suggestion;
import dev.parley.group.NearestNames;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What may have been meant by a word that nothing begins with: letters in order, or few typing errors. */
final class Fuzzy {
    private static final int FEWEST_LETTERS = 2;
    private static final int MOST_LETTERS = 64;
    private static final int MOST = 20;

    private Fuzzy() {}

    /** The best first. */
    static List<Suggestion> matches(String typed, List<Suggestion> all) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        if (wanted.length() < FEWEST_LETTERS || wanted.length() > MOST_LETTERS) return List.of();
        List<Suggestion> inOrder = all.stream()
                .filter(suggestion -> span(wanted, suggestion.value()) < Integer.MAX_VALUE)
                .sorted(Comparator.<Suggestion>comparingInt(suggestion -> span(wanted, suggestion.value()))
                        .thenComparingInt(suggestion -> suggestion.value().length())
                        .thenComparing(Suggestion::value))
                .limit(MOST)
                .toList();
        if (!inOrder.isEmpty()) return inOrder;
        List<String> near =
                NearestNames.of(wanted, all.stream().map(Suggestion::value).toList());
        return all.stream()
                .filter(suggestion -> near.contains(suggestion.value()))
                .sorted(Comparator.comparingInt(suggestion -> near.indexOf(suggestion.value())))
                .toList();
    }

    /** Over how many letters of the value those wanted are spread, in their order; the largest number if they are not. */
    private static int span(String wanted, String value) {
        String letters = value.toLowerCase(Locale.ROOT);
        int best = Integer.MAX_VALUE;
        for (int start = letters.indexOf(wanted.charAt(0));
                start >= 0;
                start = letters.indexOf(wanted.charAt(0), start + 1)) {
            int position = start;
            for (int i = 1; i < wanted.length() && position >= 0; i++)
                position = letters.indexOf(wanted.charAt(i), position + 1);
            if (position >= 0) best = Math.min(best, position - start);
        }
        return best;
    }
}
