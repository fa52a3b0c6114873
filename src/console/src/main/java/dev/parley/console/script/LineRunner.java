package dev.parley.console.script;

import dev.parley.chat.SessionException;
import dev.parley.console.api.CommandException;
import dev.parley.console.api.Reply;
import java.util.List;
import java.util.Optional;

/** Runs the lines of scripts; confined to the {@code parley-console} thread. */
public interface LineRunner {
    /** What came of a line. */
    enum Outcome {
        /** Nothing to run. */
        SKIPPED,
        DONE,
        FAILED
    }

    /** How many lines are running, each on behalf of the one before, by a script or as its command; the first counts not. */
    int depth();

    /** Whether the console has been asked to end, so that nothing more is to run. */
    boolean ended();

    /**
     * Runs the first of these lines, and those right behind it that can be done together with it; tells the faces the result
     * of each.
     *
     * @param file the script's name as the user knows it; none if the lines are not to be shown
     * @param lines at least one
     * @return what came of the lines run, in order; at most the last of them has failed
     * @throws InterruptedException if the user stopped it
     */
    List<Outcome> run(Optional<String> file, List<String> lines) throws InterruptedException;

    /**
     * Runs a line as part of the command that asks for it, which tells the result as its own.
     *
     * @throws CommandException if it is none, or did not work
     * @throws SessionException if the session could not
     * @throws InterruptedException if the user stopped it
     */
    Reply reply(String line) throws CommandException, SessionException, InterruptedException;

    /** What the last command put out that was not about the output of another; its error, if it failed. */
    List<String> lastOutput();
}
