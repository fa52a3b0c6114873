package dev.parley.console.chat;

import dev.parley.chat.SessionException;
import dev.parley.console.command.Command;
import dev.parley.console.command.CommandGroup;
import dev.parley.console.command.Invocation;
import dev.parley.console.command.Manual;
import dev.parley.console.command.Reply;

/** Undoes all steps at once. */
public final class LeaveCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("leave", CommandGroup.CHAT, "leave chat, group and bootstrap list in order");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        invocation.session().leave();
        return Reply.line("Left room " + invocation.session().room());
    }
}
