package dev.parley.app;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Standard input and output for the face alone.
 *
 * @param terminal whether both are a terminal
 */
record Streams(InputStream in, PrintStream out, boolean terminal) {
    /** What anything else prints, a library for instance, goes to standard error from now on. */
    static Streams takeOver() {
        Streams streams = new Streams(System.in, System.out, System.console() != null);
        System.setOut(System.err);
        return streams;
    }
}
