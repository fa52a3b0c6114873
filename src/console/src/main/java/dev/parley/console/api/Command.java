package dev.parley.console.api;

import dev.parley.chat.SessionException;

/** One command of the console; has no state of a single run. Returns what it has to say, never prints. */
public interface Command {
    Manual manual();

    /**
     * Does it; called on the {@code parley-console} thread, may block there.
     *
     * @throws CommandException if it cannot be done as asked
     * @throws SessionException if the session could not
     * @throws InterruptedException when the user has stopped it
     */
    Reply run(Invocation invocation) throws CommandException, SessionException, InterruptedException;
}
