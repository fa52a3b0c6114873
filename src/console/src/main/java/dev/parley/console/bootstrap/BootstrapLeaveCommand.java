package dev.parley.console.bootstrap;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Takes this peer off the bootstrap list. */
public final class BootstrapLeaveCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("bootstrapleave", CommandGroup.BOOTSTRAP, "take this peer off the bootstrap list");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        return PeerTable.reply(invocation.session().bootstrap().leave());
    }
}
