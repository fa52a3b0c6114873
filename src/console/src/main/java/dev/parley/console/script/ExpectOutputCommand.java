package dev.parley.console.script;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import java.util.List;

/** Demands that the command before has said something. */
public final class ExpectOutputCommand implements Command {
    private static final int MAX_QUOTED = 60;
    private final LineRunner runner;

    public ExpectOutputCommand(LineRunner runner) {
        this.runner = runner;
    }

    @Override
    public Manual manual() {
        return Manual.of("expect output", CommandGroup.SCRIPTS, "fail unless the command before has put out this text")
                .taking(Parameter.text("text"))
                .saying("Looks at the lines of the last command that is not an expect itself, failed or not.")
                .example("expect output hello");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        String wanted = invocation.arguments().text().strip();
        List<String> lines = runner.lastOutput();
        for (String line : lines) if (line.contains(wanted)) return Reply.line(line);
        throw new CommandException("Expected '%s' in what the command before put out, but it %s."
                .formatted(
                        HarmlessText.shortened(wanted, MAX_QUOTED),
                        lines.isEmpty()
                                ? "put out nothing"
                                : "put out '%s'"
                                        .formatted(HarmlessText.shortened(String.join(" ⏎ ", lines), MAX_QUOTED))));
    }
}
