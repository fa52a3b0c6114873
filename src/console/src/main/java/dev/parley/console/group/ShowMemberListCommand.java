package dev.parley.console.group;

import dev.parley.chat.Addresses;
import dev.parley.chat.Connection;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Columns;
import dev.parley.console.text.HarmlessText;
import dev.parley.group.ProtocolReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows everything about the channel. */
public final class ShowMemberListCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of(
                "showmemberlist",
                CommandGroup.GROUP,
                "state, view, addresses, and the protocols with their main counters");
    }

    @Override
    public Reply run(Invocation invocation) {

        Connection.Overview overview = invocation.session().connection().overview();
        Columns head = new Columns()
                .row("channel", overview.step().name().toLowerCase(Locale.ROOT))
                .row("state", invocation.session().state().name().toLowerCase(Locale.ROOT))
                .row("view", overview.viewId().isEmpty() ? "none" : overview.viewId());
        overview.node()
                .ifPresent(node -> head.row("local address", node.name() + " " + node.id())
                        .row("physical address", Addresses.text(node.address())));
        head.row("ignored messages", "" + invocation.session().chat().ignored());
        List<String> lines = new ArrayList<>(head.lines());
        for (String change : overview.hardening()) lines.add("hardened: " + HarmlessText.line(change));
        for (ProtocolReport protocol : overview.protocols()) {
            lines.add(protocol.name());
            Columns counters = new Columns();
            protocol.counters().forEach((name, value) -> counters.row("  " + name, value));
            lines.addAll(counters.lines());
        }
        return new Reply(
                lines,
                overview.protocols().stream()
                        .map(protocol -> Reply.row("protocol", protocol.name(), "counters", protocol.counters()))
                        .toList());
    }
}
