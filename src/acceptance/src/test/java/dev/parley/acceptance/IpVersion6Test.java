package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.lab.LabPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Peers that reach each other by IPv6. */
class IpVersion6Test {
    @TempDir
    private Path folder;

    @Tag("system")
    @Test
    void peersOnTheLoopbackOfIpVersion6Talk() throws Exception {
        assumeTrue(hasLoopback(), "This machine has no ::1");
        try (Stage stage = new Stage(folder)) {
            List<LabPeer> peers = stage.group(List.of("ann", "ben"), "--bind-addr", "::1");

            assertThat(peers.get(1).run("msg hello", Stage.PATIENCE).ok()).isTrue();

            peers.get(0).awaitMessage(message -> message.text().equals("hello"), Stage.PATIENCE);
            assertThat(peers.get(0)
                            .awaitState(Stage.PATIENCE, "joined")
                            .address()
                            .orElseThrow())
                    .startsWith("[0:0:0:0:0:0:0:1]:");
            assertThat(stage.service().peers()).allMatch(peer -> peer.ip().equals("0:0:0:0:0:0:0:1"));
        }
    }

    /** Asked of the system, because this JVM has been told to know nothing of it. */
    private static boolean hasLoopback() throws IOException {
        Path addresses = Path.of("/proc/net/if_inet6");
        return Files.exists(addresses) && Files.readString(addresses).contains("00000000000000000000000000000001");
    }
}
