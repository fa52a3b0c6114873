package dev.parley.chat;

import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.group.Group;
import dev.parley.group.GroupFactory;
import dev.parley.group.StackFile;
import dev.parley.group.testing.FakeNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.awaitility.Awaitility;

/** Sessions in this process on a fake network and a real bootstrap service, all closed together. */
final class TestHouse implements AutoCloseable {
    static {
        // Most of what is waited for happens within milliseconds.
        Awaitility.setDefaultPollDelay(Duration.ZERO);
        Awaitility.setDefaultPollInterval(Duration.ofMillis(5));
    }

    private final FakeNetwork network = new FakeNetwork();
    private final List<TestPeer> peers = new ArrayList<>();
    private final Path folder;
    private final BootstrapServer server;

    TestHouse(Path folder) throws IOException {
        this.folder = folder;
        server = BootstrapServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new BootstrapHandler(new MemoryPeerStore(BootstrapConfig.development())));
    }

    FakeNetwork network() {
        return network;
    }

    URI service() {
        return server.url();
    }

    void stopService() {
        server.close();
    }

    /** A peer that has not done anything yet. */
    TestPeer peer(String name) throws Exception {
        return peer(name, network.factory());
    }

    TestPeer peer(String name, InstantSource clock) throws Exception {
        return peer(name, network.factory(), clock);
    }

    /** A peer with another stack than the others. */
    TestPeer peer(String name, StackFile stack) throws Exception {
        return peer(name, network.factory(), InstantSource.system(), stack);
    }

    TestPeer peer(String name, GroupFactory groups) throws Exception {
        return peer(name, groups, InstantSource.system());
    }

    private TestPeer peer(String name, GroupFactory groups, InstantSource clock) throws Exception {
        return peer(name, groups, clock, StackFile.bundled("tcp"));
    }

    private TestPeer peer(String name, GroupFactory groups, InstantSource clock, StackFile stack) throws Exception {
        Path own = Files.createDirectories(folder.resolve(name));
        SessionSettings settings = new SessionSettings(
                new PeerName(name.replaceAll("@.*", "")),
                RoomName.LOBBY,
                Optional.of(service()),
                stack,
                List.of(),
                new SessionSettings.Bind(Optional.empty(), OptionalInt.of(0)),
                own,
                HistorySettings.USUAL);
        TestPeer peer = new TestPeer(new Session(settings, groups, LocalBootstrap.none(), clock));
        peers.add(peer);
        return peer;
    }

    /** Peers that have joined, one after the other, and all see each other. */
    List<TestPeer> joined(String... names) throws Exception {
        List<TestPeer> joined = new ArrayList<>();
        for (String name : names) {
            TestPeer peer = peer(name);
            peer.session().join(Optional.empty());
            joined.add(peer);
        }
        joined.forEach(
                peer -> await().until(() -> peer.session().chat().members().size() == names.length));
        return joined;
    }

    Group group(TestPeer peer) {
        return peer.session().connection().group().orElseThrow();
    }

    @Override
    public void close() {
        peers.forEach(peer -> peer.session().close(Duration.ZERO));
        network.close();
        server.close();
    }
}
