package dev.parley.console.lab;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.lab.LabException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Does something to peers of the lab by name. */
final class LabDeedCommand implements Command {
    private static final Duration END = Duration.ofSeconds(10);

    private final LabBench bench;
    private final Manual manual;
    private final Consumer<BenchPeer> deed;
    private final String done;

    private LabDeedCommand(LabBench bench, Manual manual, Consumer<BenchPeer> deed, String done) {
        this.bench = bench;
        this.manual = manual;
        this.deed = deed;
        this.done = done;
    }

    static Command kill(LabBench bench) {
        return new LabDeedCommand(
                bench,
                manual(bench, "lab kill", "kill peers of the lab: they end without a word"),
                peer -> {
                    peer.process().kill();
                    peer.process().awaitExit(END);
                },
                "Killed: ");
    }

    static Command freeze(LabBench bench) {
        return new LabDeedCommand(
                bench,
                manual(bench, "lab freeze", "let peers of the lab stand still, with their connections open"),
                BenchPeer::freeze,
                "Frozen: ");
    }

    static Command thaw(LabBench bench) {
        return new LabDeedCommand(
                bench, manual(bench, "lab thaw", "let frozen peers of the lab go on"), BenchPeer::thaw, "Thawed: ");
    }

    private static Manual manual(LabBench bench, String name, String summary) {
        return Manual.of(name, CommandGroup.LAB, summary)
                .taking(Parameter.several("name").suggesting(bench.suggestions()))
                .example(name + " p1");
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        List<BenchPeer> named = new ArrayList<>();
        for (String name : invocation.arguments().all("name")) named.add(bench.runningPeer(name));
        try {
            named.forEach(deed);
        } catch (LabException e) {
            throw LabBench.failed(e);
        }
        return new Reply(
                List.of(done + String.join(", ", LabBench.names(named))),
                named.stream().map(LabListCommand::row).toList());
    }
}
