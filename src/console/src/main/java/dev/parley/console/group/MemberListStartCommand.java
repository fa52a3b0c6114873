package dev.parley.console.group;

import dev.parley.chat.Addresses;
import dev.parley.chat.SessionException;
import dev.parley.console.command.Command;
import dev.parley.console.command.CommandGroup;
import dev.parley.console.command.Invocation;
import dev.parley.console.command.Manual;
import dev.parley.console.command.Reply;

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
