package dev.parley.console.api;

import dev.parley.console.text.Columns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a command that succeeded has to say.
 *
 * @param lines for people, none with a line break
 * @param rows the same as data if it is a table; values are texts, numbers, truth values, nulls, lists or maps
 */
public record Reply(List<String> lines, List<Map<String, Object>> rows) {
    public static final Reply NOTHING = new Reply(List.of(), List.of());

    public Reply {
        lines = List.copyOf(lines);
        rows = List.copyOf(rows);
    }

    public static Reply line(String line) {
        return new Reply(List.of(line), List.of());
    }

    /** One line with its data. */
    public static Reply line(String line, Map<String, Object> row) {
        return new Reply(List.of(line), List.of(row));
    }

    public static Reply lines(List<String> lines) {
        return new Reply(lines, List.of());
    }

    /** A table, shown under its keys, or {@code ifEmpty} when it has no rows. */
    public static Reply table(List<Map<String, Object>> rows, String ifEmpty) {
        return new Reply(rows.isEmpty() ? List.of(ifEmpty) : Columns.of(rows), rows);
    }

    /** The same with these lines before it. */
    public Reply under(String heading) {
        List<String> all = new ArrayList<>();
        all.add(heading);
        all.addAll(lines);
        return new Reply(all, rows);
    }

    /** A row with these keys and values in turn, in this order; values may be null. */
    public static Map<String, Object> row(Object... keysAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) row.put((String) keysAndValues[i], keysAndValues[i + 1]);
        return Collections.unmodifiableMap(row);
    }
}
