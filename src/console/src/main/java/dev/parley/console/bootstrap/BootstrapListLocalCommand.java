package dev.parley.console.bootstrap;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Lists the peers of the last answer kept. */
public final class BootstrapListLocalCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                "bootstraplistlocal",
                CommandGroup.BOOTSTRAP,
                "the listed peers from the last answer kept, without asking the service");
    }

    @Override
    public Reply run(Invocation invocation) {

        return invocation
                .session()
                .bootstrap()
                .lastList()
                .map(PeerTable::reply)
                .orElseGet(() -> Reply.line("The bootstrap service has not been asked yet; 'bootstraplist' asks it"));
    }
}
