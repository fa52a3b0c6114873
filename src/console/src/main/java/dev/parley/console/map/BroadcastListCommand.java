package dev.parley.console.map;

import dev.parley.chat.SessionException;
import dev.parley.chat.SharedMap;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Columns;
import dev.parley.console.text.Times;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Shows the shared map. */
public final class BroadcastListCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("broadcastlist", CommandGroup.MAP, "what is in the map: key, message, who wrote it and when");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        List<SharedMap.Entry> entries = invocation.session().map().entries();
        if (entries.isEmpty()) return Reply.line("Nothing in the map; 'broadcastadd' writes into it");
        Times local = Times.local(ZoneId.systemDefault());
        Columns columns = new Columns("key", "author", "time", "value");
        entries.forEach(entry -> columns.row(entry.key(), entry.author(), local.of(entry.time()), entry.value()));
        return new Reply(
                columns.lines(), entries.stream().map(BroadcastListCommand::row).toList());
    }

    private static Map<String, Object> row(SharedMap.Entry entry) {
        return Reply.row(
                "key", entry.key(),
                "value", entry.value(),
                "author", entry.author(),
                "time", Times.UTC.of(entry.time()));
    }
}
