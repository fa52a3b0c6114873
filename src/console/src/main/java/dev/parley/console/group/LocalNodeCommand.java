package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

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
