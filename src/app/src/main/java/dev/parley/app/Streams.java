package dev.parley.app;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * Standard input and output, for the face alone.
 *
 * @param terminal whether both are a terminal
 */
record Streams(InputStream in, PrintStream out, boolean terminal) {}
