package dev.parley.chat;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reads the bytes of one message, and trusts none of the lengths in it. */
final class WireReader {
    /** Five times what the largest honest message has: the runs in an answer to {@link WireMessage.MarksRequest}. */
    private static final int MOST_THINGS = 5 * Ledger.MOST_RUNS;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private int at;
    private int things;

    WireReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int octet() throws WireException {
        return bytes[need(1)] & 0xFF;
    }

    long fixed() throws WireException {
        return (long) LONG.get(bytes, need(Long.BYTES));
    }

    long number() throws WireException {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = octet();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
        throw new WireException("a number too large");
    }

    long signed() throws WireException {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    /**
     * How many things follow. Each takes at least {@code size} bytes, so that a lying count fails before it costs memory; and
     * a message has a bounded number of them in all, so that many small ones cost little more than their bytes.
     */
    int count(int size) throws WireException {
        int count = small((bytes.length - at) / size);
        things += count;
        if (things > MOST_THINGS) throw new WireException("too many things");
        return count;
    }

    /** A number that is at most {@code most}. */
    int small(int most) throws WireException {
        long value = number();
        if (value > most) throw new WireException("%d where at most %d are possible".formatted(value, most));
        return (int) value;
    }

    UUID uuid() throws WireException {
        return new UUID(fixed(), fixed());
    }

    Stamp stamp() throws WireException {
        long millis = number();
        long counter = number();
        if (millis > HybridClock.LAST.millis() || counter > 0xFFFF_FFFFL)
            throw new WireException("a clock beyond time");
        return new Stamp(millis, (int) counter);
    }

    /** A text of at most so many bytes. */
    String text(int most) throws WireException {
        int length = length();
        if (length > most) throw new WireException("a text of %d bytes".formatted(length));
        return new String(bytes, need(length), length, StandardCharsets.UTF_8);
    }

    void end() throws WireException {
        if (at != bytes.length) throw new WireException((bytes.length - at) + " bytes too many");
    }

    private int length() throws WireException {
        long length = number();
        if (length > bytes.length - at) throw new WireException("a length beyond the end");
        return (int) length;
    }

    private int need(int count) throws WireException {
        if (bytes.length - at < count) throw new WireException("too short");
        int from = at;
        at += count;
        return from;
    }
}
