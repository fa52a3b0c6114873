package dev.parley.group;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.UUID;
import org.jgroups.Address;
import org.jgroups.EmptyMessage;
import org.jgroups.Message;
import org.jgroups.Version;
import org.jgroups.conf.ClassConfigurator;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.util.Bits;
import org.jgroups.util.ByteArray;
import org.jgroups.util.ByteArrayDataInputStream;
import org.jgroups.util.ByteArrayDataOutputStream;
import org.jgroups.util.Util;

/**
 * Asks the failure detector FD_SOCK2 beside a transport which group it belongs to, as a neighbour would; it tells anybody. Blocks
 * for a second or so; any thread but a group's.
 */
final class RoomQuestion {
    private static final short ID = ClassConfigurator.getProtocolId(FD_SOCK2.class);
    private static final int MOST_BYTES = 4_096;
    private static final int LOWEST_PORT = 1_024;
    private static final int PORTS = 65_536;

    private final int offset;
    private final int range;

    /**
     * @param offset from the transport's port to the detector's
     * @param range how many ports further the detector may be
     */
    RoomQuestion(int offset, int range) {
        this.offset = offset;
        this.range = range;
    }

    /** Who is there. */
    record Resident(String group, UUID member) {}

    /** Whose transport is at this address, as far as the detector beside it says. */
    Optional<Resident> ask(InetSocketAddress transport) {
        for (int i = 0; i <= range; i++) {
            int port = (transport.getPort() + offset + i) % PORTS;
            Optional<Resident> resident = askAt(
                    new InetSocketAddress(transport.getAddress(), port < LOWEST_PORT ? port + LOWEST_PORT : port));
            if (resident.isPresent()) return resident;
        }
        return Optional.empty();
    }

    private static Optional<Resident> askAt(InetSocketAddress detector) {
        try (Socket socket = Knock.connect(detector)) {
            Knock.greet(socket, Version.version);
            write(socket, question());
            return answer(read(socket));
        } catch (Exception e) {
            // Whatever else listens there answers otherwise, and that is no answer.
            return Optional.empty();
        }
    }

    private static ByteArray question() throws Exception {
        Message message = new EmptyMessage()
                .setSrc(Members.address(UUID.randomUUID()))
                .putHeader(ID, new FD_SOCK2.FdHeader(FD_SOCK2.FdHeader.CONNECT));
        return FD_SOCK2.messageToBuffer(message);
    }

    private static void write(Socket socket, ByteArray bytes) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.writeInt(bytes.getLength());
        out.write(bytes.getArray(), bytes.getOffset(), bytes.getLength());
        out.flush();
    }

    private static byte[] read(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) throw new IOException("Not the answer of a failure detector");
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }

    private static Optional<Resident> answer(byte[] bytes) throws Exception {
        Message message = new EmptyMessage();
        message.readFrom(new ByteArrayDataInputStream(bytes, 0, bytes.length));
        FD_SOCK2.FdHeader header = message.getHeader(ID);
        if (header == null) return Optional.empty();
        // Only its written form tells what is in it.
        ByteArrayDataOutputStream written = new ByteArrayDataOutputStream(header.serializedSize());
        header.writeTo(written);
        ByteArrayDataInputStream in = new ByteArrayDataInputStream(written.buffer(), 0, written.position());
        if (in.readByte() != FD_SOCK2.FdHeader.CONNECT_RSP || in.readInt() != 0) return Optional.empty();
        String group = Bits.readString(in);
        Address member = Util.readAddress(in);
        return group == null || member == null
                ? Optional.empty()
                : Optional.of(new Resident(group, Members.id(member)));
    }
}
