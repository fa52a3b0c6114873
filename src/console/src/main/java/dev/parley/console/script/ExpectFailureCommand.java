package dev.parley.console.script;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;

/** Runs a command and demands that it fails. */
public final class ExpectFailureCommand implements Command {
    private static final int MAX_QUOTED = 60;
    private final LineRunner runner;

    public ExpectFailureCommand(LineRunner runner) {
        this.runner = runner;
    }

    @Override
    public Manual manual() {
        return Manual.of("expect failure", CommandGroup.SCRIPTS, "run a command, and fail unless it does")
                .taking(Parameter.text("command"))
                .saying("Says why it failed, so that 'expect output' can look at it.")
                .example("expect failure ping nobody");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, InterruptedException {
        String line = invocation.arguments().text();
        try {
            runner.reply(line);
        } catch (CommandException | SessionException e) {
            return Reply.line("It failed, as expected: " + e.getMessage());
        }
        throw new CommandException(
                "Expected that '%s' fails, but it worked.".formatted(HarmlessText.shortened(line, MAX_QUOTED)));
    }
}
