package dev.parley.group;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds what somebody who mistyped a name probably meant. Stateless. */
final class NearestNames {
    private NearestNames() {}

    /** The known names that need the fewest edits, at most three, and none that needs more than a third of the word. */
    static List<String> of(String word, Collection<String> known) {
        String wanted = word.toLowerCase(Locale.ROOT);
        Map<String, Integer> edits = new TreeMap<>();
        known.forEach(name -> edits.put(name, edits(wanted, name.toLowerCase(Locale.ROOT))));
        int fewest = edits.values().stream().min(Integer::compare).orElse(Integer.MAX_VALUE);
        if (fewest > Math.max(2, word.length() / 3)) return List.of();
        return edits.keySet().stream()
                .filter(name -> edits.get(name) == fewest)
                .limit(3)
                .toList();
    }

    /** What to add to an error: {@code ""} or {@code "; did you mean 'a' or 'b'?"}. */
    static String question(String word, Collection<String> known) {
        List<String> nearest = of(word, known);
        return nearest.isEmpty() ? "" : "; did you mean '" + String.join("' or '", nearest) + "'?";
    }

    /** Levenshtein's distance, with two rows. */
    private static int edits(String from, String to) {
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) above[column] = column;
        for (int row = 1; row <= from.length(); row++) {
            int[] here = new int[to.length() + 1];
            here[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replace = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(replace, Math.min(above[column], here[column - 1]) + 1);
            }
            above = here;
        }
        return above[to.length()];
    }
}
