package dev.parley.console.bootstrap;

import dev.parley.chat.SessionException;
import dev.parley.console.command.Command;
import dev.parley.console.command.CommandGroup;
import dev.parley.console.command.Invocation;
import dev.parley.console.command.Manual;
import dev.parley.console.command.Reply;

/** Lists the peers of the bootstrap service. */
public final class BootstrapListCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("bootstraplist", CommandGroup.BOOTSTRAP, "the peers that the bootstrap service lists");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        return PeerTable.reply(invocation.session().bootstrap().list());
    }
}
