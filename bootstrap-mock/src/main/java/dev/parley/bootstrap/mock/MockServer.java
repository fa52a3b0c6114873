package dev.parley.bootstrap.mock;

import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/** The service on its port, which it closes and opens again as it is told. Any thread. */
final class MockServer implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();

    /** Somebody else may have the port by then. */
    private static final Duration NEXT_TRY = Duration.ofSeconds(1);

    private final MisbehavingHandler handler;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "parley-mock");
        thread.setDaemon(true);
        return thread;
    });
    private BootstrapServer server;
    private boolean closed;
    private int changes;

    private MockServer(BootstrapHandler service) {
        handler = new MisbehavingHandler(service, new Random(), System::nanoTime, this::changed);
    }

    /**
     * Opens the port.
     *
     * @throws IOException with one sentence that says what to do, if it cannot be had
     */
    static MockServer start(InetSocketAddress bind, BootstrapHandler service, Misbehaviour how) throws IOException {
        MockServer mock = new MockServer(service);
        mock.open(bind);
        mock.handler.misbehave(how);
        return mock;
    }

    private synchronized void open(InetSocketAddress bind) throws IOException {
        if (!closed) server = BootstrapServer.start(bind, handler);
    }

    /** Where it is, or was before the port was closed. */
    synchronized URI url() {
        return server.url();
    }

    /** What was to come before is not to come any more. */
    private synchronized void changed(Misbehaviour how) {
        int change = ++changes;
        how.downAfter().ifPresent(time -> later(time, change, () -> goDown(how, change)));
    }

    private void goDown(Misbehaviour how, int change) {
        BootstrapServer current = current();
        InetSocketAddress address = current.address();
        current.close();
        how.upAfter().ifPresent(time -> later(time, change, () -> comeUp(address, change)));
    }

    private void comeUp(InetSocketAddress address, int change) {
        try {
            open(address);
        } catch (IOException e) {
            LOG.warn("{} Trying again.", e.getMessage());
            later(NEXT_TRY, change, () -> comeUp(address, change));
        }
    }

    private synchronized BootstrapServer current() {
        return server;
    }

    private synchronized boolean isLatest(int change) {
        return change == changes && !closed;
    }

    private void later(Duration delay, int change, Runnable work) {
        Future<?> unused = timer.schedule(
                () -> {
                    if (isLatest(change)) work.run();
                },
                delay.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    /** Stops in order, up or down; who is left hanging is answered. */
    @Override
    public void close() {
        timer.shutdownNow();
        synchronized (this) {
            closed = true;
        }
        handler.end();
        current().close();
    }
}
