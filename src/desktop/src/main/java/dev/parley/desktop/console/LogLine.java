package dev.parley.desktop.console;

import java.time.Instant;
import java.util.List;
import org.apache.logging.log4j.Level;

/**
 * One thing that was logged; all text in it is harmless already.
 *
 * @param trace the exception's lines, none if there was none
 * @param unfolded whether they are shown
 */
record LogLine(Instant time, Level level, String source, String message, List<String> trace, boolean unfolded) {
    LogLine {
        trace = List.copyOf(trace);
    }

    boolean warns() {
        return level.isMoreSpecificThan(Level.WARN);
    }

    LogLine folded(boolean hidden) {
        return new LogLine(time, level, source, message, trace, !hidden);
    }
}
