package dev.parley.desktop.console;

import dev.parley.console.history.CommandHistory;
import dev.parley.desktop.fx.FxThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The console's history as the window walks through it: the lines that were there, then those that are being added. The file is touched
 * on a thread of its own. JavaFX thread.
 */
final class LineHistory implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();
    private final CommandHistory kept;
    private final FxThread fxThread;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "parley-history");
        thread.setDaemon(true);
        return thread;
    });
    private List<String> earlier = List.of();
    private final List<String> added = new ArrayList<>();

    LineHistory(CommandHistory kept, FxThread fxThread) {
        this.kept = kept;
        this.fxThread = fxThread;
        executor.execute(() -> read(false));
    }

    /** Oldest first. */
    List<String> lines() {
        List<String> all = new ArrayList<>(earlier);
        all.addAll(added);
        return all;
    }

    /** Keeps a line, if the history keeps such lines. */
    void add(String line) {
        boolean shown = !line.isBlank() && !line.startsWith(" ");
        if (shown) added.add(line);
        try {
            executor.execute(() -> {
                kept.add(line);
                read(shown);
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("typed after the end", e);
        }
    }

    /** What was added is still kept. */
    @Override
    public void close() {
        executor.shutdown();
    }

    /** @param first whether the first of the added lines is now among those read */
    private void read(boolean first) {
        List<String> lines = kept.lines();
        fxThread.later(() -> {
            earlier = lines;
            if (first) added.remove(0);
        });
    }
}
