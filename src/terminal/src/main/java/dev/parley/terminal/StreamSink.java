package dev.parley.terminal;

import dev.parley.chat.SessionEvent;
import java.io.PrintStream;
import java.util.List;

/** Lines on a stream. */
final class StreamSink implements LineSink {
    private final PrintStream out;

    StreamSink(PrintStream out) {
        this.out = out;
    }

    @Override
    public void print(List<String> lines) {
        lines.forEach(out::println);
    }

    @Override
    public void flush() {
        out.flush();
    }

    @Override
    public void clear() {
        // a stream has no screen
    }

    @Override
    public void promptChanged(SessionEvent.StateChanged state) {
        // a stream has no prompt
    }
}
