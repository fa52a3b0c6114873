package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HostAndPort;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/** Connects to the group. */
public final class MemberListJoinCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                        "memberlistjoin",
                        CommandGroup.GROUP,
                        "connect to the group, through the bootstrap peers or through these addresses")
                .taking(Parameter.repeated("host:port"))
                .saying("An IPv6 literal stands in brackets: [::1]:7800.")
                .example("memberlistjoin 127.0.0.1:7800");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {

        List<InetSocketAddress> contacts = new ArrayList<>();
        for (String word : invocation.arguments().all("host:port")) contacts.add(contact(word));
        return JoinText.reply(invocation.session().connection().connect(contacts));
    }

    private static InetSocketAddress contact(String word) throws CommandException {
        try {
            return HostAndPort.parse(word);
        } catch (IllegalArgumentException e) {
            throw new CommandException(e.getMessage(), e);
        }
    }
}
