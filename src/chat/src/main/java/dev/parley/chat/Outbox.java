package dev.parley.chat;

import dev.parley.group.Group;
import dev.parley.group.GroupException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Everything this peer sends, in order, by the {@code parley-send} thread: the only one that may wait for flow control. What
 * commands send takes a permit first, so that a full outbox blocks nobody but the command's thread.
 */
final class Outbox implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();
    private static final int PERMITS = 1_000;

    private final LinkedBlockingQueue<Outgoing> queue = new LinkedBlockingQueue<>();
    private final Semaphore permits = new Semaphore(PERMITS);
    private final WireCodec codec;
    private final Thread thread;

    Outbox(WireCodec codec) {
        this.codec = codec;
        thread = new Thread(this::run, "parley-send");
        thread.setDaemon(true);
    }

    /** To one member, or to all. {@code afterwards} runs on the sending thread whether it could be sent or not. */
    private record Outgoing(Group group, Optional<UUID> to, WireMessage message, Runnable afterwards) {}

    void start() {
        thread.start();
    }

    /** Waits for room for one message of a command. Command threads only. */
    void awaitRoom() throws SessionException {
        try {
            permits.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException("Interrupted before the message was sent.", e);
        }
    }

    /** Gives back room that was not needed. */
    void releaseRoom() {
        permits.release();
    }

    /** Queues a message for which there is room; sending it frees the room. */
    void sendInRoom(Group group, Optional<UUID> to, WireMessage message) {
        queue.add(new Outgoing(group, to, message, permits::release));
    }

    void multicast(Group group, WireMessage message) {
        queue.add(new Outgoing(group, Optional.empty(), message, () -> {}));
    }

    void send(Group group, UUID to, WireMessage message) {
        send(group, to, message, () -> {});
    }

    void send(Group group, UUID to, WireMessage message, Runnable afterwards) {
        queue.add(new Outgoing(group, Optional.of(to), message, afterwards));
    }

    /** Waits until all that is queued now has been handed to the group. */
    boolean flush(Duration timeout) {
        CountDownLatch sent = new CountDownLatch(1);
        queue.add(new Outgoing(null, Optional.empty(), null, sent::countDown));
        try {
            return sent.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) send(queue.take());
        } catch (InterruptedException e) {
            LOG.debug("sending ended");
        }
    }

    private void send(Outgoing outgoing) {
        try {
            if (outgoing.message == null) return;
            byte[] payload = codec.encode(outgoing.message);
            if (outgoing.to.isPresent()) outgoing.group.send(outgoing.to.get(), payload);
            else outgoing.group.multicast(payload);
        } catch (GroupException e) {
            LOG.debug("not sent: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("sending", e);
        } finally {
            outgoing.afterwards.run();
        }
    }
}
