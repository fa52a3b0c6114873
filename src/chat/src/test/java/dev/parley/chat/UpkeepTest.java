package dev.parley.chat;

import static dev.parley.chat.ListedPeers.entry;
import static dev.parley.chat.ListedPeers.unusedPort;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.BootstrapException;
import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpkeepTest {
    private static final String LOBBY = "lobby";

    private TestHouse house;
    private BootstrapClient service;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new TestHouse(folder);
        service = new BootstrapClient(BootstrapSettings.of(house.service().toString()));
    }

    @AfterEach
    void close() {
        service.close();
        house.close();
    }

    private Set<String> listed() throws BootstrapException {
        return service.list(LOBBY).peers().keySet();
    }

    private static String id(TestHouse house, TestPeer peer) {
        return house.group(peer).self().toString();
    }

    @Test
    void membersRegisterAsLongAsThereIsRoom() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        await().until(() -> listed().equals(Set.of(id(house, peers.get(0)), id(house, peers.get(1)))));
    }

    @Test
    void whoQuitsIsOffTheListAtOnceAndAnotherTakesThePlace() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        String bob = id(house, peers.get(1));
        await().until(() -> listed().contains(bob));

        peers.get(1).session().close();

        assertThat(listed()).doesNotContain(bob);
        await().until(() -> listed().contains(id(house, peers.get(2))));
    }

    @Test
    void theCoordinatorThatCrashedIsReplacedOnTheList() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        String alice = id(house, peers.get(0));
        await().until(() -> listed().contains(alice) && listed().size() == 2);

        house.network().crash(house.group(peers.get(0)));

        await().until(() -> listed().equals(Set.of(id(house, peers.get(1)), id(house, peers.get(2)))));
    }

    @Test
    void aPeerThatIsAloneClearsTheListOfTheDeadAndTakesItsPlace() throws Exception {
        try (ServerSocket silent = ListedPeers.silent(0)) {
            service.join(LOBBY, entry("dead", unusedPort()));
            service.join(LOBBY, entry("silent", silent.getLocalPort()));

            TestPeer alice = house.peer("alice");
            alice.session().join(Optional.empty());

            await().until(() -> listed().equals(Set.of(id(house, alice))));
        }
    }

    @Test
    void aPeerThatIsNotAloneRemovesNobodyItHasNotSeenLeave() throws Exception {
        service.join(LOBBY, entry("stranger", 1));
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        await().until(() -> listed().contains(id(house, peers.get(0))));
        peers.get(2).session().close();
        await().until(() -> peers.get(0).session().roster().names().size() == 2);
        assertThat(listed()).contains("stranger");
    }

    @Test
    void whoAppearsOnTheListIsContactedByAPeerThatIsAlone() throws Exception {
        TestPeer alice = house.peer("alice");
        alice.session().join(Optional.empty());
        try (ServerSocket other = ListedPeers.silent(0)) {
            Peer newcomer = entry("newcomer", other.getLocalPort());
            service.join(LOBBY, newcomer);
            await().until(() -> house.group(alice).discovery().fed().contains(newcomer.socketAddress()));
        }
    }

    @Test
    void changingTheServiceLeavesTheOldListJoinsTheNewAndTheGroupStays() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        String alice = id(house, peers.get(0));
        String bob = id(house, peers.get(1));
        await().until(() -> listed().equals(Set.of(alice, bob)));
        String viewBefore = peers.get(0).session().connection().overview().viewId();

        try (MemoryPeerStore store = new MemoryPeerStore(BootstrapConfig.development());
                BootstrapServer other = BootstrapServer.start(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new BootstrapHandler(store))) {
            BootstrapData list = peers.get(0).session().bootstrap().use(ServiceSettings.at(other.url()));

            assertThat(list.peers()).containsOnlyKeys(alice);
            assertThat(listed()).containsExactly(bob);
            assertThat(peers.get(0).session().bootstrap().service()).contains(other.url());
            assertThat(peers.get(0).session().connection().overview().viewId()).isEqualTo(viewBefore);
            peers.get(0).session().close();
            await().until(() -> store.read(LOBBY).peers().isEmpty());
        }
    }

    @Test
    void aServiceThatDoesNotAnswerIsNotChangedToUnlessForced() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        String id = id(house, alice);
        await().until(() -> listed().equals(Set.of(id)));
        URI nobody = URI.create("http://127.0.0.1:" + unusedPort());
        assertThatThrownBy(() -> alice.session().bootstrap().use(ServiceSettings.at(nobody)))
                .isInstanceOf(SessionException.class)
                .hasMessageContaining("The service in use stays.");
        assertThat(alice.session().bootstrap().service()).contains(house.service());
        assertThat(listed()).containsExactly(id);

        alice.session().bootstrap().useUnasked(ServiceSettings.at(nobody));

        assertThat(alice.session().bootstrap().service()).contains(nobody);
        await().untilAsserted(() -> assertThat(listed()).isEmpty());
    }

    @Test
    void aTokenIsNotSentReadableByAllUnlessForced() {
        URI far = URI.create("http://192.0.2.1:8080");
        assertThatThrownBy(() -> new ServiceSettings(Optional.of(far), Optional.of("t"), false))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(new ServiceSettings(Optional.of(far), Optional.of("t"), true)
                        .asking(far)
                        .token())
                .contains("t");
        assertThat(new ServiceSettings(Optional.empty(), Optional.of("t"), false)
                        .asking(house.service())
                        .token())
                .contains("t");
    }
}
