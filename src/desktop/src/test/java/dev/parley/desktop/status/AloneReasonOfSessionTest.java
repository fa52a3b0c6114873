package dev.parley.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.chat.LocalBootstrap;
import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.chat.Session;
import dev.parley.chat.SessionSettings;
import dev.parley.group.StackFile;
import dev.parley.group.testing.FakeNetwork;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AloneReasonOfSessionTest {
    @TempDir
    private Path folder;

    @Test
    void aSessionIsAskedForWhatItKnowsAndItsServiceForWhatItKnowsNow() throws Exception {
        BootstrapServer server = BootstrapServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new BootstrapHandler(new MemoryPeerStore(BootstrapConfig.development())));
        try (server;
                FakeNetwork network = new FakeNetwork()) {
            Session ann = session(network, server.url());
            try {
                assertThat(AloneReason.of(ann).text())
                        .isEqualTo("The service at %s lists nobody else.".formatted(server.url()));
                ann.join(Optional.empty());
                ann.bootstrap().join();
                assertThat(AloneReason.of(ann).text())
                        .isEqualTo("The service at %s lists nobody else.".formatted(server.url()));

                server.close();
                assertThat(AloneReason.of(ann).text())
                        .contains(server.url().toString())
                        .doesNotContain("lists");
            } finally {
                ann.close(Duration.ZERO);
            }
        }
    }

    private Session session(FakeNetwork network, URI service) throws Exception {
        SessionSettings settings = new SessionSettings(
                new PeerName("ann"),
                RoomName.LOBBY,
                Optional.of(service),
                StackFile.bundled("tcp"),
                List.of(),
                new SessionSettings.Bind(Optional.empty(), OptionalInt.of(0)),
                folder);
        return new Session(settings, network.factory(), new NoLocalBootstrap());
    }

    /** A machine without a service of its own. */
    private static final class NoLocalBootstrap implements LocalBootstrap {
        @Override
        public Optional<URI> find() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> findOrServe() {
            return Optional.empty();
        }

        @Override
        public boolean serving() {
            return false;
        }

        @Override
        public void close() {}
    }
}
