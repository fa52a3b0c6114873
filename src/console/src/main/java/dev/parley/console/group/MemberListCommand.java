package dev.parley.console.group;

import dev.parley.chat.Addresses;
import dev.parley.chat.Roster;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import java.util.List;
import java.util.Map;

/** Lists the members. */
public final class MemberListCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("memberlist", CommandGroup.GROUP, "all members: name, address, coordinator, self");
    }

    @Override
    public Reply run(Invocation invocation) {

        List<Map<String, Object>> rows = invocation.session().roster().entries().stream()
                .map(MemberListCommand::row)
                .toList();
        return Reply.table(rows, "No members, because this peer is in no group; 'join' joins");
    }

    private static Map<String, Object> row(Roster.Entry entry) {
        return Reply.row(
                "name", entry.shownName(),
                "address", entry.address().map(Addresses::text).orElse(null),
                "coordinator", entry.coordinator(),
                "self", entry.self());
    }
}
