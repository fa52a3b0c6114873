package dev.parley.group;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds what somebody who mistyped a name may have meant: names that begin the same, or are few typing errors away. */
public final class NearestNames {
    private static final int MOST = 3;
    private static final int SHORTEST_BEGINNING = 3;

    private NearestNames() {}

    /** At most three of the known names, nearest first, whatever their case; none if nothing is near. */
    public static List<String> of(String typed, Collection<String> known) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(name -> isNear(wanted, name.toLowerCase(Locale.ROOT)))
                .sorted(Comparator.<String>comparingInt(name -> distanceOf(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
    }

    /** What to add to an error, with the nearest only: {@code ""} or {@code "; did you mean 'a' or 'b'?"}. */
    public static String question(String typed, Collection<String> known) {
        List<String> near = of(typed, known);
        List<String> nearest = near.stream()
                .filter(name -> distanceOf(typed, name) == distanceOf(typed, near.get(0)))
                .toList();
        return nearest.isEmpty() ? "" : "; did you mean '" + String.join("' or '", nearest) + "'?";
    }

    private static int distanceOf(String typed, String name) {
        return distance(typed.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }

    private static boolean isNear(String wanted, String name) {
        if (wanted.length() > 2 * name.length() + 2) return false;
        if (wanted.length() >= SHORTEST_BEGINNING && name.startsWith(wanted)) return true;
        return distance(wanted, name) <= allowed(Math.min(wanted.length(), name.length()));
    }

    private static int allowed(int length) {
        if (length <= 2) return 0;
        return length <= 5 ? 1 : length / 3;
    }

    /** The number of letters added, left out, changed or swapped with their neighbour (optimal string alignment). */
    private static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) cost[i][0] = i;
        for (int j = 0; j <= other.length(); j++) cost[0][j] = j;
        for (int i = 1; i <= one.length(); i++)
            for (int j = 1; j <= other.length(); j++) cost[i][j] = cheapest(one, other, cost, i, j);
        return cost[one.length()][other.length()];
    }

    private static int cheapest(String one, String other, int[][] cost, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
