package dev.parley.console.fault;

import dev.parley.chat.ActiveFault;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import java.util.List;

/** Ends all faults made here. */
public final class FaultHealCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("fault heal", CommandGroup.FAULTS, "end all faults made at this peer")
                .saying("Parts of the group find together again by themselves, within seconds.");
    }

    @Override
    public Reply run(Invocation invocation) {
        List<ActiveFault> healed = invocation.session().faults().heal();
        if (healed.isEmpty()) return Reply.line("There was no fault to heal");
        return new Reply(
                healed.stream()
                        .map(fault -> "Healed: %s %s".formatted(fault.kind(), HarmlessText.line(fault.what())))
                        .toList(),
                healed.stream().map(FaultListCommand::row).toList());
    }
}
