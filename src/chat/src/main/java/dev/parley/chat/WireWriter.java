package dev.parley.chat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/** Builds the bytes of one message. */
final class WireWriter {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int USUAL_SIZE = 128;

    private byte[] buffer;
    private int length;

    WireWriter() {
        this(USUAL_SIZE);
    }

    /** @param size what the message takes about, so that little is copied */
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
        System.arraycopy(bytes, 0, room(bytes.length), length, bytes.length);
        length += bytes.length;
        return this;
    }

    byte[] bytes() {
        return length == buffer.length ? buffer : Arrays.copyOf(buffer, length);
    }

    private byte[] room(int more) {
        if (length + more > buffer.length) buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
        return buffer;
    }
}
