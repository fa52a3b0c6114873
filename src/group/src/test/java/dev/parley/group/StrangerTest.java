package dev.parley.group;

import static dev.parley.group.Loopback.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.Message;
import org.jgroups.MessageFactory;
import org.jgroups.ObjectMessage;
import org.jgroups.Version;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.TP;
import org.jgroups.stack.IpAddress;
import org.jgroups.util.ByteArrayDataInputStream;
import org.jgroups.util.ByteArrayDataOutputStream;
import org.jgroups.util.Util;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What somebody can do to a member who only knows its address. The stack has none of the attributes that help. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CARELESS = """
            <config>
                <TCP bind_port="7800" port_range="20"/>
                <TCPPING/>
                <MERGE3 min_interval="1s" max_interval="5s"/>
                <FD_SOCK2/>
                <FD_ALL3/>
                <VERIFY_SUSPECT2/>
                <pbcast.NAKACK2 use_mcast_xmit="false"/>
                <UNICAST3/>
                <pbcast.STABLE/>
                <pbcast.GMS print_local_addr="false" join_timeout="1s" max_join_attempts="1"/>
                <FRAG2 frag_size="60K"/>
            </config>
            """;

    private Loopback loopback;
    private JGroupsGroup ann;
    private JGroupsGroup ben;

    @BeforeAll
    void twoMembers(@TempDir Path directory) throws Exception {
        loopback = new Loopback(StackFile.load(Files.writeString(directory.resolve("careless.xml"), CARELESS)));
        ann = loopback.join("ann");
        ben = loopback.join("ben", ann);
        loopback.awaitSize(2, ann, ben);
    }

    @AfterAll
    void close() {
        loopback.close();
    }

    /** Sets a flag when it is deserialized. */
    static final class Gadget implements Serializable {
        static final AtomicInteger SPRUNG = new AtomicInteger();

        private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
            in.defaultReadObject();
            SPRUNG.incrementAndGet();
        }
    }

    /** A connection as JGroups opens it, which then says whatever it likes. */
    private static final class Stranger implements AutoCloseable {
        private final Socket socket;
        private final DataOutputStream out;

        Stranger(JGroupsGroup target) throws IOException {
            socket = new Socket(
                    target.localAddress().getAddress(), target.localAddress().getPort());
            out = new DataOutputStream(socket.getOutputStream());
            IpAddress self = new IpAddress(Loopback.ADDRESS, socket.getLocalPort());
            out.write(new byte[] {'b', 'e', 'l', 'a'});
            out.writeShort(Version.version);
            out.writeShort(self.serializedSize());
            self.writeTo(out);
            out.flush();
        }

        void send(Message message) throws Exception {
            ByteArrayDataOutputStream bytes = new ByteArrayDataOutputStream(512);
            Util.writeMessage(message, bytes, message.getDest() == null);
            out.writeInt(bytes.position());
            out.write(bytes.buffer(), 0, bytes.position());
            out.flush();
        }

        /** Ends what it says and waits until the other side, which has then parsed all of it, hangs up too. */
        void hangUp() throws IOException {
            try {
                socket.shutdownOutput();
            } catch (SocketException e) {
                // The other side was faster.
                assertThat(socket.isClosed()).isFalse();
            }
            waitForTheEnd();
        }

        void waitForTheEnd() throws IOException {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            try {
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (SocketException e) {
                assertThat(e).hasMessageContaining("reset");
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** Waits until the member has dealt with everything that came before. */
    private void afterwards() throws Exception {
        int before = loopback.heardBy(ann).messageCount.get();
        ben.send(ann.self(), bytes("afterwards"));
        await().atMost(PATIENCE).until(() -> loopback.heardBy(ann).messageCount.get() > before);
    }

    private static Address address(Group group) {
        return Members.address(group.self());
    }

    @Test
    void noObjectOfAStrangerIsEverDeserialized() throws Exception {
        Address nobody = Members.address(UUID.randomUUID());
        for (Address target : new Address[] {address(ann), null})
            try (Stranger stranger = new Stranger(ann)) {
                stranger.send(new ObjectMessage(target, new Gadget()).setSrc(nobody));
                stranger.hangUp();
            }
        assertThat(Gadget.SPRUNG).hasValue(0);
        afterwards();
    }

    @Test
    void javaDeserializationIsClosedForJGroupsAsAWhole() throws Exception {
        byte[] serialized = Util.objectToByteBuffer(new Gadget());
        assertThatThrownBy(() -> Util.objectFromByteBuffer(serialized)).isInstanceOf(InvalidClassException.class);
        assertThat(Gadget.SPRUNG).hasValue(0);
    }

    @Test
    void objectMessagesReadOnlyWhatProtocolsSend() throws Exception {
        ByteArrayDataOutputStream out = new ByteArrayDataOutputStream(64);
        new ObjectMessage(null, new IpAddress(1)).writePayload(out);
        assertThatThrownBy(() -> new SafeMessages.ProtocolObjectMessage()
                        .readPayload(new ByteArrayDataInputStream(out.buffer(), 0, out.position())))
                .isInstanceOf(IOException.class)
                .hasMessageEndingWith("is refused.");
        for (short type : new short[] {Message.NIO_MSG, Message.COMPOSITE_MSG, Message.EARLYBATCH_MSG})
            assertThatThrownBy(() -> MessageFactory.create(type))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("are refused.");
    }

    @Test
    void messagesThatNoMemberSentAreNotDelivered() throws Exception {
        try (Stranger stranger = new Stranger(ann)) {
            Address nobody = Members.address(UUID.randomUUID());
            stranger.send(new BytesMessage(address(ann), bytes("from nobody")).setSrc(nobody));
            stranger.send(new BytesMessage(null, bytes("from nobody to all")).setSrc(nobody));
            stranger.send(new BytesMessage(address(ann), bytes("forged")).setSrc(address(ben)));
            stranger.send(new BytesMessage(null, bytes("forged to all")).setSrc(address(ben)));
            stranger.hangUp();
            afterwards();
            assertThat(loopback.heardBy(ann).texts()).doesNotContain("from nobody", "from nobody to all");
            assertThat(loopback.heardBy(ann).texts()).doesNotContain("forged", "forged to all");
        }
    }

    @Test
    void aMessageThatClaimsAGigabyteEndsItsConnection() throws Exception {
        try (Stranger stranger = new Stranger(ann)) {
            stranger.out.writeInt(1_000_000_000);
            stranger.out.write(new byte[1_000]);
            stranger.out.flush();
            stranger.waitForTheEnd();
        }
        afterwards();
    }

    @Test
    void connectionsThatSayNothingDoNotKeepANewcomerAlone() throws Exception {
        List<Socket> silent = new ArrayList<>();
        try {
            for (int i = 0; i < 3; i++)
                silent.add(new Socket(
                        ann.localAddress().getAddress(), ann.localAddress().getPort()));
            JGroupsGroup newcomer = loopback.join("newcomer", ann);
            assertThat(loopback.heardBy(newcomer).views.get(0).membership().size())
                    .isGreaterThan(1);
            newcomer.close();
        } finally {
            for (Socket socket : silent) socket.close();
        }
        loopback.awaitSize(2, ann, ben);
    }

    @Test
    void diagnosticsAreOff() {
        TP transport = ann.channel().getProtocolStack().getTransport();
        assertThat(transport.getDiagnosticsHandler().isEnabled()).isFalse();
        assertThat(transport.getDiagnosticsHandler().isRunning()).isFalse();
    }

    @Test
    void nothingListensOnOtherAddressesThanTheBindAddress() throws Exception {
        FD_SOCK2 detector = ann.channel().getProtocolStack().findProtocol(FD_SOCK2.class);
        int port = detector.getActualBindPort();
        assertThat(port)
                .isBetween(
                        ann.localAddress().getPort() + 1000 - 65_536,
                        ann.localAddress().getPort() + 1003);
        new Socket(Loopback.ADDRESS, port).close();
        InetAddress other = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        assertThatThrownBy(() -> new Socket(other, port).close()).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> new Socket(other, ann.localAddress().getPort()).close())
                .isInstanceOf(ConnectException.class);
    }
}
