package dev.parley.console.lab;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import java.util.List;

/** Ends all peers of the lab. */
final class LabStopCommand implements Command {
    private final LabBench bench;

    LabStopCommand(LabBench bench) {
        this.bench = bench;
    }

    @Override
    public Manual manual() {
        return Manual.of("lab stop", CommandGroup.LAB, "let all peers of the lab leave in order");
    }

    @Override
    public Reply run(Invocation invocation) {
        List<BenchPeer> stopped = bench.stop();
        return Reply.line(
                stopped.isEmpty()
                        ? "There was no lab peer running"
                        : "Stopped: " + String.join(", ", LabBench.names(stopped)));
    }
}
