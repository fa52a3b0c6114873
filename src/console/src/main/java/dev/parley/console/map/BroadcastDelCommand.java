package dev.parley.console.map;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import dev.parley.console.text.Plural;
import java.util.ArrayList;
import java.util.List;

/** Deletes from the shared map. */
public final class BroadcastDelCommand implements Command {
    private static final int MAX_QUOTED = 40;

    @Override
    public Manual manual() {
        return Manual.of("broadcastdel", CommandGroup.MAP, "delete keys and what is under them, at all members")
                .taking(Parameter.several("key").suggesting(new KeySuggestions()))
                .example("broadcastdel topic \"next meeting\"");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException {
        List<String> keys = invocation.arguments().all("key");
        List<String> unknown = new ArrayList<>();
        for (String key : keys)
            if (!invocation.session().map().remove(key))
                unknown.add("'" + HarmlessText.shortened(key, MAX_QUOTED) + "'");
        if (!unknown.isEmpty())
            throw new CommandException("There is no key %s; %s deleted; 'broadcastlist' shows the keys."
                    .formatted(String.join(", ", unknown), Plural.of(keys.size() - unknown.size(), "key")));
        return Reply.NOTHING;
    }
}
