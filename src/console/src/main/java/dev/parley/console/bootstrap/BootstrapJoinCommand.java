package dev.parley.console.bootstrap;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Registers this peer at the bootstrap service. */
public final class BootstrapJoinCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                "bootstrapjoin", CommandGroup.BOOTSTRAP, "register this peer at the bootstrap service, if it has room");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        return PeerTable.reply(invocation.session().bootstrap().join());
    }
}
