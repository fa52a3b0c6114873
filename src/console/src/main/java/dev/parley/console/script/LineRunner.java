package dev.parley.console.script;

import java.util.List;

/** Runs the lines of scripts; confined to the {@code parley-console} thread. */
public interface LineRunner {
    /** What came of a line. */
    enum Outcome {
        /** Nothing to run. */
        SKIPPED,
        DONE,
        FAILED
    }

    /** How many scripts are running, each called by the one before. */
    int depth();

    /** Whether the console has been asked to end, so that nothing more is to run. */
    boolean ended();

    /**
     * Runs the first of these lines, and those right behind it that can be done together with it; tells the faces the result
     * of each.
     *
     * @param file the script's name as the user knows it
     * @param lines at least one
     * @return what came of the lines run, in order; at most the last of them has failed
     * @throws InterruptedException if the user stopped it
     */
    List<Outcome> run(String file, List<String> lines) throws InterruptedException;
}
