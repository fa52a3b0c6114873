package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import java.time.Duration;

/** Leaves the group in order. */
public final class MemberListLeaveCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                        "memberlistleave",
                        CommandGroup.GROUP,
                        "leave the group in an orderly way, waiting at most so long (1)")
                .taking(Parameter.optional("seconds"))
                .saying("Waits until the others have acknowledged what was said.")
                .example("memberlistleave 5");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {

        Duration timeout = invocation.arguments().seconds("seconds", Duration.ofSeconds(1));
        invocation.session().connection().leave(timeout);
        return Reply.line("Left the group");
    }
}
