package dev.parley.desktop.log;

import dev.parley.console.text.HarmlessText;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a row shows of a message, made harmless. Immutable.
 *
 * @param source the text shown, with all its characters
 * @param cut whether this is only the beginning
 */
record MessageContent(List<Run> runs, String source, boolean cut) {
    /** The most that a row shows unasked. */
    static final int MOST_CHARACTERS = 4_000;

    /** Of scripts that take long to lay out. */
    static final int MOST_INTRICATE_CHARACTERS = 1_500;

    static final int MOST_LINES = 40;

    MessageContent {
        runs = List.copyOf(runs);
    }

    /** @param all whether a long text is shown to its end */
    static MessageContent of(String text, OwnName self, boolean all) {
        int end = all ? text.length() : startOf(text);
        String source = ShownText.withFewMarks(String.join("\n", HarmlessText.lines(text.substring(0, end))));
        return new MessageContent(RunParser.parse(source, self), source, end < text.length());
    }

    private static int startOf(String text) {
        int most = Math.min(text.length(), MOST_CHARACTERS);
        if (RunParser.isIntricate(text.substring(0, most))) most = Math.min(most, MOST_INTRICATE_CHARACTERS);
        int lines = 1;
        for (int i = 0; i < most; i++) {
            if (endsLine(text, i) && ++lines > MOST_LINES) return i;
        }
        return most < text.length() && Character.isLowSurrogate(text.charAt(most)) ? most - 1 : most;
    }

    private static boolean endsLine(String text, int at) {
        return switch (text.charAt(at)) {
            case '\n', '\f', '\u000B', '\u0085', '\u2028', '\u2029' -> true;
            case '\r' -> at + 1 == text.length() || text.charAt(at + 1) != '\n';
            default -> false;
        };
    }

    /** What is seen, character by character as it is hit and marked. */
    String shown() {
        return runs.size() == 1
                ? runs.get(0).text()
                : runs.stream().map(Run::text).collect(Collectors.joining());
    }

    /** The run at a character of what is seen. */
    Run runAt(int character) {
        int start = 0;
        for (Run run : runs) {
            start += run.text().length();
            if (character < start) return run;
        }
        return runs.isEmpty() ? null : runs.get(runs.size() - 1);
    }

    /** What a part of what is seen stands for: whole pictures, and code without its backticks. */
    String sourceOf(TextRange part) {
        StringBuilder copied = new StringBuilder();
        int start = 0;
        for (Run run : runs) {
            int end = start + run.text().length();
            if (part.from() < end && part.to() > start) copied.append(sourceOf(run, start, part));
            start = end;
        }
        return copied.toString();
    }

    private String sourceOf(Run run, int start, TextRange part) {
        if (run.kind() == Run.Kind.EMOJI)
            return source.substring(run.source().from(), run.source().to());
        int from = Math.max(0, part.from() - start);
        int to = Math.min(run.text().length(), part.to() - start);
        return run.text().substring(from, to).replace(RunParser.WRAP, "");
    }
}
