package dev.parley.console.group;

import dev.parley.chat.Connection;
import dev.parley.chat.SessionException;
import dev.parley.console.command.Command;
import dev.parley.console.command.CommandException;
import dev.parley.console.command.CommandGroup;
import dev.parley.console.command.Invocation;
import dev.parley.console.command.Manual;
import dev.parley.console.command.Parameter;
import dev.parley.console.command.Reply;
import dev.parley.console.command.Suggestions;
import java.util.List;
import java.util.Optional;
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
                .taking(
                        Parameter.optional("BindPort").suggesting(Suggestions.of(List.of("BindPort"))),
                        Parameter.optional("N"))
                .saying("Port 0 takes any free one.")
                .example("memberlistconfigure BindPort 7900");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {

        Connection.Configuration configuration =
                invocation.session().connection().configure(port(invocation));
        return Reply.line("Configured with %s for room %s, bind port %s"
                .formatted(configuration.stack().name(), configuration.room(), ConfigurationText.port(configuration)));
    }

    private OptionalInt port(Invocation invocation) throws CommandException {
        Optional<String> keyword = invocation.arguments().optional("BindPort");
        if (keyword.isEmpty()) return OptionalInt.empty();
        if (!keyword.get().equalsIgnoreCase("BindPort"))
            throw invocation.arguments().refusal("BindPort", keyword.get(), "the word BindPort");
        if (invocation.arguments().optional("N").isEmpty())
            throw new CommandException("BindPort needs a number; usage: " + manual().usage());
        return OptionalInt.of(invocation.arguments().number("N", 0, 0, MAX_PORT));
    }
}
