package dev.parley.console.group;

import dev.parley.chat.Connection;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Arguments;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import java.util.List;
import java.util.OptionalInt;

/** Starts a configuration. */
public final class MemberListConfigureCommand implements Command {
    private static final int MAX_PORT = 65_535;

    @Override
    public Manual manual() {
        return Manual.of(
                        "memberlistconfigure",
                        CommandGroup.GROUP,
                        "start a configuration: load the stack file, optionally with that port")
                .taking(Parameter.pair("BindPort", "N"))
                .saying("Port 0 takes any free one.")
                .example("memberlistconfigure BindPort 7900");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {

        OptionalInt port = port(invocation.arguments());
        Connection.Configuration configuration =
                invocation.session().connection().configure(port);
        return Reply.line("Configured with %s for room %s, bind port %s"
                .formatted(configuration.stack().name(), configuration.room(), ConfigurationText.port(configuration)));
    }

    private OptionalInt port(Arguments arguments) throws CommandException {
        List<String> pair = arguments.all("BindPort N");
        if (pair.isEmpty()) return OptionalInt.empty();
        if (!pair.get(0).equalsIgnoreCase("BindPort"))
            throw arguments.refusal("memberlistconfigure", pair.get(0), "the word BindPort");
        if (pair.size() < 2) throw new CommandException("BindPort needs a number; usage: " + manual().usage());
        return OptionalInt.of(arguments.checked("BindPort", pair.get(1), 0, MAX_PORT));
    }
}
