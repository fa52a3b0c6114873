package dev.parley.console.lab;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.lab.LabException;
import dev.parley.lab.PeerOutput;
import java.time.Duration;
import java.util.List;

/** Lets a peer of the lab run a command. */
final class LabAskCommand implements Command {
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final LabBench bench;

    LabAskCommand(LabBench bench) {
        this.bench = bench;
    }

    @Override
    public Manual manual() {
        return Manual.of("lab ask", CommandGroup.LAB, "let a peer of the lab run a command, and show what it says")
                .taking(Parameter.required("name").suggesting(bench.suggestions()), Parameter.text("command"))
                .saying("The peer runs one command after the other: while it cannot send, it does not answer.")
                .example("lab ask p1 stats MFC");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        BenchPeer peer = bench.runningPeer(invocation.arguments().required("name"));
        peer.requireThawed();
        try {
            PeerOutput.Result result = peer.process().run(invocation.arguments().text(), ANSWER);
            if (!result.ok())
                throw new CommandException(peer.name() + ": " + result.error().orElse("This failed."));
            return new Reply(result.lines(), List.of());
        } catch (LabException | IllegalArgumentException e) {
            throw LabBench.failed(e);
        }
    }
}
