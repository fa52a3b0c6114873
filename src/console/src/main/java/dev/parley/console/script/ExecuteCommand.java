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

/** Runs the commands in a file, line by line. */
public final class ExecuteCommand implements Command {
    private static final int MAX_DEPTH = 10;
    private static final String STRICT = "--strict";
    private final LineRunner runner;

    public ExecuteCommand(LineRunner runner) {
        this.runner = runner;
    }

    @Override
    public Manual manual() {
        return Manual.of("execute", CommandGroup.SCRIPTS, "run the commands in a file, line by line")
                .taking(Parameter.required("file").suggesting(new FileSuggestions()), Parameter.flag(STRICT))
                .saying(
                        "A line that begins with # is a comment. Each line is shown with time and file before it runs.",
                        "With --strict the first failure stops the script. Scripts may call scripts, 10 deep.")
                .example("execute hello.txt --strict");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, InterruptedException {
        Path file = invocation.arguments().path("file").orElseThrow();
        if (runner.depth() >= MAX_DEPTH)
            throw new CommandException("%s is not run: scripts call each other at most %d deep; does it call itself?"
                    .formatted(file, MAX_DEPTH));
        Script script = Script.read(file);
        boolean strict = invocation.arguments().has(STRICT);
        int ran = 0;
        int failed = 0;
        int next = 0;
        while (next < script.lines().size() && !runner.ended()) {
            if (Thread.interrupted()) throw new InterruptedException();
            for (LineRunner.Outcome outcome : runner.run(script.name(), script.linesFrom(next))) {
                next++;
                if (outcome != LineRunner.Outcome.SKIPPED) ran++;
                if (outcome == LineRunner.Outcome.FAILED) failed++;
            }
            if (strict && failed > 0)
                throw new CommandException("%s stopped at line %d, which failed.".formatted(script.name(), next));
        }
        return Reply.line(
                "%s: %s, %d failed".formatted(script.name(), Plural.of(ran, "command"), failed),
                Reply.row("file", file.toString(), "commands", ran, "failed", failed));
    }
}
