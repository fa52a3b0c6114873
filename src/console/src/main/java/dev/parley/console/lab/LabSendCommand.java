package dev.parley.console.lab;

import dev.parley.console.api.Arguments;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Plural;
import java.util.List;

/** Lets the peers of the lab speak. */
final class LabSendCommand implements Command {
    private static final int MOST = 1_000_000;
    private static final int FASTEST = 10_000;

    /** Below what a text may have, by more than the words in front. */
    private static final int LONGEST = 60_000;

    private final LabBench bench;

    LabSendCommand(LabBench bench) {
        this.bench = bench;
    }

    @Override
    public Manual manual() {
        return Manual.of("lab send", CommandGroup.LAB, "let each peer of the lab say n messages, so many a second")
                .taking(Parameter.required("n"), Parameter.required("rate"), Parameter.optional("bytes"))
                .saying(
                        "A message is as short as 'p1 1.1'; with bytes, each is filled up to that size.",
                        "They speak in the background: 'lab list' shows how far they are, 'lab check' waits for the end.",
                        "Who is speaking already is left to it.")
                .example("lab send 100 20");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        Arguments arguments = invocation.arguments();
        int count = arguments.number("n", 0, 1, MOST);
        int rate = arguments.number("rate", 0, 1, FASTEST);
        int bytes = arguments.number("bytes", 0, 1, LONGEST);
        List<BenchPeer> speakers = bench.running().stream()
                .filter(peer -> !peer.talking() && !peer.frozen())
                .toList();
        if (speakers.isEmpty())
            throw new CommandException(
                    bench.running().isEmpty()
                            ? "There is no lab peer running: type lab start 3."
                            : "All lab peers are speaking already, or stand still: see lab list.");
        speakers.forEach(peer -> peer.talk(count, rate, bytes));
        return new Reply(
                List.of("%s say %s each, %d a second"
                        .formatted(String.join(", ", LabBench.names(speakers)), Plural.of(count, "message"), rate)),
                speakers.stream().map(LabListCommand::row).toList());
    }
}
