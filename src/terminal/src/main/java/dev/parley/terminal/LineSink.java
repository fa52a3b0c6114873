package dev.parley.terminal;

import dev.parley.chat.SessionEvent;
import java.util.List;

/** Where finished lines go. */
interface LineSink {
    void print(List<String> lines);

    void clear();

    /** What a prompt shows has changed. */
    void promptChanged(SessionEvent.StateChanged state);
}
