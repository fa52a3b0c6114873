package dev.parley.console;

import dev.parley.console.api.Command;
import dev.parley.console.api.CommandGroup;
import dev.parley.console.api.Invocation;
import dev.parley.console.api.Manual;
import dev.parley.console.api.Reply;

/** Asks the faces to end the program, which leaves in order. */
final class QuitCommand implements Command {
    private final Runnable request;

    QuitCommand(Runnable request) {
        this.request = request;
    }

    @Override
    public Manual manual() {
        return Manual.of("quit", CommandGroup.CONSOLE, "leave the chat, the group and the bootstrap list, and exit");
    }

    @Override
    public Reply run(Invocation invocation) {
        request.run();
        return Reply.NOTHING;
    }
}
