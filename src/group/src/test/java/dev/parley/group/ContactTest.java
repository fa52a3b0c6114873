package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.group.Contact.Answer;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jgroups.Version;
import org.jgroups.protocols.TCPPING;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a member finds at the addresses of others. */
class ContactTest {
    private static Loopback loopback;
    private static JGroupsGroup ann;

    private final List<Closeable> open = new ArrayList<>();

    @BeforeAll
    static void join() throws Exception {
        loopback = Loopback.withDefaultStack();
        ann = loopback.join("ann");
    }

    @AfterAll
    static void leave() {
        loopback.close();
    }

    @AfterEach
    void close() throws IOException {
        for (Closeable listener : open) listener.close();
    }

    /** What a listener does with whoever connects. */
    @FunctionalInterface
    private interface Manners {
        void meet(Socket caller) throws IOException;
    }

    @Test
    void aMemberOfTheViewIsOne() throws Exception {
        JGroupsGroup ben = loopback.join("ben", ann);

        assertThat(answer(ben.localAddress())).isEqualTo(Answer.MEMBER);
        assertThat(answer(ann.localAddress())).isEqualTo(Answer.MEMBER);
    }

    @Test
    void whereNobodyListensTheConnectionIsRefused() throws Exception {
        InetSocketAddress gone = listener(caller -> {});
        open.get(0).close();

        assertThat(answer(gone)).isEqualTo(Answer.REFUSED);
    }

    @Test
    void whoTakesTheConnectionAndSaysNothingIsSilent() throws Exception {
        assertThat(answer(listener(caller -> {}))).isEqualTo(Answer.SILENT);
    }

    @Test
    void whoTalksOrHangsUpOnEverybodyIsAnotherProgram() throws Exception {
        assertThat(answer(listener(ContactTest::answerAsAWebServer))).isEqualTo(Answer.OTHER_PROGRAM);
        assertThat(answer(listener(
                        caller -> caller.getOutputStream().write("SSH-2.0-x\r\n".getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo(Answer.OTHER_PROGRAM);
        assertThat(answer(listener(Socket::close))).isEqualTo(Answer.OTHER_PROGRAM);
    }

    @Test
    void aMemberOfAnotherRoomIsKnownByItsName() throws Exception {
        try (Group other = JGroupsGroup.FACTORY.create(
                new GroupSettings(
                        "otto", "tea", StackFile.bundled("tcp"), Optional.of(Loopback.ADDRESS), OptionalInt.of(0)),
                new Recorder())) {
            other.connect();

            assertThat(ann.discovery().contact(other.localAddress()))
                    .isEqualTo(new Contact(other.localAddress(), Answer.OTHER_ROOM, "tea"));
            assertThat(other.membership().size()).isEqualTo(1);
        }
    }

    @Test
    void anotherVersionOfJGroupsIsKnownByItsNumber() throws Exception {
        InetSocketAddress older = listener(caller -> answerAsJGroups(caller, 5, 3));

        assertThat(ann.discovery().contact(older)).isEqualTo(new Contact(older, Answer.OTHER_VERSION, "JGroups 5.3"));
    }

    @Test
    void aJGroupsWithoutOurDiscoveryHasAnotherStack() throws Exception {
        try (Loopback others = Loopback.withSlow(Map.of("TCPPING", Map.of("port_range", "0")))) {
            JGroupsGroup deaf = others.create("deaf");
            deaf.connect();
            deaf.channel().getProtocolStack().removeProtocol("TCPPING");

            assertThat(answer(deaf.localAddress())).isEqualTo(Answer.OTHER_STACK);
        }
    }

    @Test
    void whoHasAnsweredDiscoveryAndIsNotInTheViewIsApart() throws Exception {
        try (Loopback apart = Loopback.withDefaultStack()) {
            JGroupsGroup ben = apart.join("ben");
            JGroupsGroup cat = apart.join("cat");
            for (JGroupsGroup one : List.of(ben, cat))
                one.channel().getProtocolStack().removeProtocol("MERGE3");
            cat.discovery().feed(List.of(ben.localAddress()));
            cat.channel()
                    .getProtocolStack()
                    .<TCPPING>findProtocol(TCPPING.class)
                    .findMembers(null, false, null);

            await().untilAsserted(() -> assertThat(
                            cat.discovery().contact(ben.localAddress()).answer())
                    .isEqualTo(Answer.APART));
            assertThat(cat.membership().size()).isEqualTo(1);
        }
    }

    private Answer answer(InetSocketAddress address) {
        return ann.discovery().contact(address).answer();
    }

    private InetSocketAddress listener(Manners manners) throws IOException {
        ServerSocket server = new ServerSocket(0, 50, Loopback.ADDRESS);
        open.add(server);
        Thread thread = new Thread(() -> serve(server, manners), "listener");
        thread.setDaemon(true);
        thread.start();
        return new InetSocketAddress(Loopback.ADDRESS, server.getLocalPort());
    }

    private void serve(ServerSocket server, Manners manners) {
        try {
            while (true) {
                Socket caller = server.accept();
                synchronized (open) {
                    open.add(caller);
                }
                manners.meet(caller);
            }
        } catch (IOException e) {
            // The test has ended.
        }
    }

    private static void answerAsAWebServer(Socket caller) throws IOException {
        Thread one = new Thread(() -> {
            try {
                byte[] request = new byte[64];
                int length = caller.getInputStream().read(request);
                if (new String(request, 0, Math.max(0, length), StandardCharsets.US_ASCII).startsWith("GET "))
                    caller.getOutputStream()
                            .write("HTTP/1.0 404 Not Found\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The caller has hung up.
            }
        });
        one.setDaemon(true);
        one.start();
    }

    /** What JGroups' acceptor does with a greeting. */
    private static void answerAsJGroups(Socket caller, int major, int minor) throws IOException {
        DataInputStream in = new DataInputStream(caller.getInputStream());
        byte[] cookie = new byte[4];
        in.readFully(cookie);
        short version = new String(cookie, StandardCharsets.US_ASCII).equals("bela") ? in.readShort() : 0;
        if (!Version.isBinaryCompatible(version, Version.encode(major, minor, 0))) caller.close();
    }
}
