package dev.parley.console.jshell;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What live Java prints on standard output, kept for its result instead: standard output is the face's alone. */
final class SnippetOutput implements AutoCloseable {
    private static final int MOST_BYTES = 64 * 1024;
    private final PrintStream before = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream() {
        @Override
        public synchronized void write(int b) {
            if (size() < MOST_BYTES) super.write(b);
        }

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, Math.min(length, Math.max(0, MOST_BYTES - size())));
        }
    };

    /** Takes standard output until it is closed. */
    SnippetOutput() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    List<String> lines() {
        return printed.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Override
    public void close() {
        System.setOut(before);
    }
}
