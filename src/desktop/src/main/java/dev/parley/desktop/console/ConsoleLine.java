package dev.parley.desktop.console;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One row of the console's output. All text in it is harmless already. */
sealed interface ConsoleLine {
    /** What is selected and copied of it. */
    String text();

    /** Whether the next row goes on with the same line. */
    default boolean goesOn() {
        return false;
    }

    /** A line that was run; it begins a block. */
    record Command(String prompt, String line, Instant time) implements ConsoleLine {
        @Override
        public String text() {
            return prompt + line;
        }
    }

    /** One line of what came of it, or of what happened meanwhile. */
    record Output(String text, Tone tone, boolean goesOn) implements ConsoleLine {}

    /** How a line is meant. */
    enum Tone {
        PLAIN,
        NOTICE,
        WARNING
    }

    /**
     * The rows of a table under their headings.
     *
     * @param numbers which columns hold numbers
     */
    record Table(List<String> headings, List<Boolean> numbers, List<List<String>> rows) implements ConsoleLine {
        public Table {
            headings = List.copyOf(headings);
            numbers = List.copyOf(numbers);
            rows = List.copyOf(rows);
        }

        /** With tabs between the columns, as spreadsheets like it. */
        @Override
        public String text() {
            List<String> lines = new ArrayList<>();
            lines.add(String.join("\t", headings));
            rows.forEach(row -> lines.add(String.join("\t", row)));
            return String.join("\n", lines);
        }
    }

    /** What went wrong, with corrected lines if it is known what may have been meant. */
    record Failure(String text, List<Fix> fixes) implements ConsoleLine {
        public Failure {
            fixes = List.copyOf(fixes);
        }
    }

    /** The line as it may have been meant, and the name that is different in it. */
    record Fix(String name, String line) {}
}
