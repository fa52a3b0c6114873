package dev.parley.desktop.log;

import dev.parley.chat.ChatMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What happened to the group beyond the piece of the log that is shown: nobody else keeps it. JavaFX thread. */
final class LinesAside {
    /** Beyond so many the oldest are forgotten. */
    private static final int MOST = 1_000;

    private static final Comparator<SystemRow> ORDER =
            Comparator.comparing(SystemRow::time).thenComparing(SystemRow::key);

    private final List<SystemRow> lines = new ArrayList<>();

    void clear() {
        lines.clear();
    }

    /** The latest. */
    Optional<SystemRow> last() {
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
    }

    /** Keeps the lines among these rows. */
    void keep(List<LogRow> rows) {
        for (LogRow row : rows) if (row instanceof SystemRow line) put(line);
    }

    /** Keeps a line, in place of an earlier state of it. */
    void put(SystemRow line) {
        if (last().filter(latest -> latest.key() == line.key()).isPresent()) lines.remove(lines.size() - 1);
        int place = lines.size();
        while (place > 0 && ORDER.compare(lines.get(place - 1), line) > 0) place--;
        lines.add(place, line);
        if (lines.size() > MOST) lines.remove(0);
    }

    /** Gives back what happened from the time of one message to that of the other, or without end where there is none. */
    List<SystemRow> take(Optional<ChatMessage> from, Optional<ChatMessage> to) {
        List<SystemRow> taken = lines.stream()
                .filter(line ->
                        from.filter(first -> line.time().isBefore(first.time())).isEmpty())
                .filter(line ->
                        to.filter(last -> line.time().isAfter(last.time())).isEmpty())
                .toList();
        lines.removeAll(taken);
        return taken;
    }
}
