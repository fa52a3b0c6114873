package dev.parley.console.script;

import dev.parley.chat.Roster;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Plural;
import java.time.Duration;

/** Waits until the group has so many members. */
public final class WaitMembersCommand implements Command {
    private static final int MOST = 10_000;
    private final SessionWatch watch;

    public WaitMembersCommand(SessionWatch watch) {
        this.watch = watch;
    }

    @Override
    public Manual manual() {
        return Manual.of("wait members", CommandGroup.SCRIPTS, "wait until the group has exactly so many members")
                .taking(Parameter.required("N"), Parameter.optional("seconds"))
                .saying("Counts this peer too. Fails after so many seconds (10).")
                .example("wait members 2 30");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, InterruptedException {
        int wanted = invocation.arguments().number("N", 0, 1, MOST);
        Duration timeout = invocation.arguments().seconds("seconds", Duration.ofSeconds(10));
        Roster roster = watch.awaitMembers(wanted, timeout);
        int found = roster.entries().size();
        String names = found == 0 ? "" : ": " + String.join(", ", roster.names());
        if (found != wanted)
            throw new CommandException("After %s s the group has %s, not %d%s"
                    .formatted(
                            Seconds.text(timeout),
                            Plural.of(found, "member"),
                            wanted,
                            names.isEmpty() ? "; try 'join'." : names + "."));
        return Reply.line(Plural.of(found, "member") + names, Reply.row("members", roster.names()));
    }
}
