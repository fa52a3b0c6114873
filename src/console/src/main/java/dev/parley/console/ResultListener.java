package dev.parley.console;

import java.time.Instant;

/**
 * Hears what happens while a line runs, beyond its own result; called on the {@code parley-console} thread, in order.
 */
public interface ResultListener {
    /** A script's line is about to run. */
    void scriptLineStarted(Instant time, String file, String line);

    /** The result of a script's line; the result of the {@code execute} around it comes later. */
    void scriptLineEnded(CommandResult result);

    /**
     * What a command that goes on has to show by now, in place of what it showed before; its result comes later.
     *
     * @param interim as its result would be
     */
    default void interimGiven(CommandResult.Done interim) {}

    /** The user wants an empty screen. */
    void clearRequested();
}
