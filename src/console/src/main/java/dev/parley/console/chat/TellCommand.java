package dev.parley.console.chat;

import dev.parley.chat.SessionException;
import dev.parley.console.command.Command;
import dev.parley.console.command.CommandGroup;
import dev.parley.console.command.Invocation;
import dev.parley.console.command.Manual;
import dev.parley.console.command.Parameter;
import dev.parley.console.command.Reply;
import dev.parley.console.command.Suggestions;

/** Says text to one member. */
public final class TellCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("tell", CommandGroup.CHAT, "say text to one member only")
                .taking(Parameter.required("name").suggesting(Suggestions.OTHER_MEMBERS), Parameter.text("text"))
                .example("tell bob only you can read this");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {

        invocation
                .session()
                .chat()
                .tell(
                        invocation.arguments().required("name"),
                        invocation.arguments().text());
        return Reply.NOTHING;
    }
}
