package dev.parley.console.script;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.FileSuggestions;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Plural;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the commands in a file, line by line. */
public final class ExecuteCommand implements Command {
    private static final String STRICT = "--strict";
    private final ScriptRun run;

    public ExecuteCommand(LineRunner runner, Variables variables) {
        this.run = new ScriptRun(runner, variables);
    }

    @Override
    public Manual manual() {
        return Manual.of("execute", CommandGroup.SCRIPTS, "run the commands in a file, line by line")
                .taking(
                        Parameter.required("file").suggesting(new FileSuggestions()),
                        Parameter.repeated("argument"),
                        Parameter.flag(STRICT))
                .saying(
                        "A line that begins with # is a comment, and \\ at a line's end continues it on the next. Each line",
                        "is shown with time and file before it runs. With --strict the first failure stops the script.",
                        "Arguments are $1 to $9 and $* in it; ${1:-bob} is bob if there is none. Scripts may call scripts, 10 deep.")
                .example("execute hello.txt --strict");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, InterruptedException {
        Path file = invocation.arguments().path("file").orElseThrow();
        List<String> arguments = invocation.arguments().all("argument");
        boolean strict = invocation.arguments().has(STRICT);
        Optional<List<String>> given = arguments.isEmpty() ? Optional.empty() : Optional.of(arguments);
        ScriptRun.Count count = run.run(file, new ScriptRun.Manner(given, strict, true));
        return Reply.line(
                "%s: %s, %d failed".formatted(file.getFileName(), Plural.of(count.ran(), "command"), count.failed()),
                Reply.row("file", file.toString(), "commands", count.ran(), "failed", count.failed()));
    }
}
