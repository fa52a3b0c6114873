package dev.parley.desktop.status;

import dev.parley.desktop.fx.FxThread;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** Asks for the facts again and again on a thread of its own, because who is asked may take its time. Any thread. */
public final class FactsWatch implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();

    private final Supplier<StatusFacts> source;
    private final FxThread fxThread;
    private final Consumer<StatusFacts> receiver;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(FactsWatch::thread);

    /**
     * Asks nothing before {@link #start}.
     *
     * @param source may block
     * @param receiver called on the JavaFX thread
     */
    public FactsWatch(Supplier<StatusFacts> source, FxThread fxThread, Consumer<StatusFacts> receiver) {
        this.source = source;
        this.fxThread = fxThread;
        this.receiver = receiver;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "parley-facts");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins, and goes on until it is closed. */
    public void start(Duration pause) {
        thread.execute(() -> {
            try {
                while (true) {
                    ask();
                    Thread.sleep(pause.toMillis());
                }
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void ask() {
        try {
            StatusFacts facts = source.get();
            fxThread.execute(() -> receiver.accept(facts));
        } catch (RuntimeException e) {
            LOG.warn("the status is not known this time", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
