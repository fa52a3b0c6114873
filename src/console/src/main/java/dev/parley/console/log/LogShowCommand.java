package dev.parley.console.log;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import java.util.List;

/** Shows what was logged last. */
public final class LogShowCommand implements Command {
    private static final int USUAL = 20;
    private final LogTail tail;

    public LogShowCommand(LogTail tail) {
        this.tail = tail;
    }

    @Override
    public Manual manual() {
        return Manual.of("log show", CommandGroup.CONSOLE, "the last n lines that were logged (20)")
                .taking(Parameter.optional("n"))
                .saying("Of this run, at most " + LogTail.MOST + "; the log's file has all, with the stack traces.")
                .example("log show 50");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        List<LogLine> lines = tail.last(invocation.arguments().number("n", USUAL, 1, LogTail.MOST));
        if (lines.isEmpty()) return Reply.line("Nothing has been logged yet");
        return new Reply(
                lines.stream().map(LogLine::forPeople).toList(),
                lines.stream().map(LogLine::row).toList());
    }
}
