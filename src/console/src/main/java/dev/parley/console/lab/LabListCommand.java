package dev.parley.console.lab;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import java.util.Map;

/** Shows the peers of the lab. */
final class LabListCommand implements Command {
    private final LabBench bench;

    LabListCommand(LabBench bench) {
        this.bench = bench;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                "lab list", CommandGroup.LAB, "the peers of the lab: state, members that each sees, what it has said");
    }

    @Override
    public Reply run(Invocation invocation) {
        return Reply.table(
                bench.peers().stream().map(LabListCommand::row).toList(), "There is no lab peer: type lab start 3");
    }

    static Map<String, Object> row(BenchPeer peer) {
        return Reply.row(
                "name",
                peer.name(),
                "pid",
                peer.process().pid(),
                "state",
                peer.state(),
                "members",
                peer.process().members().size(),
                "said",
                peer.talk().map(Talk::said).orElse(0),
                "of",
                peer.talk().map(Talk::wanted).orElse(0));
    }
}
