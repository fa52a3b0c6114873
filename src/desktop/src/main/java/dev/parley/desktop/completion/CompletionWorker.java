package dev.parley.desktop.completion;

import dev.parley.desktop.fx.FxThread;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Asks completion sources on a thread of its own, one question at a time; of several that wait, only the latest is asked.
 * Called on the JavaFX thread, which also gets the answers.
 */
public final class CompletionWorker implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();
    private final FxThread fxThread;
    private final AtomicReference<Question> waiting = new AtomicReference<>();
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "parley-completion");
        thread.setDaemon(true);
        return thread;
    });

    public CompletionWorker(FxThread fxThread) {
        this.fxThread = fxThread;
    }

    /** A text with a cursor in it, and who wants to know what could stand there. */
    record Question(CompletionSource source, String text, int cursor, Consumer<Proposal> answer) {}

    void ask(Question question) {
        if (waiting.getAndSet(question) != null) return;
        try {
            executor.execute(this::answer);
        } catch (RejectedExecutionException e) {
            LOG.debug("asked after the end", e);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }

    private void answer() {
        Question question = waiting.getAndSet(null);
        Proposal proposal;
        try {
            proposal = question.source().propose(question.text(), question.cursor());
        } catch (RuntimeException e) {
            LOG.error("completion failed", e);
            proposal = Proposal.nothingAt(question.cursor());
        }
        Proposal answer = proposal;
        fxThread.later(() -> question.answer().accept(answer));
    }
}
