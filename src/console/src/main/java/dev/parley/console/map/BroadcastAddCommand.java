package dev.parley.console.map;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;

/** Writes into the shared map. */
public final class BroadcastAddCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("broadcastadd", CommandGroup.MAP, "write a message under a key, for all members to see")
                .taking(Parameter.required("key").suggesting(new KeySuggestions()), Parameter.several("message"))
                .saying(
                        "What was written last holds, at every member. Newcomers get it; it lasts as long as one member does.",
                        "Quotes keep several spaces in a message, and spaces in a key.")
                .example("broadcastadd topic release on friday");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        String key = invocation.arguments().required("key");
        String message = String.join(" ", invocation.arguments().all("message"));
        invocation.session().map().put(key, message);
        return Reply.NOTHING;
    }
}
