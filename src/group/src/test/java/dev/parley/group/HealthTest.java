package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.group.HealthWatch.Memory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jgroups.jmx.ResourceDMBean;
import org.jgroups.protocols.DISCARD;
import org.jgroups.stack.Protocol;
import org.jgroups.stack.ProtocolStack;
import org.junit.jupiter.api.Test;

class HealthTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static HealthWatch watch(JGroupsGroup group) {
        HealthWatch watch = new HealthWatch(
                group.channel(),
                group.sending(),
                new Memory(Duration.ofMillis(200), Duration.ofSeconds(2), Duration.ofSeconds(3)));
        watch.start();
        return watch;
    }

    private static double points(Health health, String part) {
        return health.parts().stream()
                .filter(one -> one.name().equals(part))
                .mapToDouble(Health.Part::points)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theScoreOfAQuietGroupIsNothingAndSaysWhatItIsMadeOf() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(ben.health().score()).isLessThan(1));
            assertThat(ben.health().parts())
                    .extracting(Health.Part::name)
                    .containsExactly(
                            "round trip",
                            "messages asked for again",
                            "messages sent again",
                            "messages dropped",
                            "time held back",
                            "times held back",
                            "messages missing",
                            "messages unconfirmed",
                            "suspicions",
                            "merges");
            assertThat(ben.health().score())
                    .isEqualTo(ben.health().parts().stream()
                            .mapToDouble(Health.Part::points)
                            .sum());
        }
    }

    @Test
    void theReadingsAreThoseThatTheToolsOfJGroupsFind() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
            for (int i = 0; i < 100; i++) ann.multicast(new byte[10]);

            Vitals vitals = new Vitals(ann.channel());
            assertThat(vitals.read()).hasSizeGreaterThan(5);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(vitals.read()).isEqualTo(readByTools(ann)));
        }
    }

    private static Map<String, Double> readByTools(JGroupsGroup group) {
        Map<String, Double> sums = new HashMap<>();
        for (Protocol protocol : group.channel().getProtocolStack().getProtocols()) {
            ResourceDMBean bean = new ResourceDMBean(protocol);
            bean.forAllAttributes((attribute, entry) -> {
                String name = attribute.substring(attribute.lastIndexOf('.') + 1);
                if (Vitals.READ.contains(name))
                    sums.merge(name, ((Number) bean.getAttribute(attribute)).doubleValue(), Double::sum);
            });
        }
        return sums;
    }

    @Test
    void lossRaisesTheScoreWhichFallsBackOnceItIsOver() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
            HealthWatch watch = watch(ben);
            DISCARD losses = lose(ben, 0.3);

            await().atMost(PATIENCE).until(() -> {
                for (int i = 0; i < 20; i++) ann.multicast(new byte[10]);
                return points(watch.health(), "messages asked for again") > 2;
            });

            losses.setUpDiscardRate(0);
            await().atMost(PATIENCE).until(() -> watch.health().score() < 1);
        }
    }

    @Test
    void aReceiverThatDoesNotKeepUpRaisesTheScoreOfWhoSends() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.create("ben", new WaitingRecorder(go), ann);
            ben.connect();
            loopback.awaitSize(2, ann, ben);
            HealthWatch watch = watch(ann);

            CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> flood(ann));
            await().atMost(PATIENCE).until(() -> watch.health().score() > 2);
            go.countDown();
            flood.join();

            await().atMost(PATIENCE).until(() -> watch.health().score() < 1);
        } finally {
            go.countDown();
        }
    }

    private static DISCARD lose(JGroupsGroup group, double share) throws Exception {
        DISCARD losses = new DISCARD();
        losses.setUpDiscardRate(share);
        group.channel().getProtocolStack().insertProtocol(losses, ProtocolStack.Position.ABOVE, Lookout.class);
        losses.setAddress(group.channel().getAddress());
        losses.init();
        return losses;
    }

    /** Four times what flow control allows at once. */
    private static void flood(JGroupsGroup sender) {
        try {
            for (int i = 0; i < 80; i++) sender.multicast(new byte[50_000]);
        } catch (GroupException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes no message in before it is told to. */
    private static final class WaitingRecorder extends Recorder {
        private final CountDownLatch go;

        WaitingRecorder(CountDownLatch go) {
            this.go = go;
        }

        @Override
        public void messagesReceived(GroupEvent.MessagesReceived event) {
            try {
                go.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            super.messagesReceived(event);
        }
    }
}
