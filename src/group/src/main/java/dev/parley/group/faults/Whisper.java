package dev.parley.group.faults;

import java.io.DataInput;
import java.io.DataOutput;
import java.util.function.Supplier;
import org.jgroups.Header;
import org.jgroups.Message;
import org.jgroups.conf.ClassConfigurator;

/** Marks a message that passes all faults, so that whoever has cut the group in two can also mend it. Immutable. */
public final class Whisper extends Header {
    /** Both the number of this header and that of the protocol that reads it; JGroups' own end before 1,024. */
    public static final short ID = 1_931;

    static {
        ClassConfigurator.addIfAbsent(ID, Whisper.class);
    }

    /** Whether a message is marked so. */
    public static boolean is(Message message) {
        return message.getHeader(ID) != null;
    }

    @Override
    public short getMagicId() {
        return ID;
    }

    @Override
    public Supplier<? extends Header> create() {
        return Whisper::new;
    }

    @Override
    public int serializedSize() {
        return 0;
    }

    @Override
    public void writeTo(DataOutput out) {}

    @Override
    public void readFrom(DataInput in) {}
}
