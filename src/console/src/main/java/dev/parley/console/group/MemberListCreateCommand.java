package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Creates the channel. */
public final class MemberListCreateCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                "memberlistcreate", CommandGroup.GROUP, "create the channel from the configuration, not connected yet");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        return NodeText.reply("Created ", invocation.session().connection().create());
    }
}
