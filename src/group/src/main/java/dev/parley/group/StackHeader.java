package dev.parley.group;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.jgroups.Header;
import org.jgroups.conf.ClassConfigurator;

/** Tells in requests and answers of discovery which stack their sender runs, before anybody joins anybody. Immutable once read. */
public final class StackHeader extends Header {
    private static final short MAGIC = 1_900;
    private static final int MOST_BYTES = 256;

    private long fingerprint;
    private byte[] name = {};

    /** For JGroups, which fills it by {@link #readFrom}. */
    public StackHeader() {}

    StackHeader(StackPrint print) {
        fingerprint = print.fingerprint();
        name = print.name().getBytes(StandardCharsets.UTF_8);
    }

    /** Makes JGroups know this header, once a process. */
    static void register() {
        ClassConfigurator.add(MAGIC, StackHeader.class);
    }

    StackPrint print() {
        return new StackPrint(new String(name, StandardCharsets.UTF_8), fingerprint);
    }

    @Override
    public short getMagicId() {
        return MAGIC;
    }

    @Override
    public Supplier<? extends Header> create() {
        return StackHeader::new;
    }

    @Override
    public int serializedSize() {
        return Long.BYTES + Short.BYTES + name.length;
    }

    @Override
    public void writeTo(DataOutput out) throws IOException {
        out.writeLong(fingerprint);
        out.writeShort(name.length);
        out.write(name);
    }

    @Override
    public void readFrom(DataInput in) throws IOException {
        fingerprint = in.readLong();
        int length = in.readUnsignedShort();
        if (length > MOST_BYTES) throw new IOException("The name of a stack has " + length + " bytes.");
        name = new byte[length];
        in.readFully(name);
    }
}
