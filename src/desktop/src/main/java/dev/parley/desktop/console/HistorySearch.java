package dev.parley.desktop.console;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks backwards through earlier lines for one that contains what is typed, large or small letters. JavaFX thread. */
final class HistorySearch {
    private final List<String> lines;
    private String query = "";
    private int position;

    HistorySearch(List<String> lines) {
        this.lines = lines;
        this.position = lines.size();
    }

    /** The newest line that contains this. */
    Optional<String> find(String wanted) {
        query = wanted.toLowerCase(Locale.ROOT);
        position = lines.size();
        return next();
    }

    /** The next older one that differs from the one found; if there is none, what is found stays. */
    Optional<String> older() {
        int before = position;
        Optional<String> found = next();
        if (found.isEmpty()) position = before;
        return found;
    }

    private Optional<String> next() {
        if (query.isEmpty()) return Optional.empty();
        Optional<String> current = position < lines.size() ? Optional.of(lines.get(position)) : Optional.empty();
        for (int i = Math.min(position, lines.size()) - 1; i >= 0; i--) {
            String line = lines.get(i);
            if (!line.toLowerCase(Locale.ROOT).contains(query)
                    || current.filter(line::equals).isPresent()) continue;
            position = i;
            return Optional.of(line);
        }
        return Optional.empty();
    }
}
