package dev.parley.console.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A table as lines: columns as wide as their widest cell, two spaces apart. */
public final class Columns {
    private final List<List<String>> lines = new ArrayList<>();

    /** Starts with these headings; none for a table without. */
    public Columns(String... headings) {
        if (headings.length > 0) lines.add(List.of(headings));
    }

    public Columns row(Object... cells) {
        List<String> row = new ArrayList<>(cells.length);
        for (Object cell : cells) row.add(cell == null ? "" : HarmlessText.line(cell.toString()));
        lines.add(row);
        return this;
    }

    /** The table's lines without trailing spaces. */
    public List<String> lines() {
        int columns = lines.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> line : lines)
            for (int i = 0; i < line.size(); i++) widths[i] = Math.max(widths[i], TextWidth.of(line.get(i)));
        return lines.stream().map(line -> aligned(line, widths)).toList();
    }

    /** The headings and the values of these rows under them, {@code true} as "yes", false and null as nothing. */
    public static List<String> of(List<Map<String, Object>> rows) {
        if (rows.isEmpty()) return List.of();
        Columns columns = new Columns(rows.get(0).keySet().toArray(String[]::new));
        for (Map<String, Object> row : rows)
            columns.row(row.values().stream().map(Columns::cell).toArray());
        return columns.lines();
    }

    private static Object cell(Object value) {
        if (value instanceof Boolean truth) return truth ? "yes" : "";
        return value;
    }

    private static String aligned(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            line.append(cell).append(" ".repeat(widths[i] - TextWidth.of(cell) + 2));
        }
        return line.toString().stripTrailing();
    }
}
