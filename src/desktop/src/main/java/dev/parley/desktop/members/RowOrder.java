package dev.parley.desktop.members;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings a shown list into a wanted order by removing and inserting rows, so that the others stay where they are. */
final class RowOrder {
    private RowOrder() {}

    static <T> void apply(List<T> wanted, List<T> shown) {
        Set<T> kept = new HashSet<>(wanted);
        for (int i = shown.size() - 1; i >= 0; i--) if (!kept.contains(shown.get(i))) shown.remove(i);
        Set<T> present = new HashSet<>(shown);
        for (int i = 0; i < wanted.size(); i++) {
            T row = wanted.get(i);
            if (i < shown.size() && shown.get(i) == row) continue;
            if (present.contains(row)) shown.remove(row);
            shown.add(i, row);
        }
    }
}
