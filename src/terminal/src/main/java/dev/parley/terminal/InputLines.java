package dev.parley.terminal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The lines of a stream as UTF-8; what is malformed becomes replacement characters, what is endless is cut off. */
final class InputLines {
    /** The longest line that is run. */
    static final int MAX_BYTES = 2 << 20;

    private static final int SHOWN_OF_TOO_LONG = 200;
    private final InputStream in;

    /**
     * One line.
     *
     * @param text without its line break; of a line that is too long, its beginning
     * @param bytes how long it was
     */
    record Line(String text, long bytes) {
        boolean isTooLong() {
            return bytes > MAX_BYTES;
        }
    }

    InputLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line; empty at the end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long length = 0;
        int next;
        while ((next = in.read()) >= 0 && next != '\n') {
            if (length++ < MAX_BYTES) bytes.write(next);
        }
        if (next < 0 && length == 0) return Optional.empty();
        String text = bytes.toString(StandardCharsets.UTF_8);
        if (length > MAX_BYTES) text = text.substring(0, SHOWN_OF_TOO_LONG) + "…";
        else if (text.endsWith("\r")) text = text.substring(0, text.length() - 1);
        return Optional.of(new Line(text, length));
    }
}
