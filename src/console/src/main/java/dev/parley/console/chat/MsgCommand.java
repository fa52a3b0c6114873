package dev.parley.console.chat;

import dev.parley.chat.SessionException;
import dev.parley.console.command.Command;
import dev.parley.console.command.CommandGroup;
import dev.parley.console.command.Invocation;
import dev.parley.console.command.Manual;
import dev.parley.console.command.Parameter;
import dev.parley.console.command.Reply;

/** Says text to everybody. */
public final class MsgCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("msg", CommandGroup.CHAT, "say text to everybody in the chat")
                .taking(Parameter.text("text"))
                .saying("The text arrives exactly as typed, with quotes, # and repeated spaces.")
                .example("msg hello everybody");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        invocation.session().chat().say(invocation.arguments().text());
        return Reply.NOTHING;
    }
}
