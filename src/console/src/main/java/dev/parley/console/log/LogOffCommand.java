package dev.parley.console.log;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import java.nio.file.Path;
import java.util.Optional;

/** Stops writing the log to the file of {@code log on}. */
public final class LogOffCommand implements Command {
    private final LogFile log;

    public LogOffCommand(LogFile log) {
        this.log = log;
    }

    @Override
    public Manual manual() {
        return Manual.of("log off", CommandGroup.CONSOLE, "stop writing the log to that file");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        Optional<Path> file = log.file();
        log.close();
        return Reply.line(
                file.map(path -> "The log no longer goes to " + path).orElse("The log went to no file of 'log on'"));
    }
}
