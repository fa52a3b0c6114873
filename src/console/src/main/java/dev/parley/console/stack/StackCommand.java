package dev.parley.console.stack;

import dev.parley.chat.About;
import dev.parley.chat.Roster;
import dev.parley.chat.Session;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Columns;
import dev.parley.group.StackFile;
import dev.parley.group.StackPrint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the stack and who runs which. */
public final class StackCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                        "stack",
                        CommandGroup.STACK,
                        "the protocol stack that runs here, and which one each member runs")
                .saying("Protocols stand as messages pass them on their way out, the application's side first.");
    }

    @Override
    public Reply run(Invocation invocation) {
        Session session = invocation.session();
        StackFile stack = session.stack().current();
        Optional<StackPrint> print = session.stack().print();
        List<String> lines = new ArrayList<>();
        lines.add("%s (%s)%s"
                .formatted(
                        stack.name(),
                        stack.source(),
                        print.map(own -> ", fingerprint " + own.digits()).orElse(", not running")));
        Columns protocols = new Columns();
        List<StackFile.Protocol> topFirst = new ArrayList<>(stack.protocols());
        Collections.reverse(topFirst);
        for (StackFile.Protocol protocol : topFirst) protocols.row("  " + protocol.name(), attributes(protocol));
        lines.addAll(protocols.lines());
        List<Map<String, Object>> members = members(session, print);
        if (!members.isEmpty()) lines.addAll(Columns.of(members));
        return new Reply(lines, List.of(row(stack, print, topFirst, members)));
    }

    private static String attributes(StackFile.Protocol protocol) {
        List<String> set = new ArrayList<>();
        protocol.attributes().forEach((name, value) -> set.add(name + "=" + value));
        return String.join(" ", set);
    }

    private static List<Map<String, Object>> members(Session session, Optional<StackPrint> own) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Roster.Entry entry : session.roster().entries()) {
            Optional<About> about = session.about(entry.member());
            rows.add(Reply.row(
                    "member", entry.shownName(),
                    "version", about.map(About::version).orElse(null),
                    "stack", about.map(told -> told.stack().name()).orElse(null),
                    "fingerprint", about.map(told -> told.stack().digits()).orElse(null),
                    "fits",
                            own.flatMap(here -> about.map(told -> told.stack().fits(here)))
                                    .orElse(null)));
        }
        return rows;
    }

    private static Map<String, Object> row(
            StackFile stack,
            Optional<StackPrint> print,
            List<StackFile.Protocol> protocols,
            List<Map<String, Object>> members) {
        return Reply.row(
                "stack", stack.name(),
                "file", stack.source(),
                "fingerprint", print.map(StackPrint::digits).orElse(null),
                "protocols",
                        protocols.stream()
                                .map(protocol ->
                                        Reply.row("protocol", protocol.name(), "attributes", protocol.attributes()))
                                .toList(),
                "members", members);
    }
}
