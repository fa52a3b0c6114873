package dev.parley.console.script;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Parameter;
import dev.parley.console.api.Reply;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits. */
public final class SleepCommand implements Command {
    @Override
    public Manual manual() {
        return Manual.of("sleep", CommandGroup.SCRIPTS, "wait some seconds (1)")
                .taking(Parameter.optional("seconds"))
                .example("sleep 0.5");
    }

    @Override
    public Reply run(Invocation invocation) throws CommandException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(
                invocation.arguments().seconds("seconds", Duration.ofSeconds(1)).toNanos());
        return Reply.NOTHING;
    }
}
