package dev.parley.console.chat;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Stops taking part in the chat. */
public final class ChatLeaveCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("chatleave", CommandGroup.CHAT, "stop taking part in the chat while staying in the group");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        invocation.session().chat().leave();
        return Reply.line("No longer taking part in the chat, still in the group");
    }
}
