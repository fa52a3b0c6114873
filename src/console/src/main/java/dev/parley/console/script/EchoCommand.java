package dev.parley.console.script;

import dev.parley.console.command.Command;
import dev.parley.console.command.CommandGroup;
import dev.parley.console.command.Invocation;
import dev.parley.console.command.Manual;
import dev.parley.console.command.Parameter;
import dev.parley.console.command.Reply;
import dev.parley.console.command.Suggestions;
import java.util.List;

/** Prints a text. */
public final class EchoCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("echo", CommandGroup.SCRIPTS, "print a text")
                .taking(new Parameter("text", Parameter.Kind.OPTIONAL_TEXT, Suggestions.NONE))
                .example("echo now the second part");
    }

    @Override
    public Reply run(Invocation invocation) {
        return Reply.lines(List.of(invocation.arguments().text().split("\\R", -1)));
    }
}
