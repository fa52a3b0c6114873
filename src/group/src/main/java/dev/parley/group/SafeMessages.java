package dev.parley.group;

import java.io.DataInput;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;
import org.jgroups.Message;
import org.jgroups.MessageFactory;
import org.jgroups.ObjectMessage;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.util.Digest;
import org.jgroups.util.MutableDigest;
import org.jgroups.util.ObjectInputStreamWithClassloader;
import org.jgroups.util.SeqnoList;
import org.jgroups.util.SizeStreamable;

/**
 * Closes JGroups' two ways from bytes of a stranger to objects, for the whole process: Java deserialization, and the
 * message types that carry objects. What stays are bytes, numbers, fragments, and the two kinds of object that JGroups'
 * own protocols send (which numbers to send again, and who has received what).
 */
final class SafeMessages extends MessageFactory {
    private static final String FILTER_PROPERTY = "jgroups.deserialization.filter";
    private static final String REFUSE_EVERYTHING = "!*";

    private SafeMessages() {}

    /**
     * Idempotent. The filter is read once, when JGroups first deserializes anything, so another user of JGroups in this
     * process may have been first.
     *
     * @return what is less than closed, as sentences
     * @throws GroupException if JGroups has already begun to deserialize without a filter
     */
    static synchronized List<String> enforce() throws GroupException {
        String configured = System.getProperty(FILTER_PROPERTY);
        if (configured == null) System.setProperty(FILTER_PROPERTY, REFUSE_EVERYTHING);
        if (!DeserializationFilter.active())
            throw new GroupException("JGroups was used in this process before Parley and deserializes anything; start"
                    + " Java with -D" + FILTER_PROPERTY + "=" + REFUSE_EVERYTHING + ".");
        creators[Message.NIO_MSG] = refusal("NIO");
        creators[Message.COMPOSITE_MSG] = refusal("composite");
        creators[Message.EARLYBATCH_MSG] = refusal("early batch");
        creators[Message.OBJ_MSG] = ProtocolObjectMessage::new;
        return configured == null || configured.equals(REFUSE_EVERYTHING)
                ? List.of()
                : List.of("Java deserialization follows " + FILTER_PROPERTY + "=" + configured
                        + " of this process instead of being closed.");
    }

    private static Supplier<Message> refusal(String type) {
        return () -> {
            throw new IllegalArgumentException("Messages of type " + type + " are refused.");
        };
    }

    /** Lets us look at the filter, which JGroups keeps to its subclasses. */
    private static final class DeserializationFilter extends ObjectInputStreamWithClassloader {
        private DeserializationFilter() throws IOException {
            super((ClassLoader) null);
        }

        static boolean active() {
            return FILTER != null;
        }
    }

    /** An object message that reads only what JGroups' own protocols send, never a class by name. */
    static final class ProtocolObjectMessage extends ObjectMessage {
        private static final List<Class<?>> ACCEPTED = List.of(SeqnoList.class, Digest.class, MutableDigest.class);

        @Override
        public Supplier<Message> create() {
            return ProtocolObjectMessage::new;
        }

        @Override
        public void readPayload(DataInput in) throws IOException, ClassNotFoundException {
            if (in.readByte() == 0) return;
            short number = in.readShort();
            if (ACCEPTED.stream().noneMatch(type -> ClassConfigurator.getMagicNumber(type) == number))
                throw new IOException("An object of type " + number + " is refused.");
            SizeStreamable payload = ClassConfigurator.create(number);
            payload.readFrom(in);
            obj = payload;
        }
    }
}
