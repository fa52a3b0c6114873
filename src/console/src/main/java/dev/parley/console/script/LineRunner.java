package dev.parley.console.script;

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
     * Runs one line and tells the faces its result.
     *
     * @param file the script's name as the user knows it
     * @throws InterruptedException if the user stopped it
     */
    Outcome run(String file, String line) throws InterruptedException;
}
