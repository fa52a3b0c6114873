package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jgroups.protocols.pbcast.GMS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From listening to the first view. */
class ConnectTest {
    @Test
    void whoIsAskedAndFedOnceItListensNeedNotMerge() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.create("ben");
            AtomicInteger asked = new AtomicInteger();

            ben.connect(() -> {
                assertThat(ben.connected()).isFalse();
                assertListens(ben);
                ben.discovery().feed(List.of(ann.localAddress()));
                asked.incrementAndGet();
            });

            loopback.awaitSize(2, ann, ben);
            assertThat(asked).hasValue(1);
            assertThat(loopback.heardBy(ben).views)
                    .extracting(view -> view.membership().size())
                    .containsExactly(2);
        }
    }

    private static void assertListens(Group group) {
        try (Socket socket = new Socket(
                group.localAddress().getAddress(), group.localAddress().getPort())) {
            assertThat(socket.isConnected()).isTrue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void whoHasNobodyToAskWaitsForNobodyAndAsUsualAfterwards() throws Exception {
        try (Loopback loopback = Loopback.withSlow(Map.of("pbcast.GMS", Map.of("join_timeout", "600s")))) {
            JGroupsGroup ann = loopback.join("ann");

            assertThat(ann.membership().size()).isEqualTo(1);
            GMS membership = ann.channel().getProtocolStack().findProtocol(GMS.class);
            assertThat(membership.getJoinTimeout()).isEqualTo(600_000);
        }
    }
}
