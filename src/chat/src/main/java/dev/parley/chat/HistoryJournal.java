package dev.parley.chat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * A file of entries that are not in their database yet: a magic word, then one record for each {@link #write}: the length
 * of its bytes, their CRC-32C, and they. A write is one call of the system, so that what was written survives a kill of the
 * process; a record that a power loss has torn ends the file. Confined to the session thread.
 */
final class HistoryJournal implements AutoCloseable {
    private static final byte[] MAGIC = "PARLEYJ1".getBytes(StandardCharsets.US_ASCII);

    private static final int RECORD_HEAD = 2 * Integer.BYTES;

    /** The smallest entry: kind, author, incarnation, number, clock, two times, name, no recipient, length of the text. */
    private static final int SMALLEST = 26;

    /** A kind is written as its place here. */
    private static final List<ChatMessage.Kind> KINDS =
            List.of(ChatMessage.Kind.TEXT, ChatMessage.Kind.ACTION, ChatMessage.Kind.DIRECT);

    private final RandomAccessFile file;

    private HistoryJournal(RandomAccessFile file) {
        this.file = file;
    }

    /** Opens the file, or makes it; {@link #read} tells what is in it. */
    static HistoryJournal open(Path path) throws IOException {
        // Not a channel: that would be closed by an interruption of the thread that writes.
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        try {
            byte[] magic = new byte[MAGIC.length];
            if (file.length() < magic.length) begin(file);
            else {
                file.readFully(magic);
                if (!Arrays.equals(magic, MAGIC)) begin(file);
            }
            return new HistoryJournal(file);
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private static void begin(RandomAccessFile file) throws IOException {
        file.setLength(0);
        file.seek(0);
        file.write(MAGIC);
    }

    /** The entries of all whole records, in the order in which they were written; what follows those is cut off. */
    List<LogEntry> read() throws IOException {
        List<LogEntry> entries = new ArrayList<>();
        ByteBuffer all = ByteBuffer.wrap(rest());
        int whole = 0;
        while (all.remaining() >= RECORD_HEAD) {
            int length = all.getInt();
            int checksum = all.getInt();
            if (length < 0 || length > all.remaining()) break;
            byte[] record = new byte[length];
            all.get(record);
            if (checksum(record, 0, length) != checksum) break;
            try {
                entries.addAll(decode(record));
            } catch (WireException e) {
                break;
            }
            whole = all.position();
        }
        file.setLength(MAGIC.length + whole);
        file.seek(file.length());
        return entries;
    }

    private byte[] rest() throws IOException {
        file.seek(MAGIC.length);
        byte[] rest = new byte[(int) Math.min(Integer.MAX_VALUE - 8, file.length() - MAGIC.length)];
        file.readFully(rest);
        return rest;
    }

    /** Adds entries, all or none. */
    void write(List<LogEntry> entries) throws IOException {
        byte[] record = encode(entries);
        ByteBuffer.wrap(record)
                .putInt(record.length - RECORD_HEAD)
                .putInt(checksum(record, RECORD_HEAD, record.length - RECORD_HEAD));
        file.write(record);
    }

    /** Forgets all entries. */
    void clear() throws IOException {
        if (file.length() == MAGIC.length) return;
        file.setLength(MAGIC.length);
        file.seek(MAGIC.length);
    }

    private static int checksum(byte[] bytes, int from, int length) {
        CRC32C sum = new CRC32C();
        sum.update(bytes, from, length);
        return (int) sum.getValue();
    }

    private static byte[] encode(List<LogEntry> entries) {
        WireWriter out = new WireWriter(RECORD_HEAD + WireEntries.sizeOf(entries));
        out.fixed(0).number(entries.size());
        for (LogEntry entry : entries) {
            out.octet(KINDS.indexOf(entry.kind()))
                    .uuid(entry.id().author())
                    .number(entry.id().incarnation())
                    .number(entry.id().number())
                    .stamp(entry.clock())
                    .signed(entry.sentMillis())
                    .signed(entry.shownMillis())
                    .text(entry.name())
                    .octet(entry.to().isPresent() ? 1 : 0);
            entry.to().ifPresent(out::text);
            out.text(entry.text());
        }
        return out.bytes();
    }

    private static List<LogEntry> decode(byte[] record) throws WireException {
        WireReader in = new WireReader(record);
        int size = in.small(record.length / SMALLEST);
        List<LogEntry> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            ChatMessage.Kind kind = KINDS.get(in.small(KINDS.size() - 1));
            UUID author = in.uuid();
            MessageId id = new MessageId(author, in.number(), in.number(), kind == ChatMessage.Kind.DIRECT);
            Stamp clock = in.stamp();
            long sentMillis = in.signed();
            long shownMillis = in.signed();
            String name = in.text(Names.MAX_BYTES);
            Optional<String> to = in.octet() == 1 ? Optional.of(in.text(Names.MAX_BYTES)) : Optional.empty();
            entries.add(new LogEntry(id, kind, clock, sentMillis, shownMillis, name, to, in.text(Chat.MAX_TEXT_BYTES)));
        }
        in.end();
        return entries;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
