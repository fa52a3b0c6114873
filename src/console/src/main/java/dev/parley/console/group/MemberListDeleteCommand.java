package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Forgets the channel. */
public final class MemberListDeleteCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("memberlistdelete", CommandGroup.GROUP, "forget the channel and its configuration");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        invocation.session().connection().delete();
        return Reply.line("The channel and its configuration are forgotten");
    }
}
