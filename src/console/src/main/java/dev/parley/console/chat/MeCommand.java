package dev.parley.console.chat;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;

/** Tells everybody what one does. */
public final class MeCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("me", CommandGroup.CHAT, "an action, shown as: * alice waves")
                .taking(Parameter.text("text"))
                .example("me waves");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        invocation.session().chat().act(invocation.arguments().text());
        return Reply.NOTHING;
    }
}
