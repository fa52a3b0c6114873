package dev.parley.console.fault;

import dev.parley.chat.ActiveFault;
import dev.parley.chat.GroupFaults;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import java.util.ArrayList;
import java.util.List;

/** Ends all faults made here, and at all that allow it. */
public final class FaultHealCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("fault heal", CommandGroup.FAULTS, "end all faults here, and at all members that allow it")
                .saying("Parts of the group find together again by themselves, within seconds.");
    }

    @Override
    public Reply run(Invocation invocation) throws SessionException {
        GroupFaults.Healed healed = invocation.session().groupFaults().heal();
        OrderedElsewhere elsewhere = new OrderedElsewhere(healed.others());
        List<String> lines = new ArrayList<>();
        for (ActiveFault fault : healed.here())
            lines.add("Healed: %s %s".formatted(fault.kind(), HarmlessText.line(fault.what())));
        if (lines.isEmpty()) lines.add("There was no fault to heal here");
        boolean onlyOwn = healed.here().stream().noneMatch(fault -> fault.kind().equals("partition"));
        lines.addAll(onlyOwn ? elsewhere.linesOfDone() : elsewhere.lines());
        return new Reply(
                lines, healed.here().stream().map(FaultListCommand::row).toList());
    }
}
