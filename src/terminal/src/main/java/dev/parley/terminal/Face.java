package dev.parley.terminal;

/** A way to show the session and to give it commands. */
public interface Face {
    /**
     * Starts the session unless the plan is manual, does what the plan says, reads what there is to read, and leaves the
     * group in order. Blocks until then; the caller closes console and session afterwards.
     *
     * @return the exit status: 0, or 1 for a run without a person in which a command failed
     */
    int run(LaunchPlan plan);

    /** Waits until all that a run was told so far is shown, at most five seconds. Any thread. */
    void flush();
}
