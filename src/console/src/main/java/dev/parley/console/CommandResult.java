package dev.parley.console;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What came of one line. {@code command} is the line exactly as given. */
public sealed interface CommandResult {
    String command();

    /**
     * It worked.
     *
     * @param lines the text for people, none with a line break
     * @param rows the same as data if it is a table: texts, numbers, truth values, nulls, lists and maps by key
     */
    record Done(String command, List<String> lines, List<Map<String, Object>> rows) implements CommandResult {
        public Done {
            Objects.requireNonNull(command, "command");
            lines = List.copyOf(lines);
            rows = List.copyOf(rows);
        }
    }

    /** It did not; {@code error} is one sentence that says what to do next. */
    record Failed(String command, String error) implements CommandResult {
        public Failed {
            Objects.requireNonNull(command, "command");
            Objects.requireNonNull(error, "error");
        }
    }
}
