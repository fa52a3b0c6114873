package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.command.Command;
import dev.parley.console.command.CommandGroup;
import dev.parley.console.command.Invocation;
import dev.parley.console.command.Manual;
import dev.parley.console.command.Reply;

/** Says who and where this node is. */
public final class LocalNodeCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("localnode", CommandGroup.GROUP, "this node's name and address");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        return NodeText.reply("", invocation.session().connection().localNode());
    }
}
