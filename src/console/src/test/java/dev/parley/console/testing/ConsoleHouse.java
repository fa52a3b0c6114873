package dev.parley.console.testing;

import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.chat.HistorySettings;
import dev.parley.chat.LocalBootstrap;
import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.chat.Session;
import dev.parley.chat.SessionSettings;
import dev.parley.group.GroupFactory;
import dev.parley.group.StackFile;
import dev.parley.group.StackFileException;
import dev.parley.group.testing.FakeNetwork;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Consoles over real sessions, on a fake network and a real bootstrap service, all closed together. */
public final class ConsoleHouse implements AutoCloseable {
    private final FakeNetwork network = new FakeNetwork();
    private final List<ConsolePeer> peers = new ArrayList<>();
    private final Path folder;
    private final BootstrapServer server;

    public ConsoleHouse(Path folder) throws IOException {
        this.folder = folder;
        this.server = BootstrapServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new BootstrapHandler(new MemoryPeerStore(BootstrapConfig.development())));
    }

    /** Where the bootstrap service is. */
    public URI service() {
        return server.url();
    }

    /** Ends the bootstrap service. */
    public void closeService() {
        server.close();
    }

    /** A peer that has not done anything yet. */
    public ConsolePeer peer(String name) throws IOException, StackFileException {
        return peer(name, network.factory());
    }

    /** A peer whose groups are made there. */
    public ConsolePeer peer(String name, GroupFactory groups) throws IOException, StackFileException {
        Path own = Files.createDirectories(folder.resolve(name));
        SessionSettings settings = new SessionSettings(
                new PeerName(name),
                RoomName.LOBBY,
                Optional.of(server.url()),
                StackFile.bundled("tcp"),
                List.of(),
                new SessionSettings.Bind(Optional.empty(), OptionalInt.of(0)),
                own,
                HistorySettings.USUAL);
        ConsolePeer peer = new ConsolePeer(new Session(settings, groups, LocalBootstrap.none()), own);
        peers.add(peer);
        return peer;
    }

    /** Another peer with the same folder, as when a program starts again. */
    public ConsolePeer peerOf(Path own) throws IOException, StackFileException {
        return peer(own.getFileName().toString());
    }

    /** Peers that have joined, one after the other, and all see each other in the chat. */
    public List<ConsolePeer> joined(String... names) throws IOException, StackFileException {
        List<ConsolePeer> joined = new ArrayList<>();
        for (String name : names) {
            joined.add(peer(name));
            joined.get(joined.size() - 1).lines("join");
        }
        for (ConsolePeer peer : joined)
            await().until(() -> peer.session().chat().members().size() == names.length);
        return joined;
    }

    @Override
    public void close() {
        for (ConsolePeer peer : peers) {
            peer.console().close();
            peer.session().close(Duration.ZERO);
        }
        network.close();
        server.close();
    }
}
