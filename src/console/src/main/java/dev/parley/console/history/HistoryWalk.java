package dev.parley.console.history;

import java.util.List;
import java.util.Optional;

/** Up and down through earlier lines: those that begin with what was typed, and in the end that again. One thread. */
public final class HistoryWalk {
    private String typed = "";
    private String shown = "";
    private int position = -1;

    public Optional<String> older(List<String> lines, String current) {
        if (position < 0 || position > lines.size() || !current.equals(shown)) {
            typed = current;
            position = lines.size();
        }
        for (int i = position - 1; i >= 0; i--)
            if (lines.get(i).startsWith(typed) && !lines.get(i).equals(current)) return at(i, lines.get(i));
        return Optional.empty();
    }

    public Optional<String> newer(List<String> lines, String current) {
        if (position < 0 || position >= lines.size() || !current.equals(shown)) return Optional.empty();
        for (int i = position + 1; i < lines.size(); i++)
            if (lines.get(i).startsWith(typed) && !lines.get(i).equals(current)) return at(i, lines.get(i));
        return at(lines.size(), typed);
    }

    /** The next step begins anew. */
    public void end() {
        position = -1;
    }

    private Optional<String> at(int index, String line) {
        position = index;
        shown = line;
        return Optional.of(line);
    }
}
