package dev.parley.console;

import dev.parley.console.command.Command;
import dev.parley.console.command.CommandException;
import dev.parley.console.command.CommandGroup;
import dev.parley.console.command.FileSuggestions;
import dev.parley.console.command.Invocation;
import dev.parley.console.command.Manual;
import dev.parley.console.command.Parameter;
import dev.parley.console.command.Reply;

/** Starts writing the log to a file. */
final class LogOnCommand implements Command {
    private final LogFile log;

    LogOnCommand(LogFile log) {
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
