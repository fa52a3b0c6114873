package dev.parley.chat;

import dev.parley.chat.WireMessage.Burst;
import dev.parley.chat.WireMessage.Said;
import dev.parley.group.Group;
import dev.parley.group.GroupException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Everything this peer sends, in order, by the {@code parley-send} thread or, if that has nothing to do, by a command's: they
 * alone may wait for flow control. What commands send takes permits first, so that a full outbox blocks nobody but the
 * command's thread. Messages for everybody that wait one behind the other travel together.
 */
final class Outbox implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();

    /** What commands may have waiting, as {@link #cost} counts: about 3 MB. */
    static final int PERMITS = 3_072;

    /** A burst of letters that take a byte each stays below what the stack fragments, 60 KB. */
    private static final int BURST_CHARACTERS = 44 * 1024;

    /** What a command's thread sends at most of what others have queued, before it leaves the rest to the sending thread. */
    private static final int MOST_BY_COMMAND = 20;

    /** Guarded by itself. */
    private final Deque<Outgoing> queue = new ArrayDeque<>();

    /** Whether a thread is sending, or is about to. Guarded by the queue. */
    private boolean sending;

    private final Semaphore permits = new Semaphore(PERMITS);
    private final WireCodec codec;
    private final ExecutorService thread = OnDemandThread.named("parley-send");

    Outbox(WireCodec codec) {
        this.codec = codec;
    }

    /**
     * To one member, or to all. When it has been sent, or could not be, its permits are released and {@code afterwards} runs on
     * the sending thread.
     */
    private record Outgoing(
            Group group, Optional<UUID> to, WireMessage message, int permits, Manner manner, Runnable afterwards) {
        Outgoing(Group group, Optional<UUID> to, WireMessage message, int permits) {
            this(group, to, message, permits, Manner.SAID, () -> {});
        }

        /** Whether it may follow another in one burst. */
        boolean follows(Outgoing before) {
            return group == before.group
                    && to.isEmpty()
                    && before.to.isEmpty()
                    && message instanceof Said said
                    && before.message instanceof Said last
                    && said.entry().follows(last.entry());
        }

        int characters() {
            return message instanceof Said said ? said.entry().text().length() : 0;
        }
    }

    private enum Manner {
        SAID,
        /** Past all faults; see {@link dev.parley.group.Faults#whisper}. */
        WHISPERED
    }

    /** How many permits a text takes. */
    static int cost(String text) {
        return 1 + text.length() / 1024;
    }

    /** Waits for room for what a command sends; at most {@link #PERMITS} at once. Command threads only. */
    void awaitRoom(int cost) throws SessionException {
        try {
            permits.acquire(cost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SessionException("Interrupted before the message was sent.", e);
        }
    }

    /** Gives back room that was not needed. */
    void releaseRoom(int cost) {
        permits.release(cost);
    }

    /** Says something on the session thread, which queues it. */
    interface Saying<T> {
        T say() throws SessionException;
    }

    /**
     * Says something, for which there is room, and sends it on this thread if nothing else is being sent: to wake the sending
     * thread takes longer than to send. Command threads only.
     */
    <T> T sendHere(Saying<T> saying) throws SessionException {
        boolean here = beginSending();
        try {
            return saying.say();
        } finally {
            if (here) sendQueued();
        }
    }

    private boolean beginSending() {
        synchronized (queue) {
            if (sending || !queue.isEmpty()) return false;
            sending = true;
            return true;
        }
    }

    private void sendQueued() {
        for (int sent = 0; sent < MOST_BY_COMMAND; sent++) {
            Optional<List<Outgoing>> together = next();
            if (together.isEmpty()) return;
            send(together.get());
        }
        goOnSending();
    }

    /** The first of the queue, and what may travel with it; if there is nothing, nobody is sending any more. */
    private Optional<List<Outgoing>> next() {
        synchronized (queue) {
            sending = !queue.isEmpty();
            return sending ? Optional.of(together()) : Optional.empty();
        }
    }

    private void goOnSending() {
        try {
            thread.execute(this::sendAll);
        } catch (RejectedExecutionException e) {
            LOG.debug("sending has ended", e);
        }
    }

    private void sendAll() {
        for (Optional<List<Outgoing>> next = next(); next.isPresent(); next = next()) send(next.get());
    }

    /** Queues a message for which there is room; sending it frees the room. */
    void sendInRoom(Group group, Optional<UUID> to, WireMessage message, int cost) {
        add(List.of(new Outgoing(group, to, message, cost)));
    }

    /** Queues what was said and for which there is room, all at once; sending it frees the room. */
    void sayInRoom(Group group, Optional<UUID> to, List<LogEntry> entries) {
        List<Outgoing> all = new ArrayList<>(entries.size());
        for (LogEntry entry : entries) all.add(new Outgoing(group, to, new Said(entry), cost(entry.text())));
        add(all);
    }

    void multicast(Group group, WireMessage message) {
        add(List.of(new Outgoing(group, Optional.empty(), message, 0)));
    }

    void send(Group group, UUID to, WireMessage message) {
        add(List.of(new Outgoing(group, Optional.of(to), message, 0)));
    }

    void send(Group group, UUID to, WireMessage message, Runnable afterwards) {
        add(List.of(new Outgoing(group, Optional.of(to), message, 0, Manner.SAID, afterwards)));
    }

    /** To one member that is on another side of a partition, past all faults; it may be lost. */
    void whisper(Group group, UUID to, WireMessage message, Runnable afterwards) {
        add(List.of(new Outgoing(group, Optional.of(to), message, 0, Manner.WHISPERED, afterwards)));
    }

    private void add(List<Outgoing> all) {
        synchronized (queue) {
            queue.addAll(all);
            if (sending) return;
            sending = true;
        }
        goOnSending();
    }

    /** Waits until all that is queued now has been handed to the group. */
    boolean flush(Duration timeout) {
        CountDownLatch sent = new CountDownLatch(1);
        add(List.of(new Outgoing(null, Optional.empty(), null, 0, Manner.SAID, sent::countDown)));
        try {
            return sent.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private List<Outgoing> together() {
        List<Outgoing> together = new ArrayList<>();
        Outgoing last = queue.remove();
        together.add(last);
        int characters = last.characters();
        Outgoing next = queue.peek();
        while (next != null && next.follows(last) && together.size() < Burst.MOST_ENTRIES) {
            characters += next.characters();
            if (characters > BURST_CHARACTERS) break;
            together.add(queue.remove());
            last = next;
            next = queue.peek();
        }
        return together;
    }

    private void send(List<Outgoing> together) {
        Outgoing first = together.get(0);
        try {
            if (first.message == null) return;
            byte[] payload = codec.encode(together.size() == 1 ? first.message : burst(together));
            if (first.manner == Manner.WHISPERED) first.group.faults().whisper(first.to.orElseThrow(), payload);
            else if (first.to.isPresent()) first.group.send(first.to.get(), payload);
            else first.group.multicast(payload);
        } catch (GroupException e) {
            LOG.debug("not sent: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("sending", e);
        } finally {
            permits.release(together.stream().mapToInt(Outgoing::permits).sum());
            together.forEach(sent -> sent.afterwards.run());
        }
    }

    private static Burst burst(List<Outgoing> together) {
        List<LogEntry> entries = new ArrayList<>(together.size());
        for (Outgoing outgoing : together) entries.add(((Said) outgoing.message).entry());
        return new Burst(entries);
    }
}
