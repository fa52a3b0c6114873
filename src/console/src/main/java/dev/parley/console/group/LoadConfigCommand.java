package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.stack.StackSuggestions;
import dev.parley.group.StackFile;

/** Takes another stack file. */
public final class LoadConfigCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                        "loadconfig",
                        CommandGroup.GROUP,
                        "take another stack file: a path, or a name in jgroups-config")
                .taking(Parameter.required("file").suggesting(StackSuggestions.STACKS))
                .saying(
                        "It serves the next channel; one that runs keeps its stack. A file that is not valid is refused.")
                .example("loadconfig tcp");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        StackFile stack = invocation
                .session()
                .connection()
                .load(invocation.arguments().required("file"))
                .stack();
        return Reply.line(
                "Loaded %s from %s; the next channel uses it".formatted(stack.name(), stack.source()),
                Reply.row("stack", stack.name(), "file", stack.source()));
    }
}
