package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.group.faults.Effect;
import dev.parley.group.faults.Fault;
import dev.parley.group.faults.Fault.Direction;
import dev.parley.group.faults.FaultLayer;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jgroups.stack.Protocol;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every fault on real channels: what happens to messages, and that applications notice nothing but the time it takes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyNetworkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Loopback loopback;
    private JGroupsGroup ann;
    private JGroupsGroup ben;
    private JGroupsGroup cat;
    private int round;

    @BeforeAll
    void meet() throws Exception {
        loopback = Loopback.withSlow(Map.of("FD_ALL3", Map.of("timeout", "100s", "interval", "20s")));
        ann = loopback.join("ann");
        ben = loopback.join("ben", ann);
        cat = loopback.join("cat", ann);
        loopback.awaitSize(3, ann, ben, cat);
    }

    @AfterAll
    void part() {
        loopback.close();
    }

    @AfterEach
    void heal() {
        for (Group each : List.of(ann, ben, cat)) each.faults().heal();
    }

    private static Fault incoming(Effect effect) {
        return new Fault(effect, Direction.IN, Optional.empty(), 1);
    }

    private static Fault outgoing(Effect effect, Group to) {
        return new Fault(effect, Direction.OUT, Optional.of(to.self()), 1);
    }

    private List<String> lines(int many) {
        round++;
        String prefix = "round " + round + " ";
        return IntStream.range(0, many).mapToObj(i -> prefix + i).toList();
    }

    private List<String> heardOf(List<String> sent, Group by) {
        String prefix = "round " + round + " ";
        assertThat(sent).allMatch(text -> text.startsWith(prefix));
        return loopback.heardBy(by).textsFrom(ann.self()).stream()
                .filter(text -> text.startsWith(prefix))
                .toList();
    }

    private void awaitHeard(List<String> sent, Group by) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heardOf(sent, by)).isEqualTo(sent));
    }

    private void saysToAll(List<String> texts) throws GroupException {
        for (String text : texts) ann.multicast(Loopback.bytes(text));
    }

    @Test
    void underEveryFaultAtOnceAllArrivesOnceAndInOrderAndTheRatesAreExact() throws Exception {
        Effect[] effects = {
            new Effect.Drop(0.1),
            new Effect.Corrupt(0.05),
            new Effect.Duplicate(0.2),
            new Effect.Reorder(0.2),
            new Effect.Delay(Duration.ofMillis(5), Duration.ofMillis(5)),
            new Effect.Limit(50_000_000)
        };
        for (Effect effect : effects) {
            ben.faults().make(incoming(effect));
            ann.faults().make(outgoing(effect, ben));
        }
        List<String> texts = lines(3_000);
        saysToAll(texts);
        ann.send(ben.self(), Loopback.bytes("round " + round + " alone"));
        await().atMost(PATIENCE)
                .until(() -> loopback.heardBy(ben).textsFrom(ann.self()).contains("round " + round + " alone"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(heardOf(texts, ben).stream().filter(text -> !text.endsWith("alone")))
                        .containsExactlyElementsOf(texts));
        awaitHeard(texts, cat);

        for (Group each : List.of(ann, ben)) {
            List<Fault.Report> reports = each.faults().reports();
            assertThat(reports).hasSize(effects.length);
            for (Fault.Report report : reports.subList(0, 4)) {
                assertThat(report.seen()).isPositive();
                double rate = rate(report.fault().effect());
                // Each way is exact in whole hundreds; the last hundred of each may be begun only.
                double begun = 3 * 100 * rate;
                assertThat((double) report.hit()).isBetween(report.seen() * rate - begun, report.seen() * rate + begun);
            }
            assertThat(reports.get(4).hit()).isPositive();
        }
    }

    private static double rate(Effect effect) {
        if (effect instanceof Effect.Drop drop) return drop.rate();
        if (effect instanceof Effect.Corrupt corrupt) return corrupt.rate();
        if (effect instanceof Effect.Duplicate duplicate) return duplicate.rate();
        return ((Effect.Reorder) effect).rate();
    }

    @Test
    void whatGoesToOneMemberOnlyIsHitThereOnly() throws Exception {
        ann.faults().make(outgoing(new Effect.Drop(1), ben));
        List<String> texts = lines(50);
        saysToAll(texts);
        awaitHeard(texts, cat);
        assertThat(heardOf(texts, ben)).isEmpty();
        assertThat(ann.faults().reports().get(0).hit()).isGreaterThanOrEqualTo(50);

        ann.faults().heal();
        awaitHeard(texts, ben);
    }

    @Test
    void whatComesFromOneMemberOnlyIsHeldUpAndKeepsItsOrder() throws Exception {
        ben.faults()
                .make(new Fault(
                        new Effect.Delay(Duration.ofMillis(300), Duration.ofMillis(100)),
                        Direction.IN,
                        Optional.of(ann.self()),
                        7));
        List<String> texts = lines(200);
        long start = System.nanoTime();
        saysToAll(texts);
        awaitHeard(texts, ben);
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(200).toNanos());
        cat.send(ben.self(), Loopback.bytes("not held up"));
        await().atMost(PATIENCE)
                .until(() -> loopback.heardBy(ben).textsFrom(cat.self()).contains("not held up"));
    }

    @Test
    void aLimitedLineTakesAsLongAsItsBytesNeed() throws Exception {
        ben.faults().make(incoming(new Effect.Limit(200_000)));
        long start = System.nanoTime();
        ann.send(ben.self(), new byte[50_000]);
        List<String> texts = lines(1);
        ann.send(ben.self(), Loopback.bytes(texts.get(0)));
        awaitHeard(texts, ben);
        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(Duration.ofMillis(250).toNanos());
    }

    @Test
    void aSecondFaultOfAKindOnAWayReplacesTheFirst() throws Exception {
        ben.faults().make(incoming(new Effect.Drop(0.1)));
        ben.faults().make(incoming(new Effect.Drop(0.2)));
        ben.faults().make(outgoing(new Effect.Drop(0.3), cat));
        assertThat(ben.faults().reports())
                .extracting(report -> report.fault().effect())
                .containsExactly(new Effect.Drop(0.2), new Effect.Drop(0.3));
    }

    @Test
    void nothingOfAFaultIsLeftOnceItIsHealedNotEvenUnderLoad() throws Exception {
        List<Protocol> untouched = ben.channel().getProtocolStack().getProtocols();
        WeakReference<FaultLayer> layer = makeAndHealWhileAnnSpeaks();

        assertThat(ben.channel().getProtocolStack().getProtocols()).isEqualTo(untouched);
        assertThat(ben.faults().reports()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("parley-faults");
        await().atMost(PATIENCE).until(() -> {
            System.gc();
            return layer.get() == null;
        });
    }

    private WeakReference<FaultLayer> makeAndHealWhileAnnSpeaks() throws Exception {
        List<String> texts = lines(4_000);
        WeakReference<FaultLayer> layer = new WeakReference<>(null);
        for (int i = 0; i < texts.size(); i++) {
            if (i % 500 == 100) {
                ben.faults().make(incoming(new Effect.Delay(Duration.ofMillis(200), Duration.ofMillis(100))));
                ann.faults().make(outgoing(new Effect.Reorder(0.3), ben));
                layer = new WeakReference<>(ben.channel().getProtocolStack().findProtocol(FaultLayer.class));
                assertThat(layer.get()).isNotNull();
            }
            if (i % 500 == 300)
                for (Group each : List.of(ann, ben)) each.faults().heal();
            ann.multicast(Loopback.bytes(texts.get(i)));
        }
        awaitHeard(texts, ben);
        return layer;
    }

    @Test
    void theThreadForWhatWaitsEndsWhenNothingWaits() throws Exception {
        ben.faults()
                .make(new Fault(
                        new Effect.Delay(Duration.ofMillis(1), Duration.ZERO),
                        Direction.IN,
                        Optional.of(new UUID(1, 1)),
                        1));
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("parley-faults");
    }

    @Test
    void whoCutsItselfOffIsNeitherHeardNorHearsButWhispersAcross() throws Exception {
        ben.faults().partitionFrom(Set.of(ann.self()));
        List<String> texts = lines(20);
        saysToAll(texts);
        ben.multicast(Loopback.bytes("round " + round + " from ben"));
        awaitHeard(texts, cat);
        await().atMost(PATIENCE)
                .until(() -> loopback.heardBy(cat).textsFrom(ben.self()).contains("round " + round + " from ben"));
        assertThat(heardOf(texts, ben)).isEmpty();
        assertThat(loopback.heardBy(ann).textsFrom(ben.self())).doesNotContain("round " + round + " from ben");

        ann.faults().partitionFrom(Set.of(ben.self()));
        ann.faults().whisper(ben.self(), Loopback.bytes("psst"));
        await().atMost(PATIENCE).until(() -> loopback.heardBy(ben).whispers.size() == 1);
        assertThat(loopback.heardBy(ben).whispers.get(0).message().from()).isEqualTo(ann.self());
        ann.faults().whisper(cat.self(), Loopback.bytes("who is not cut off is not whispered to"));

        for (Group each : List.of(ann, ben)) each.faults().heal();
        ben.faults().whisper(ann.self(), Loopback.bytes("mended"));
        await().atMost(PATIENCE).until(() -> loopback.heardBy(ann).whispers.size() == 1);
        awaitHeard(texts, ben);
        assertThat(loopback.heardBy(cat).whispers).isEmpty();
    }

    @Test
    void aFaultNeedsAConnection() throws Exception {
        try (JGroupsGroup dan = loopback.create("dan")) {
            assertThatThrownBy(() -> dan.faults().make(incoming(new Effect.Drop(0.1))))
                    .isInstanceOf(GroupException.class)
                    .hasMessage("Not connected to a group.");
        }
    }
}
