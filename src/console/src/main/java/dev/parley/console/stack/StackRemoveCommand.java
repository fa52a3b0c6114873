package dev.parley.console.stack;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;

/** Takes a protocol out of the running stack. */
public final class StackRemoveCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("stack remove", CommandGroup.STACK, "take a protocol out of the running stack of this peer")
                .taking(Parameter.required("protocol").suggesting(StackSuggestions.PROTOCOLS))
                .saying("What other protocols or other members need is refused.")
                .example("stack remove FD_ALL3");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        String protocol = invocation.arguments().required("protocol");
        invocation.session().stack().remove(protocol);
        return Reply.line("%s is out of the stack".formatted(protocol), Reply.row("protocol", protocol));
    }
}
