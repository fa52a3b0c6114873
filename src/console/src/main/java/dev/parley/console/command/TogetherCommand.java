package dev.parley.console.command;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.console.api.Arguments;
import dev.parley.console.api.Command;
import java.util.List;

/** A command whose runs, when a script has one behind the other, are faster done together. */
public interface TogetherCommand extends Command {
    /** The most runs that are done together. */
    int mostTogether();

    /** What this run counts against {@link #mostTogether}: at least 1; more than that if it has to be done alone. */
    int weight(Arguments arguments);

    /**
     * Does these runs in this order, and has nothing to reply to any; called on the {@code parley-console} thread.
     *
     * @throws SessionException if the session could not; then none of them has been done
     */
    void runTogether(Session session, List<Arguments> runs) throws SessionException;
}
