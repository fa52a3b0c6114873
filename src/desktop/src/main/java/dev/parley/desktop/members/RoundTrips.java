package dev.parley.desktop.members;

import dev.parley.chat.Roster;
import dev.parley.chat.SessionException;
import dev.parley.desktop.fx.PulseQueue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Asks each other member of the chat again and again how long a message takes to it and back, a few members at a time, on
 * threads of its own. Any thread opens and closes it.
 */
public final class RoundTrips implements AutoCloseable {
    /** How long a member has for its answer. */
    public static final Duration TIMEOUT = Duration.ofSeconds(2);

    static final int AT_A_TIME = 3;

    private static final Logger LOG = LogManager.getLogger();

    private final Supplier<List<Roster.Entry>> members;
    private final Pinger pinger;
    private final PulseQueue<RoundTrip> results;
    private final ExecutorService asking = Executors.newFixedThreadPool(AT_A_TIME, RoundTrips::thread);
    private final ExecutorService rounds = Executors.newSingleThreadExecutor(RoundTrips::thread);

    /** Measures one round trip; blocks. */
    @FunctionalInterface
    public interface Pinger {
        Duration ping(String shownName, Duration timeout) throws SessionException;
    }

    /**
     * Measures nothing before {@link #start}.
     *
     * @param members who takes part in the chat now; asked on another thread than the caller's
     */
    public RoundTrips(Supplier<List<Roster.Entry>> members, Pinger pinger, PulseQueue<RoundTrip> results) {
        this.members = members;
        this.pinger = pinger;
        this.results = results;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "parley-rtt");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Begins, and goes on until it is closed.
     *
     * @param pause between the end of a round and the begin of the next
     */
    public void start(Duration pause) {
        rounds.execute(() -> {
            try {
                while (true) {
                    round();
                    Thread.sleep(pause.toMillis());
                }
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void round() throws InterruptedException {
        try {
            List<Callable<Void>> questions = members.get().stream()
                    .filter(member -> member.inChat() && !member.self())
                    .map(this::question)
                    .toList();
            asking.invokeAll(questions);
        } catch (RejectedExecutionException closed) {
            throw new InterruptedException();
        } catch (RuntimeException e) {
            LOG.warn("round trips are not measured this time", e);
        }
    }

    private Callable<Void> question(Roster.Entry member) {
        return () -> {
            results.add(new RoundTrip(member.member(), measured(member.shownName())));
            return null;
        };
    }

    private Optional<Duration> measured(String shownName) {
        try {
            return Optional.of(pinger.ping(shownName, TIMEOUT));
        } catch (SessionException silent) {
            LOG.debug("no round trip to {}", shownName, silent);
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn("no round trip to {}", shownName, e);
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        rounds.shutdownNow();
        asking.shutdownNow();
    }
}
