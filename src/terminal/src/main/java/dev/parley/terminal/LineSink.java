package dev.parley.terminal;

import dev.parley.chat.SessionEvent;
import java.util.List;

/** Where finished lines go. */
interface LineSink {
    void print(List<String> lines);

    void clear();

    /** What is still in a buffer goes out. */
    void flush();

    /** What a prompt shows has changed. */
    void promptChanged(SessionEvent.StateChanged state);
}
