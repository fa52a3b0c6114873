package dev.parley.console.bootstrap;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Empties the bootstrap list. */
public final class BootstrapResetCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("bootstrapreset", CommandGroup.BOOTSTRAP, "remove all listed peers");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        return PeerTable.reply(invocation.session().bootstrap().reset());
    }
}
