package dev.parley.console.lab;

import dev.parley.chat.SessionException;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;
import dev.parley.console.text.HarmlessText;
import dev.parley.console.text.Plural;
import dev.parley.lab.DeliveryReport;

/** Checks that nothing was lost, doubled or shuffled. */
final class LabCheckCommand implements Command {
    private final LabBench bench;

    LabCheckCommand(LabBench bench) {
        this.bench = bench;
    }

    @Override
    public Manual manual() {
        return Manual.of(
                        "lab check",
                        CommandGroup.LAB,
                        "whether nothing was lost, doubled or shuffled, at you and all lab peers")
                .saying(
                        "Waits until the peers have said what they were told to and all logs are one, at most a minute, and",
                        "fails if they do not become so. Counts from the moment at which each peer had joined.");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, SessionException, InterruptedException {
        BenchCheck.Result result = new BenchCheck(invocation.session(), bench).result();
        DeliveryReport report = result.report();
        if (!report.passed()) throw new CommandException(HarmlessText.line(report.toString()));
        DeliveryReport.Counts counts = report.counts();
        double waited = Math.round(result.waited().toMillis() / 100.0) / 10.0;
        return Reply.line(
                "Nothing lost, doubled or shuffled: %s at %s, %d of them late (waited %s s)"
                        .formatted(
                                Plural.of(counts.messages(), "message"),
                                Plural.of(counts.survivors(), "member"),
                                counts.late(),
                                waited),
                Reply.row(
                        "peers",
                        counts.survivors(),
                        "messages",
                        counts.messages(),
                        "printed",
                        counts.printed(),
                        "late",
                        counts.late(),
                        "views",
                        counts.views(),
                        "waited",
                        waited));
    }
}
