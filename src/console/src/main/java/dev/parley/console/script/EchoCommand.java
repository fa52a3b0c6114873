package dev.parley.console.script;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import java.util.List;

/** Prints a text. */
public final class EchoCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("echo", CommandGroup.SCRIPTS, "print a text")
                .taking(Parameter.optionalText("text"))
                .example("echo now the second part");
    }

    @Override
    public Reply run(Invocation invocation) {
        return Reply.lines(List.of(invocation.arguments().text().split("\\R", -1)));
    }
}
