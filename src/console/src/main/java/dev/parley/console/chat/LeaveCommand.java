package dev.parley.console.chat;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

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
