package dev.parley.chat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Messages as bytes in large blocks that are used again and again: as objects they would all outlive a collection or two, so that
 * those take long and the heap grows into all it may have. Whose they are is the caller's to know. Confined to the session thread.
 */
final class PackedEntries {
    /** The bits of a place within a block, and of a size. */
    private static final int BITS = 18;

    private static final int MASK = (1 << BITS) - 1;

    /** Even a text of {@link Chat#MAX_TEXT_BYTES} fits in of which each byte has been replaced by a letter of three. */
    private static final int BLOCK_BYTES = 1 << BITS;

    private static final int CLOCK = Long.BYTES;
    private static final int COUNTER = CLOCK + Long.BYTES;
    private static final int SENT = COUNTER + Integer.BYTES;
    private static final int SHOWN = SENT + Long.BYTES;
    private static final int ACTION = SHOWN + Long.BYTES;
    private static final int TEXTS = ACTION + 1;

    private static final int NONE = -1;

    private final List<Block> blocks = new ArrayList<>();

    /** The numbers of blocks with nothing in them. */
    private final Deque<Integer> free = new ArrayDeque<>();

    /** The block that is being filled, if there is any. */
    private int current = NONE;

    private static final class Block {
        private final ByteBuffer bytes = ByteBuffer.allocate(BLOCK_BYTES);
        private int entries;
    }

    /** Keeps a message; tells its place: the number of the block, where it begins, and how long it is. */
    long put(LogEntry entry) {
        byte[] name = utf8(entry.name());
        byte[] to = utf8(entry.to().orElse(""));
        byte[] text = utf8(entry.text());
        int size = TEXTS + 3 * Integer.BYTES + name.length + to.length + text.length;
        Block block = withRoom(size);
        ByteBuffer out = block.bytes;
        int at = out.position();
        block.entries++;
        out.putLong(entry.id().number())
                .putLong(entry.clock().millis())
                .putInt(entry.clock().counter())
                .putLong(entry.sentMillis())
                .putLong(entry.shownMillis())
                .put((byte) (entry.kind() == ChatMessage.Kind.ACTION ? 1 : 0));
        out.putInt(name.length).put(name);
        out.putInt(entry.to().isPresent() ? to.length : NONE).put(to);
        out.putInt(text.length).put(text);
        return ((long) current << BITS | at) << BITS | size;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Block withRoom(int size) {
        if (current == NONE || blocks.get(current).bytes.remaining() < size) {
            if (current != NONE) freeIfEmpty(current);
            current = free.isEmpty() ? blocks.size() : free.pop();
            if (current == blocks.size()) blocks.add(new Block());
        }
        return blocks.get(current);
    }

    private void freeIfEmpty(int number) {
        Block block = blocks.get(number);
        if (block.entries > 0) return;
        block.bytes.clear();
        free.push(number);
    }

    /** Forgets what is kept there. */
    void remove(long place) {
        int number = blockOf(place);
        blocks.get(number).entries--;
        if (number != current) freeIfEmpty(number);
    }

    /** How many blocks there are, full or empty. */
    int blocks() {
        return blocks.size();
    }

    void clear() {
        blocks.clear();
        free.clear();
        current = NONE;
    }

    private static int blockOf(long place) {
        return (int) (place >>> (2 * BITS));
    }

    private static int startOf(long place) {
        return (int) (place >>> BITS) & MASK;
    }

    /** How many bytes it takes. */
    static int size(long place) {
        return (int) place & MASK;
    }

    private ByteBuffer block(long place) {
        return blocks.get(blockOf(place)).bytes;
    }

    long number(long place) {
        return block(place).getLong(startOf(place));
    }

    Stamp clock(long place) {
        return new Stamp(millis(place), counter(place));
    }

    /** Which of two clocks is behind; as {@link Stamp#compareTo}, with nothing to collect. */
    int compareClocks(long place, PackedEntries others, long other) {
        int byTime = Long.compare(millis(place), others.millis(other));
        return byTime != 0 ? byTime : Integer.compareUnsigned(counter(place), others.counter(other));
    }

    private long millis(long place) {
        return block(place).getLong(startOf(place) + CLOCK);
    }

    private int counter(long place) {
        return block(place).getInt(startOf(place) + COUNTER);
    }

    /** What is kept there, by this author, and said to one or to all. */
    LogEntry get(long place, AuthorRun run, boolean direct) {
        ByteBuffer block = block(place);
        int at = startOf(place);
        ByteBuffer in = block.duplicate().position(at + TEXTS);
        ChatMessage.Kind kind = direct
                ? ChatMessage.Kind.DIRECT
                : block.get(at + ACTION) == 1 ? ChatMessage.Kind.ACTION : ChatMessage.Kind.TEXT;
        String name = text(in).orElseThrow();
        Optional<String> to = text(in);
        return new LogEntry(
                new MessageId(run.author(), run.incarnation(), block.getLong(at), direct),
                kind,
                clock(place),
                block.getLong(at + SENT),
                block.getLong(at + SHOWN),
                name,
                to,
                text(in).orElseThrow());
    }

    private static Optional<String> text(ByteBuffer in) {
        int length = in.getInt();
        if (length == NONE) return Optional.empty();
        byte[] text = new byte[length];
        in.get(text);
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }
}
