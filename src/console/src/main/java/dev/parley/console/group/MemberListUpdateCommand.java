package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Plural;
import java.time.Duration;

/** Advertises this node's data again. */
public final class MemberListUpdateCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                        "memberlistupdate",
                        CommandGroup.GROUP,
                        "advertise this node's data again to all members and to the bootstrap service")
                .taking(Parameter.optional("seconds"))
                .saying("Waits at most so long (1).")
                .example("memberlistupdate 2");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {

        Duration timeout = invocation.arguments().seconds("seconds", Duration.ofSeconds(1));
        int told = invocation.session().connection().advertise(timeout);
        return Reply.line("Told " + Plural.of(told, "member"), Reply.row("told", told));
    }
}
