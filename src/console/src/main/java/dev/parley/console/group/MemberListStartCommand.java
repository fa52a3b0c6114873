package dev.parley.console.group;

import dev.parley.chat.Addresses;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Allows broadcasts. */
public final class MemberListStartCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                "memberliststart",
                CommandGroup.GROUP,
                "start delivering and sending broadcasts; says the local address");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        String address = Addresses.text(invocation.session().connection().startBroadcasts());
        return Reply.line("Broadcasts run at " + address, Reply.row("address", address));
    }
}
