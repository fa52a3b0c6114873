package dev.parley.group.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jgroups.Address;
import org.jgroups.Message;
import org.jgroups.protocols.TP;
import org.jgroups.protocols.TpHeader;
import org.jgroups.util.AsciiString;
import org.jgroups.util.ByteArrayDataOutputStream;
import org.jgroups.util.Util;

/** Sends one multicast to some of its receivers only, in the bytes in which the transport would have sent it. Thread-safe. */
final class Directly {
    private static final Logger LOG = LogManager.getLogger(Directly.class);

    private final TP transport;

    Directly(TP transport) {
        this.transport = transport;
    }

    TP transport() {
        return transport;
    }

    byte[] bytes(Message message, Address self) {
        message.putHeaderIfAbsent(transport.getId(), new TpHeader(new AsciiString(transport.getClusterName())));
        if (message.getSrc() == null) message.setSrc(self);
        ByteArrayDataOutputStream out = new ByteArrayDataOutputStream(message.size() + 16);
        try {
            Util.writeMessage(message, out, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Arrays.copyOf(out.buffer(), out.position());
    }

    /** A member that cannot be reached is left to the protocols above, as the transport leaves it. */
    void send(byte[] bytes, Address member, int copies) {
        try {
            for (int copy = 0; copy < copies; copy++) transport.doSend(bytes, 0, bytes.length, member);
        } catch (Exception e) {
            LOG.debug("not sent to {}", member, e);
        }
    }

    /** Who sends to all hears it too, unless it does not want to. */
    void loopBack(Message message, FaultLayer layer) {
        if (message.isFlagSet(Message.TransientFlag.DONT_LOOPBACK)) return;
        Message own = message.copy(true, true);
        transport.getThreadPool().execute(() -> layer.up(own));
    }
}
