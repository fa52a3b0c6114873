package dev.parley.chat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Reads the bytes of one message, and trusts none of the lengths in it. */
final class WireReader {
    private final byte[] bytes;
    private final int end;
    private int at;

    WireReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private WireReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    int octet() throws WireException {
        return bytes[need(1)] & 0xFF;
    }

    long fixed() throws WireException {
        long value = 0;
        for (int i = 0; i < 8; i++) value = value << 8 | octet();
        return value;
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

    /** How many things follow; each takes at least a byte, so that a lying count fails before it costs memory. */
    int count() throws WireException {
        long value = number();
        if (value > Math.max(end - at, MAX_SMALL)) throw new WireException("a count of " + value);
        return (int) value;
    }

    private static final int MAX_SMALL = 10_000;

    UUID uuid() throws WireException {
        return new UUID(fixed(), fixed());
    }

    Stamp stamp() throws WireException {
        long millis = fixed();
        int counter = 0;
        for (int i = 0; i < 4; i++) counter = counter << 8 | octet();
        if (millis < 0) throw new WireException("a clock before 1970");
        return new Stamp(millis, counter);
    }

    WireReader block() throws WireException {
        int length = length();
        int from = need(length);
        return new WireReader(bytes, from, from + length);
    }

    String text() throws WireException {
        int length = length();
        return new String(bytes, need(length), length, StandardCharsets.UTF_8);
    }

    String rest() {
        String text = new String(bytes, at, end - at, StandardCharsets.UTF_8);
        at = end;
        return text;
    }

    void end() throws WireException {
        if (at != end) throw new WireException((end - at) + " bytes too many");
    }

    private int length() throws WireException {
        long length = number();
        if (length > end - at) throw new WireException("a length beyond the end");
        return (int) length;
    }

    private int need(int count) throws WireException {
        if (end - at < count) throw new WireException("too short");
        int from = at;
        at += count;
        return from;
    }
}
