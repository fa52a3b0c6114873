package dev.parley.console.bootstrap;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

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
