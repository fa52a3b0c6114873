package dev.parley.console.chat;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.api.Suggestions;

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
