package dev.parley.console.bootstrap;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Offers this peer to the bootstrap list. */
public final class BootstrapRefillCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                "bootstraprefill",
                CommandGroup.BOOTSTRAP,
                "offer this peer to the bootstrap list, in place of a younger one if it is full");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        return PeerTable.reply(invocation.session().bootstrap().refill());
    }
}
