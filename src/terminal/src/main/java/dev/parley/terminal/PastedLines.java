package dev.parley.terminal;

import java.util.List;
import java.util.function.Consumer;
import org.jline.reader.LineReader;
import org.jline.reader.UserInterruptException;

/** Asks what is meant by several lines at once, which are never run blindly. Confined to the reading thread. */
final class PastedLines {
    private final LineReader reader;
    private final TerminalHistory history;

    PastedLines(LineReader reader, TerminalHistory history) {
        this.reader = reader;
        this.history = history;
    }

    /** Runs what the user wants of them: each, all as one message, or nothing. */
    void ask(String text, Consumer<String> run) {
        List<String> lines = TypedLine.lines(text);
        switch (answer(lines.size())) {
            case "r", "run" -> lines.forEach(run);
            case "s", "say" -> run.accept(TypedLine.asMessage(text));
            default -> {
                // nothing is run
            }
        }
    }

    private String answer(int count) {
        history.pause(true);
        try {
            return reader.readLine("These are %d lines: [r]un each, [s]ay them as one message, or [n]either? "
                            .formatted(count))
                    .strip();
        } catch (UserInterruptException e) {
            return "";
        } finally {
            history.pause(false);
        }
    }
}
