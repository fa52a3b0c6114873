package dev.parley.console.fault;

import dev.parley.chat.ActiveFault;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import java.util.Map;

/** Lists the faults made here. */
public final class FaultListCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("fault list", CommandGroup.FAULTS, "the faults at this peer, and how many messages they hit");
    }

    @Override
    public Reply run(Invocation invocation) {
        return Reply.table(
                invocation.session().faults().active().stream()
                        .map(FaultListCommand::row)
                        .toList(),
                "No fault is made here");
    }

    static Map<String, Object> row(ActiveFault fault) {
        return Reply.row(
                "fault",
                fault.kind(),
                "what",
                fault.what(),
                "seen",
                fault.seen(),
                "hit",
                fault.hit(),
                "dropped",
                fault.lost());
    }
}
