package dev.parley.terminal;

import dev.parley.chat.SessionEvent;
import dev.parley.console.CommandResult;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Hands everything to an {@link Output} on the {@code parley-face} thread, in the order in which it came, so that a terminal
 * that stands still holds up nobody but itself. A program gets everything, so one that stops reading costs memory. What came
 * together goes out together: the output is flushed whenever nothing more is waiting.
 */
final class PrintQueue implements Output, AutoCloseable {
    /** How many events may wait for a person's terminal that stands still, before messages are left out. */
    static final int MOST_WAITING = 20_000;

    private static final Logger LOG = LogManager.getLogger();
    private static final Duration MOMENT = Duration.ofMillis(200);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private final BlockingQueue<Consumer<Output>> waiting = new LinkedBlockingQueue<>();
    private final AtomicLong missed = new AtomicLong();
    private final Output output;
    private final Thread thread = new Thread(this::work, "parley-face");
    private volatile boolean closed;

    PrintQueue(Output output) {
        this.output = output;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stateChanged(SessionEvent.StateChanged event) {
        waiting.add(to -> to.stateChanged(event));
    }

    @Override
    public void viewShown(SessionEvent.ViewShown event) {
        waiting.add(to -> to.viewShown(event));
    }

    @Override
    public void rosterChanged(SessionEvent.RosterChanged event) {
        waiting.add(to -> to.rosterChanged(event));
    }

    @Override
    public void messagesAdded(SessionEvent.MessagesAdded event) {
        if (output.mayMiss() && waiting.size() >= MOST_WAITING) {
            missed.addAndGet(event.messages().size());
            return;
        }
        long before = missed.getAndSet(0);
        if (before > 0)
            noticeGiven(new SessionEvent.NoticeGiven(
                    SessionEvent.Level.INFO, before + " messages are not shown here; 'history' has them."));
        waiting.add(to -> to.messagesAdded(event));
    }

    @Override
    public void noticeGiven(SessionEvent.NoticeGiven event) {
        waiting.add(to -> to.noticeGiven(event));
    }

    @Override
    public void eventNoted(SessionEvent.EventNoted event) {
        waiting.add(to -> to.eventNoted(event));
    }

    @Override
    public void resultGiven(CommandResult result) {
        waiting.add(to -> to.resultGiven(result));
    }

    @Override
    public void scriptLineStarted(Instant time, String file, String line) {
        waiting.add(to -> to.scriptLineStarted(time, file, line));
    }

    @Override
    public void interimGiven(CommandResult.Done interim) {
        waiting.add(to -> to.interimGiven(interim));
    }

    @Override
    public void clearRequested() {
        waiting.add(Output::clearRequested);
    }

    /** Waits until everything given so far is shown, at most five seconds; after the end there is nothing to wait for. */
    @Override
    public void flush() {
        if (closed) return;
        CountDownLatch shown = new CountDownLatch(1);
        waiting.add(to -> {
            to.flush();
            shown.countDown();
        });
        try {
            if (!shown.await(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) LOG.debug("the output stands still");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Shows what is waiting, at most five seconds long, then stops. */
    @Override
    public void close() {
        waiting.add(to -> closed = true);
        try {
            thread.join(LAST_WORDS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!closed) {
                Consumer<Output> next = waiting.poll();
                show(next == null ? afterAWhile() : next);
            }
            for (Consumer<Output> last = waiting.poll(); last != null; last = waiting.poll()) show(last);
            show(Output::idle);
            show(Output::flush);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Consumer<Output> afterAWhile() throws InterruptedException {
        show(Output::flush);
        if (!output.isHolding()) return waiting.take();
        Consumer<Output> next = waiting.poll(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        return next == null ? Output::idle : next;
    }

    private void show(Consumer<Output> what) {
        try {
            what.accept(output);
        } catch (RuntimeException e) {
            LOG.error("could not show something", e);
        }
    }
}
