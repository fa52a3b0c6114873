package dev.parley.console;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Empties the screen; the faces do it. */
final class ClearCommand implements Command {
    private final Runnable request;

    ClearCommand(Runnable request) {
        this.request = request;
    }

    @Override
    public Manual manual() {
        return Manual.of("clear", CommandGroup.CONSOLE, "empty the screen");
    }

    @Override
    public Reply run(Invocation invocation) {
        request.run();
        return Reply.NOTHING;
    }
}
