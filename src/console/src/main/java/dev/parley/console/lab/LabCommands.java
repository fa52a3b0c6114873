package dev.parley.console.lab;

import dev.parley.console.api.Command;
import java.util.List;

/** The commands of one lab. */
public final class LabCommands {
    private LabCommands() {}

    /** All of them, for this lab. */
    public static List<Command> of(LabBench bench) {
        return List.of(
                new LabStartCommand(bench),
                new LabListCommand(bench),
                LabDeedCommand.kill(bench),
                LabDeedCommand.freeze(bench),
                LabDeedCommand.thaw(bench),
                new LabSendCommand(bench),
                new LabAskCommand(bench),
                new LabCheckCommand(bench),
                new LabStopCommand(bench));
    }
}
