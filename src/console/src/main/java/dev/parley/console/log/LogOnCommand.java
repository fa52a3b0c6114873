package dev.parley.console.log;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.FileSuggestions;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;

/** Starts writing the log to a file. */
public final class LogOnCommand implements Command {
    private final LogFile log;

    public LogOnCommand(LogFile log) {
        this.log = log;
    }

    @Override
    public Manual manual() {
        return Manual.of("log on", CommandGroup.CONSOLE, "start writing the log to a file")
                .taking(Parameter.required("file").suggesting(new FileSuggestions()))
                .saying("Writes behind what the file holds; 'log off' ends it.")
                .example("log on parley.log");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        log.open(invocation.arguments().path("file").orElseThrow());
        return Reply.line("The log goes to " + log.file().orElseThrow());
    }
}
