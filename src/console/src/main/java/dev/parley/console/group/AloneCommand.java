package dev.parley.console.group;

import dev.parley.chat.Search;
import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.chat.Tried;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks for others once more, and says how every address answered. */
public final class AloneCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                        "alone",
                        CommandGroup.GROUP,
                        "why nobody else is here: who was asked, how each answered, what to do")
                .saying(
                        "Asks the bootstrap service once more, every address that it lists, and those that joining tried.");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        Session session = invocation.session();
        Search search = session.lookAgain();
        List<String> members = session.roster().names();
        List<String> lines = new ArrayList<>();
        lines.add(
                members.size() > 1
                        ? "You are not alone in %s: %s.".formatted(session.room(), String.join(", ", members))
                        : "You are alone in %s.".formatted(session.room()));
        if (search.tried().isEmpty()) lines.add(search.why());
        else {
            search.trouble().ifPresent(lines::add);
            for (Tried one : search.tried()) lines.add(one.sentence());
        }
        lines.addAll(search.advice());
        return new Reply(
                lines.stream().map(HarmlessText::line).toList(),
                search.tried().stream().map(AloneCommand::row).toList());
    }

    private static Map<String, Object> row(Tried one) {
        Map<String, Object> row = new LinkedHashMap<>(JoinText.row(one));
        row.put("advice", one.reached() ? null : one.advice());
        return row;
    }
}
