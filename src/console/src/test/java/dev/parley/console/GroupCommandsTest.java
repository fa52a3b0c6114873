package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupCommandsTest {
    private static final List<String> ESTABLISHED = List.of(
            "memberlistconfigure",
            "memberlistcreate",
            "bootstrapjoin",
            "memberliststart",
            "memberlistjoin",
            "chatjoin",
            "chatmemberlist",
            "sleep 0.01",
            "msg hello");

    @TempDir
    Path folder;

    private ConsoleHouse house;

    @BeforeEach
    void open() throws IOException {
        house = new ConsoleHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theEstablishedSequenceJoinsTheChatAndSaysHello() throws Exception {
        ConsolePeer alice = house.peer("alice");
        ConsolePeer bob = house.peer("bob");
        Path script = Files.write(folder.resolve("hello.txt"), ESTABLISHED);
        for (ConsolePeer peer : List.of(alice, bob))
            assertThat(peer.lines("execute --strict " + script)).isNotEmpty();
        assertThat(alice.lines("wait message hello")).containsExactly("bob said: hello");
        assertThat(bob.lines("wait message hello")).containsExactly("alice said: hello");
    }

    @Test
    void theEstablishedSequenceAlsoWorksForAPeerThatHasJoined() throws Exception {
        ConsolePeer alice = house.joined("alice", "bob").get(0);
        for (String line : ESTABLISHED) assertThat(alice.run(line)).isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void configurationsAreShownSavedAndLoaded() throws Exception {
        ConsolePeer alice = house.peer("alice");
        assertThat(alice.lines("memberlistconfigure BindPort 7900"))
                .containsExactly("Configured with tcp for room lobby, bind port 7900");
        assertThat(alice.lines("showconfig")).contains("bind port     7900", "TCPPING", "room          lobby");
        assertThat(alice.rows("showconfig").get(0))
                .containsEntry("bindPort", 7900)
                .containsKey("protocols");
        Path saved = folder.resolve("saved stack.xml");
        assertThat(alice.lines("saveconfig \"" + saved + "\"")).containsExactly("Saved as " + saved);
        assertThat(alice.lines("loadconfig \"" + saved + "\"").get(0)).contains(saved.toString());
        assertThat(alice.lines("showconfig")).anyMatch(line -> line.matches("  bind_port +7900"));
        assertThat(alice.error("loadconfig nosuch.xml")).contains("nosuch.xml");
        assertThat(alice.error("saveconfig " + folder.resolve("no/such/folder/x.xml")))
                .contains("cannot be written");
        assertThat(alice.lines("memberlistdelete")).isNotEmpty();
        assertThat(alice.lines("showmemberlist")).contains("channel           none");
    }

    @Test
    void theStepsSayWhoAndWhereThisNodeIs() throws Exception {
        ConsolePeer alice = house.peer("alice");
        assertThat(alice.error("localnode")).contains("memberlistcreate");
        assertThat(alice.lines("memberlistcreate").get(0)).matches("Created alice at 127\\.0\\.0\\.1:\\d+");
        assertThat(alice.lines("localnode").get(0)).matches("alice at 127\\.0\\.0\\.1:\\d+");
        assertThat(alice.rows("localnode").get(0)).containsOnlyKeys("name", "id", "address");
        assertThat(alice.lines("memberliststart").get(0)).matches("Broadcasts run at 127\\.0\\.0\\.1:\\d+");
        assertThat(alice.lines("showmemberlist")).contains("channel           started", "view              none");
        assertThat(alice.lines("memberlistjoin"))
                .containsExactly("Contacted nobody, because nobody was listed", "Nobody else is here yet");
        assertThat(alice.lines("showmemberlist")).contains("channel           connected", "state             alone");
    }

    @Test
    void memberListSaysNameAddressCoordinatorAndSelf() throws Exception {
        ConsolePeer bob = house.joined("alice", "bob").get(1);
        List<Map<String, Object>> rows = bob.rows("memberlist");
        assertThat(rows).allSatisfy(row -> assertThat(row).containsOnlyKeys("name", "address", "coordinator", "self"));
        assertThat(rows.get(0))
                .containsEntry("name", "alice")
                .containsEntry("coordinator", true)
                .containsEntry("self", false);
        assertThat(rows.get(1))
                .containsEntry("name", "bob")
                .containsEntry("coordinator", false)
                .containsEntry("self", true);
        assertThat(bob.lines("memberlist").get(0)).matches("name +address +coordinator +self");
        assertThat(bob.lines("memberlist").get(1)).matches("alice +127\\.0\\.0\\.1:\\d+ +yes");
    }

    @Test
    void joiningThroughAddressesSaysHowManyCouldBeContacted() throws Exception {
        Object address = house.joined("alice").get(0).rows("localnode").get(0).get("address");
        ConsolePeer bob = house.peer("bob");
        bob.run("memberlistcreate");
        assertThat(bob.lines("memberlistjoin localhost:1 " + address))
                .containsExactly(
                        "Contacted 1 of 2: " + address,
                        "127.0.0.1:1 refuses the connection, so nothing runs there any more",
                        "2 members: alice, bob");
        assertThat(bob.rows("memberlistjoin").get(0)).containsOnlyKeys("tried", "contacted", "members", "answers");
        assertThat(bob.error("memberlistjoin nowhere")).contains("host:port");
        assertThat(bob.error("memberlistjoin [::1]:70000")).contains("host:port");
    }

    @Test
    void whoIsAloneIsToldWhoWasTriedHowEachAnsweredAndWhatToDo() throws Exception {
        ConsolePeer alice = house.peer("alice");
        assertThat(alice.error("alone")).isEqualTo("Not in the group: type join.");
        alice.run("memberlistcreate");
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + silent.getLocalPort();
            alice.lines("memberlistjoin 127.0.0.1:1 " + address);
            assertThat(alice.lines("alone"))
                    .containsExactly(
                            "You are alone in lobby.",
                            "127.0.0.1:1 refuses the connection, so nothing runs there any more.",
                            address + " takes the connection and says nothing.",
                            "Check the address that you named: a peer has to be there.");
            assertThat(alice.rows("alone"))
                    .extracting(row -> row.get("address"), row -> row.get("answer"))
                    .containsExactly(tuple("127.0.0.1:1", "refused"), tuple(address, "silent"));
        }

        ConsolePeer bob = house.peer("bob");
        bob.lines("join");
        await().until(() -> bob.rows("bootstraplist").size() == 2);
        assertThat(bob.lines("alone"))
                .hasSize(2)
                .startsWith("You are not alone in lobby: alice, bob.")
                .last()
                .asString()
                .matches("alice 127\\.0\\.0\\.1:\\d+ is in the group\\.");
    }

    @Test
    void whoIsListedAloneIsToldHowOthersFindIt() throws Exception {
        ConsolePeer alice = house.joined("alice").get(0);
        assertThat(alice.lines("alone"))
                .containsExactly(
                        "You are alone in lobby.",
                        "The service at %s lists nobody else.".formatted(house.service()),
                        "Others find you when they start with --bootstrap %s and the same room."
                                .formatted(house.service()));
        assertThat(alice.rows("alone")).isEmpty();
        house.closeService();
        assertThat(alice.lines("alone"))
                .startsWith("You are alone in lobby.")
                .element(1)
                .asString()
                .contains("service");
    }

    @Test
    void leavingUpdatingAndStoppingSaySo() throws Exception {
        List<ConsolePeer> peers = house.joined("alice", "bob", "carol");
        assertThat(peers.get(0).lines("memberlistupdate 5")).containsExactly("Told 2 members");
        assertThat(peers.get(1).lines("memberlistleave 2")).containsExactly("Left the group");
        assertThat(peers.get(2).lines("memberlistshutdown").get(0)).contains("without good-bye");
        assertThat(peers.get(0).lines("wait members 1")).containsExactly("1 member: alice");
        assertThat(peers.get(0).lines("memberlistshutdowntransport").get(0)).contains("transport");
        assertThat(peers.get(1).error("memberlistupdate")).contains("join");
    }

    @Test
    void theBootstrapListIsShownAndChanged() throws Exception {
        ConsolePeer alice = house.peer("alice");
        assertThat(alice.lines("bootstraplistlocal").get(0)).contains("bootstraplist");
        assertThat(alice.lines("bootstraplist").get(0)).startsWith("No peers listed, at most ");
        assertThat(alice.error("bootstrapjoin")).contains("memberlistcreate");
        alice.run("memberlistcreate");
        assertThat(alice.rows("bootstrapjoin"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsOnlyKeys("id", "name", "ip", "port", "protocol", "status", "timestamp")
                        .containsEntry("name", "alice"));
        assertThat(alice.lines("bootstraplistlocal")).hasSize(3);
        assertThat(String.join("\n", alice.lines("bootstrap")))
                .startsWith("{")
                .contains("\"Config\"", "\"maxpeers\"", "\"Peers\"");
        assertThat(alice.rows("bootstrapleave")).isEmpty();
        assertThat(alice.rows("bootstraprefill")).hasSize(1);
        assertThat(alice.rows("bootstrapreset")).isEmpty();
        await().until(() -> alice.rows("bootstraplist").isEmpty());
    }

    @Test
    void theServiceIsChangedByUrlAndByNameWhileInTheGroup() throws Exception {
        ConsolePeer alice = house.joined("alice").get(0);
        await().until(() -> alice.rows("bootstraplist").size() == 1);
        try (MemoryPeerStore store = new MemoryPeerStore(BootstrapConfig.production());
                BootstrapServer other = BootstrapServer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new BootstrapHandler(store))) {
            assertThat(alice.lines("bootstrapuse " + other.url()).get(0)).isEqualTo("1 of at most 3 peers listed");
            assertThat(alice.session().bootstrap().service()).contains(other.url());
            assertThat(alice.lines("events 1").get(0)).contains("The bootstrap service is now " + other.url());

            alice.run("set bootstrap-development " + house.service());
            alice.run("bootstrapuse development");
            assertThat(alice.session().bootstrap().service()).contains(house.service());
            assertThat(store.read("lobby").peers()).isEmpty();

            assertThat(alice.error("bootstrapuse production")).contains("set bootstrap-production URL");
            alice.run("set bootstrap-production " + other.url());
            assertThat(alice.rows("bootstrapuse production")).hasSize(1);
            assertThat(alice.error("bootstrapuse ftp://x")).contains("is not the URL of a bootstrap service");
            assertThat(alice.error("bootstrapuse production /no/such/file")).contains("/no/such/file");
            assertThat(alice.error("bootstrapuse http://127.0.0.1:9")).contains("The service in use stays.");
            alice.run("bootstrapuse http://127.0.0.1:9 --force");
            assertThat(alice.error("bootstraplist")).contains("http://127.0.0.1:9");
            assertThat(alice.rows("memberlist")).hasSize(1);
        }
    }
}
