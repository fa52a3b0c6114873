package dev.parley.terminal;

import dev.parley.console.history.CommandHistory;
import java.time.Instant;
import org.jline.reader.impl.history.DefaultHistory;

/** JLine's view of the console's history: its lines at the start, and each new line given to it. */
final class TerminalHistory extends DefaultHistory {
    private final CommandHistory kept;
    private boolean paused;

    TerminalHistory(CommandHistory kept) {
        this.kept = kept;
    }

    /** While it is paused, lines are answers to questions, and not kept. */
    void pause(boolean now) {
        paused = now;
    }

    @Override
    public void load() {
        for (String line : kept.lines()) internalAdd(Instant.EPOCH, line);
        moveToEnd();
    }

    @Override
    public void add(Instant time, String line) {
        if (paused || CommandHistory.mayHoldSecret(line)) return;
        super.add(time, line);
        kept.add(line);
    }

    @Override
    public void save() {
        // each line is kept when it is added
    }
}
