package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Stops only the transport. */
public final class MemberListShutdownTransportCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                "memberlistshutdowntransport",
                CommandGroup.GROUP,
                "stop only the transport: for watching failure detection");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        invocation.session().connection().shutdownTransport();
        return Reply.line("The transport is stopped, the rest runs on; 'memberlistshutdown' ends it");
    }
}
