package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Keeps the rooms in one file; what was acknowledged survives a kill of the process and a loss of power. Changes that arrive while
 * the file is being written share the next write, so that many clients at once wait for few of them (group commit).
 *
 * <p>Readers see only what is on the disk. If a write fails, every change that waits for it fails, and the rooms are again as on
 * the disk.
 */
public final class FilePeerStore implements PeerStore {
    private static final Logger LOG = LogManager.getLogger();
    private static final String CANNOT_KEEP = "the service cannot keep changes at the moment; try again";
    private static final String STOPPING = "the service is stopping";

    private final StoreFile file;
    private final Object lock = new Object();
    private final Thread writer = new Thread(this::writeUntilClosed, "parley-bootstrap-store");

    private volatile RoomTable written;
    private final AtomicLong writes = new AtomicLong();
    private RoomTable latest;
    private CompletableFuture<Void> nextWrite = new CompletableFuture<>();
    private boolean requested;
    private volatile boolean failing;
    private boolean closed;

    /**
     * Opens or makes the file and starts the thread that writes it.
     *
     * @param path its directory is made if there is none; a file that is damaged is set aside, and the service starts empty
     * @param defaults the configuration of a room that nobody has touched
     * @throws StoreException if the file cannot be used or another process uses it
     */
    public FilePeerStore(Path path, BootstrapConfig defaults) throws StoreException {
        file = new StoreFile(path);
        try {
            written = file.read(defaults);
            file.write(written);
        } catch (IOException e) {
            file.close();
            throw new StoreException(
                    "The store " + file.path() + " cannot be written (" + e + "); give another file for the store.", e);
        } catch (StoreException e) {
            file.close();
            throw e;
        }
        latest = written;
        writer.setDaemon(true);
        writer.start();
    }

    /** The file, as an absolute path. */
    public Path path() {
        return file.path();
    }

    /** How often the file was written since it was opened. */
    long writes() {
        return writes.get();
    }

    @Override
    public Room read(String room) {
        return written.get(room);
    }

    @Override
    public Room update(String room, UnaryOperator<Room> change) throws StoreException {
        Room after;
        CompletableFuture<Void> onDisk;
        synchronized (lock) {
            if (closed) throw new StoreException(STOPPING);
            latest = latest.update(room, change);
            after = latest.get(room);
            if (latest == written) return after;
            onDisk = nextWrite;
            requested = true;
            lock.notifyAll();
        }
        await(onDisk);
        return after;
    }

    @Override
    public List<String> rooms() {
        return written.names();
    }

    @Override
    public void check() throws StoreException {
        if (failing) throw new StoreException(CANNOT_KEEP);
    }

    @Override
    public void close() {
        synchronized (lock) {
            closed = true;
            lock.notifyAll();
        }
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CompletableFuture<Void> onDisk) throws StoreException {
        try {
            onDisk.join();
        } catch (CompletionException e) {
            throw new StoreException(e.getCause().getMessage(), e.getCause());
        }
    }

    private void writeUntilClosed() {
        try (file) {
            while (awaitRequest()) writeOnce();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            refuseAll();
        }
    }

    /** Whether there is something to write; false when the store is closed and nobody waits. */
    private boolean awaitRequest() throws InterruptedException {
        synchronized (lock) {
            while (!requested && !closed) lock.wait();
            return requested;
        }
    }

    private void writeOnce() {
        RoomTable table;
        CompletableFuture<Void> waiting;
        synchronized (lock) {
            table = latest;
            waiting = nextWrite;
            nextWrite = new CompletableFuture<>();
            requested = false;
        }
        try {
            if (table != written) {
                file.write(table);
                writes.incrementAndGet();
            }
            written = table;
            failing = false;
            waiting.complete(null);
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (!failing) LOG.error("The store {} cannot be written, changes are refused until it can", file.path(), e);
            failing = true;
            StoreException failure = new StoreException(CANNOT_KEEP);
            fail(failure);
            waiting.completeExceptionally(failure);
        }
    }

    private void refuseAll() {
        synchronized (lock) {
            closed = true;
            fail(new StoreException(STOPPING));
        }
    }

    /** What waits for a later write was built on the one that failed, and fails with it. */
    private void fail(StoreException failure) {
        synchronized (lock) {
            latest = written;
            requested = false;
            nextWrite.completeExceptionally(failure);
            nextWrite = new CompletableFuture<>();
        }
    }
}
