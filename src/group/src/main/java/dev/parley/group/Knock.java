package dev.parley.group;

import dev.parley.group.Contact.Answer;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jgroups.Version;
import org.jgroups.blocks.cs.Connection;
import org.jgroups.stack.IpAddress;
import org.jgroups.util.ByteArrayDataOutputStream;

/**
 * Finds out what is at an address that did not answer discovery, by what a listener makes of the first bytes: JGroups hangs up
 * on whoever begins otherwise than itself or in another version, and says nothing to whoever begins right. Blocks for two
 * seconds at most; any thread but a group's.
 */
final class Knock {
    private static final int CONNECT_MILLIS = 500;
    /** An acceptor looks at one newcomer at a time, and gives a silent one 300 ms. */
    private static final int PATIENCE_MILLIS = 600;

    private static final byte[] OTHER_GREETING = "GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Those whose greeting differs from this one's only in the number, the likeliest first. */
    private static final List<String> OTHER_VERSIONS =
            List.of("5.4", "5.3", "5.2", "5.1", "5.0", "5.6", "4.2", "4.1", "4.0", "6.0");

    private final InetSocketAddress address;

    Knock(InetSocketAddress address) {
        this.address = address;
    }

    /** How a listener takes a greeting. */
    private enum Reaction {
        WAITS,
        HANGS_UP,
        TALKS
    }

    /** Says the first words to a listener. */
    @FunctionalInterface
    private interface Greeting {
        void say(Socket to) throws IOException;
    }

    /** What is there; {@link Answer#OTHER_STACK} stands for any JGroups of this version, whatever it is a member of. */
    Contact answer() {
        try {
            Reaction toOurs = reactionTo(socket -> greet(socket, Version.version));
            Reaction toAnother = reactionTo(socket -> socket.getOutputStream().write(OTHER_GREETING));
            if (toOurs == Reaction.TALKS || toAnother == Reaction.TALKS) return found(Answer.OTHER_PROGRAM, "");
            if (toAnother == Reaction.WAITS)
                return found(toOurs == Reaction.WAITS ? Answer.SILENT : Answer.OTHER_PROGRAM, "");
            return toOurs == Reaction.WAITS ? found(Answer.OTHER_STACK, "") : otherVersion();
        } catch (ConnectException e) {
            return found(Answer.REFUSED, "");
        } catch (IOException e) {
            return found(Answer.UNREACHABLE, "");
        }
    }

    private Contact otherVersion() throws IOException {
        for (String version : OTHER_VERSIONS) {
            short number = Version.parse(version + ".0");
            if (reactionTo(socket -> greet(socket, number)) == Reaction.WAITS)
                return found(Answer.OTHER_VERSION, "JGroups " + version);
        }
        return found(Answer.OTHER_PROGRAM, "");
    }

    private Contact found(Answer answer, String detail) {
        return new Contact(address, answer, detail);
    }

    private Reaction reactionTo(Greeting greeting) throws IOException {
        try (Socket socket = connect(address)) {
            try {
                greeting.say(socket);
                return socket.getInputStream().read() < 0 ? Reaction.HANGS_UP : Reaction.TALKS;
            } catch (SocketTimeoutException e) {
                sayGoodbye(socket);
                return Reaction.WAITS;
            } catch (SocketException e) {
                return Reaction.HANGS_UP;
            }
        }
    }

    /** Without this, a JGroups would look for a member whose connection broke. */
    private static void sayGoodbye(Socket socket) throws IOException {
        new DataOutputStream(socket.getOutputStream()).writeInt(Connection.GRACEFUL_CLOSE);
    }

    static Socket connect(InetSocketAddress address) throws IOException {
        Socket socket = new Socket();
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(address, CONNECT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** What JGroups of that version sends first: whom the connection comes from. Nobody is listed under this socket's port. */
    static void greet(Socket socket, short version) throws IOException {
        IpAddress self = new IpAddress(socket.getLocalAddress(), socket.getLocalPort());
        ByteArrayDataOutputStream greeting = new ByteArrayDataOutputStream(64);
        greeting.write(Connection.cookie);
        greeting.writeShort(version);
        greeting.writeShort(self.serializedSize());
        self.writeTo(greeting);
        socket.getOutputStream().write(greeting.buffer(), 0, greeting.position());
    }
}
