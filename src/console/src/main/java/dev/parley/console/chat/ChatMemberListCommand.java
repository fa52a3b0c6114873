package dev.parley.console.chat;

import dev.parley.chat.Addresses;
import dev.parley.chat.Roster;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.JsonText;
import java.util.List;
import java.util.Map;

/** Lists who takes part in the chat. */
public final class ChatMemberListCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("chatmemberlist", CommandGroup.CHAT, "who takes part in the chat, as JSON");
    }

    @Override
    public Reply run(Invocation invocation) {

        List<Map<String, Object>> rows = invocation.session().chat().members().stream()
                .map(ChatMemberListCommand::row)
                .toList();
        return new Reply(new JsonText().pretty(rows), rows);
    }

    private static Map<String, Object> row(Roster.Entry entry) {
        return Reply.row(
                "name", entry.shownName(),
                "id", entry.member().toString(),
                "address", entry.address().map(Addresses::text).orElse(null),
                "self", entry.self());
    }
}
