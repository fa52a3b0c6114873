package dev.parley.desktop;

import dev.parley.chat.Session;
import dev.parley.chat.SessionException;
import dev.parley.desktop.fx.FxThread;
import dev.parley.desktop.settings.PeerChoice;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The session behind the window, once there is one. Methods return at once and are called from the JavaFX thread, as is what is
 * given to them; what blocks is done on background threads.
 */
final class LiveSession {
    /** How long scripts and commands wait for the group before they go on without. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Logger LOG = LogManager.getLogger();

    private final Opening opening;
    private final FxThread fxThread;
    private volatile Optional<Opened> opened = Optional.empty();
    private final AtomicInteger threads = new AtomicInteger();
    private final ExecutorService background = Executors.newCachedThreadPool(this::thread);

    LiveSession(Opening opening, FxThread fxThread) {
        this.opening = opening;
        this.fxThread = fxThread;
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "parley-window-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** Something that blocks. */
    @FunctionalInterface
    interface Action {
        void run(Opened opened) throws SessionException;
    }

    /**
     * Builds the session. After a failure it may be asked again.
     *
     * @param failed told in a sentence why there is none
     */
    void open(PeerChoice choice, Consumer<Opened> done, Consumer<String> failed) {
        background.execute(() -> {
            try {
                Opened fresh = opening.open(choice);
                opened = Optional.of(fresh);
                fxThread.later(() -> done.accept(fresh));
            } catch (OpeningException e) {
                fxThread.later(() -> failed.accept(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("No session", e);
                fxThread.later(() -> failed.accept("This does not work (%s); the log says more.".formatted(e)));
            }
        });
    }

    /** The session, once it is built. */
    Optional<Opened> opened() {
        return opened;
    }

    /** Runs this on a background thread. */
    void execute(Runnable work) {
        background.execute(work);
    }

    /**
     * Does this with the session, if it is built.
     *
     * @param failed told in a sentence why it could not be done
     */
    void perform(Action action, Consumer<String> failed) {
        opened.ifPresent(known -> background.execute(() -> {
            try {
                action.run(known);
            } catch (SessionException e) {
                fxThread.later(() -> failed.accept(e.getMessage()));
            }
        }));
    }

    /** Runs this once the user has quit by a command. */
    void whenQuit(Opened known, Runnable action) {
        background.execute(() -> {
            known.console().ended().join();
            fxThread.later(action);
        });
    }

    /**
     * Joins, unless that is left to the user.
     *
     * @param ready called once in the group, or when that takes too long, if the start was for more than that
     */
    void begin(Opened known, StartPlan plan, Runnable ready) {
        background.execute(() -> {
            if (!plan.manual()) known.session().start();
            if (!plan.hasWork()) return;
            if (!plan.manual()) awaitGroup(known.session());
            fxThread.later(ready);
        });
    }

    private static void awaitGroup(Session session) {
        try {
            session.settled().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Going on without the group", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves in order and ends the session; after this limit it is done all the same. */
    void end(Duration limit, Runnable done) {
        background.execute(() -> {
            try {
                CompletableFuture.runAsync(opening::close, background)
                        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                        .join();
            } catch (CompletionException e) {
                LOG.warn("Not left in order", e);
            }
            fxThread.later(done);
        });
    }
}
