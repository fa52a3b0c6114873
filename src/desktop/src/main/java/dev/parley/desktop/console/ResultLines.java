package dev.parley.desktop.console;

import dev.parley.console.CommandResult;
import dev.parley.console.text.Columns;
import dev.parley.console.text.HarmlessText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What came of a command as rows of the output. Data becomes a table only where the command's own lines are that table; else
 * the lines say more.
 */
final class ResultLines {
    /** A table is laid out as a whole, so that a longer one stays lines. */
    private static final int MOST_TABLE_ROWS = 200;

    /** Laying out scripts that join or combine their letters takes time by the square of the length. */
    private static final int MOST_CHARACTERS = 500;

    private ResultLines() {}

    static List<ConsoleLine> of(CommandResult result) {
        if (result instanceof CommandResult.Failed failed) return List.of(DidYouMean.of(failed));
        if (result instanceof CommandResult.Done done) return done(done);
        return List.of();
    }

    /** A text as rows; a long line takes several. */
    static List<ConsoleLine> text(String text, ConsoleLine.Tone tone) {
        List<ConsoleLine> lines = new ArrayList<>();
        String rest = HarmlessText.line(text);
        while (rest.length() > MOST_CHARACTERS) {
            boolean split = Character.isHighSurrogate(rest.charAt(MOST_CHARACTERS - 1));
            int end = split ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
            lines.add(new ConsoleLine.Output(rest.substring(0, end), tone, true));
            rest = rest.substring(end);
        }
        lines.add(new ConsoleLine.Output(rest, tone, false));
        return lines;
    }

    private static List<ConsoleLine> done(CommandResult.Done done) {
        List<ConsoleLine> shown = new ArrayList<>();
        int heading = done.lines().size() - done.rows().size() - 1;
        boolean isTable = isTable(done, heading);
        List<String> plain = isTable ? done.lines().subList(0, heading) : done.lines();
        plain.forEach(line -> shown.addAll(text(line, ConsoleLine.Tone.PLAIN)));
        if (isTable) shown.add(table(done.rows()));
        return shown;
    }

    private static boolean isTable(CommandResult.Done done, int heading) {
        List<Map<String, Object>> rows = done.rows();
        if (rows.isEmpty() || rows.size() > MOST_TABLE_ROWS || heading < 0) return false;
        boolean alike =
                rows.stream().allMatch(row -> row.keySet().equals(rows.get(0).keySet()));
        return alike && done.lines().subList(heading, done.lines().size()).equals(Columns.of(rows));
    }

    private static ConsoleLine.Table table(List<Map<String, Object>> rows) {
        List<String> headings = List.copyOf(rows.get(0).keySet());
        List<Boolean> numbers = headings.stream()
                .map(key -> rows.stream().anyMatch(row -> row.get(key) instanceof Number)
                        && rows.stream().map(row -> row.get(key)).allMatch(v -> v == null || v instanceof Number))
                .toList();
        List<List<String>> cells = rows.stream()
                .map(row -> headings.stream().map(key -> cell(row.get(key))).toList())
                .toList();
        return new ConsoleLine.Table(headings.stream().map(HarmlessText::line).toList(), numbers, cells);
    }

    private static String cell(Object value) {
        if (value == null) return "";
        if (value instanceof Boolean truth) return truth ? "yes" : "";
        return HarmlessText.line(value.toString());
    }
}
