package dev.parley.console.group;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Stops without good-bye. */
public final class MemberListShutdownCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                "memberlistshutdown", CommandGroup.GROUP, "stop without saying good-bye: others have to detect it");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        invocation.session().connection().shutdown();
        return Reply.line("Stopped without good-bye; the others have to notice");
    }
}
