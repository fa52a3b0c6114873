package dev.parley.console.group;

import dev.parley.chat.Timeline;
import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import dev.parley.console.text.Columns;
import dev.parley.console.text.EventRow;
import dev.parley.console.text.Times;
import java.time.ZoneId;
import java.util.List;

/** Shows the timeline. */
public final class EventsCommand implements Command {
    private static final int USUAL = 20;

    @Override
    public Manual manual() {
        return Manual.of(
                        "events",
                        CommandGroup.GROUP,
                        "what has happened, and why: views, merges, suspicions, faults (20)")
                .taking(Parameter.optional("n"))
                .saying(
                        "Also changes of the stack and of the bootstrap service, and orders of other members.",
                        "The latest " + Timeline.KEPT + " events of this run are kept.")
                .example("events 50");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException {
        int wanted = invocation.arguments().number("n", USUAL, 1, Timeline.KEPT);
        List<Timeline.Entry> events = invocation.session().timeline().latest(wanted);
        if (events.isEmpty()) return Reply.line("Nothing has happened yet");
        Times times = Times.local(ZoneId.systemDefault());
        Columns columns = new Columns();
        for (Timeline.Entry event : events) columns.row(times.of(event.time()), event.kind(), event.text());
        return new Reply(columns.lines(), events.stream().map(EventRow::of).toList());
    }
}
