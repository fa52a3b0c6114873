package dev.parley.chat;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Keys and values that all members of the room share. The last write of a key holds, by the hybrid clock by which the chat is
 * ordered; after partitions, losses and merges all have the same. A newcomer gets it on joining. It belongs to the group, not
 * to the chat: who has left the chat still has it. It lives in memory only, as long as one member does.
 *
 * <p>All methods block; called from command threads.
 */
public final class SharedMap {
    /** How many keys a map ever has, deleted ones included. */
    public static final int MAX_KEYS = 4_096;

    /** The most that a key has, in bytes of UTF-8. */
    public static final int MAX_KEY_BYTES = 256;

    /** The most that a value has, in bytes of UTF-8. */
    public static final int MAX_VALUE_BYTES = 4 * 1024;

    /** What one write takes of the outbox's room. */
    static final int COST = 1 + MAX_VALUE_BYTES / 1024;

    private final SessionLoop loop;
    private final Conversation conversation;
    private final Outbox outbox;

    SharedMap(SessionLoop loop, Conversation conversation, Outbox outbox) {
        this.loop = loop;
        this.conversation = conversation;
        this.outbox = outbox;
    }

    /**
     * What is there under a key.
     *
     * @param author the shown name of the member who wrote it, or what it called itself then if it is gone
     * @param time when it was written, by the clock that orders what is said in the room
     */
    public record Entry(String key, String value, String author, Instant time) {
        public Entry {
            Objects.requireNonNull(key, "key");
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(time, "time");
        }
    }

    /**
     * Writes a value under a key: there and on its way to all members when this returns.
     *
     * @param key 1 to {@link #MAX_KEY_BYTES} bytes without control characters
     * @throws SessionException if this peer is in no group, key or value are no such, or it were one key too many
     */
    public void put(String key, String value) throws SessionException {
        checked(() -> MapEntry.checkValue(value));
        write(key, Optional.of(value));
    }

    /** Deletes a key; tells whether it was there. */
    public boolean remove(String key) throws SessionException {
        boolean there = loop.call(() -> connectedMap().holds(key));
        if (there) write(key, Optional.empty());
        return there;
    }

    /** All that is there, by key. */
    public List<Entry> entries() throws SessionException {
        return loop.call(() -> connectedMap().entries());
    }

    private void write(String key, Optional<String> value) throws SessionException {
        checked(() -> MapEntry.checkKey(key));
        outbox.awaitRoom(COST);
        boolean sent = false;
        try {
            sent = loop.call((Callable<Boolean>) () -> {
                connectedMap().write(key, value);
                return true;
            });
        } finally {
            if (!sent) outbox.releaseRoom(COST);
        }
    }

    private static void checked(Runnable check) throws SessionException {
        try {
            check.run();
        } catch (IllegalArgumentException e) {
            throw new SessionException(e.getMessage(), e);
        }
    }

    private MapTalk connectedMap() throws SessionException {
        conversation.requireView();
        return conversation.map();
    }
}
