package dev.parley.console.chat;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Takes part in the chat. */
public final class ChatJoinCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("chatjoin", CommandGroup.CHAT, "take part in the chat of the group");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        invocation.session().chat().join();
        return Reply.line("Taking part in the chat of " + invocation.session().room());
    }
}
