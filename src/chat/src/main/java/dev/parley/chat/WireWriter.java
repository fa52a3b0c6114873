package dev.parley.chat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Builds the bytes of one message. Long texts are put in once all is written, so that their bytes are copied but once. */
final class WireWriter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int USUAL_SIZE = 128;

    /** From so many bytes on a text is long; a shorter one is copied into the buffer. */
    static final int LONG_TEXT = 256;

    private final List<byte[]> longTexts = new ArrayList<>(0);

    /** Before which place of the buffer each long text belongs. */
    private final List<Integer> places = new ArrayList<>(0);

    private byte[] buffer;
    private int length;

    WireWriter() {
        this(USUAL_SIZE);
    }

    /** @param size what the message takes about without its long texts, so that little is copied */
    WireWriter(int size) {
        buffer = new byte[size];
    }

    WireWriter octet(int value) {
        room(1)[length++] = (byte) value;
        return this;
    }

    WireWriter fixed(long value) {
        LONG.set(room(Long.BYTES), length, value);
        length += Long.BYTES;
        return this;
    }

    /** An unsigned LEB128. */
    WireWriter number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            octet((int) (rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        return octet((int) rest);
    }

    /** A signed number, small ones short. */
    WireWriter signed(long value) {
        return number((value << 1) ^ (value >> 63));
    }

    WireWriter uuid(UUID value) {
        return fixed(value.getMostSignificantBits()).fixed(value.getLeastSignificantBits());
    }

    WireWriter stamp(Stamp value) {
        return number(value.millis()).number(Integer.toUnsignedLong(value.counter()));
    }

    /** A text with its length before it. */
    WireWriter text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        if (bytes.length < LONG_TEXT) {
            System.arraycopy(bytes, 0, room(bytes.length), length, bytes.length);
            length += bytes.length;
        } else {
            longTexts.add(bytes);
            places.add(length);
        }
        return this;
    }

    byte[] bytes() {
        if (longTexts.isEmpty()) return length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
        ByteBuffer all = ByteBuffer.allocate(
                length + longTexts.stream().mapToInt(text -> text.length).sum());
        int from = 0;
        for (int i = 0; i < longTexts.size(); i++) {
            int place = places.get(i);
            all.put(buffer, from, place - from).put(longTexts.get(i));
            from = place;
        }
        return all.put(buffer, from, length - from).array();
    }

    private byte[] room(int more) {
        if (length + more > buffer.length) buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        return buffer;
    }
}
