package dev.parley.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PeerRulesTest {
    private static final BootstrapData EMPTY = BootstrapData.empty(new BootstrapConfig(2, 2, 0));

    @Example
    void aFullListTakesNobodyMore() {
        BootstrapData full = joinAll(EMPTY, peer("a", 1), peer("b", 2));
        assertThat(PeerRules.join(full, peer("c", 0))).isSameAs(full);
        assertThat(PeerRules.join(full, peer("a", 0))).isSameAs(full);
    }

    @Example
    void joiningAgainUpdatesTheOwnEntryInItsPlace() {
        BootstrapData room = PeerRules.configure(joinAll(EMPTY, peer("a", 1), peer("b", 2)), 3, 2);
        BootstrapData again = PeerRules.join(room, peer("a", 9));
        assertThat(again.peers().values()).containsExactly(peer("a", 9), peer("b", 2));
        assertThat(again.config().numPeers()).isEqualTo(2);
        assertThat(PeerRules.join(again, peer("a", 9))).isSameAs(again);
    }

    @Example
    void refillTakesAFreePlace() {
        BootstrapData room = joinAll(EMPTY, peer("a", 1));
        assertThat(PeerRules.refill(room, peer("b", 99)).peers()).containsOnlyKeys("a", "b");
    }

    @Example
    void refillOfAListedIdChangesNothingFullOrNot() {
        BootstrapData room = joinAll(EMPTY, peer("a", 5));
        assertThat(PeerRules.refill(room, peer("a", 1))).isSameAs(room);
        BootstrapData full = joinAll(room, peer("b", 7));
        assertThat(PeerRules.refill(full, peer("b", 1))).isSameAs(full);
    }

    @Example
    void refillReplacesTheYoungestByAStrictlyOlderOnly() {
        BootstrapData full = joinAll(EMPTY, peer("young", 70), peer("old", 50));
        assertThat(PeerRules.refill(full, peer("c", 69)).peers()).containsOnlyKeys("old", "c");
        assertThat(PeerRules.refill(full, peer("c", 1)).peers()).containsOnlyKeys("old", "c");
        assertThat(PeerRules.refill(full, peer("c", 70))).isSameAs(full);
        assertThat(PeerRules.refill(full, peer("c", 71))).isSameAs(full);
    }

    @Example
    void timestampsCompareAsNumbersNotAsText() {
        BootstrapData full = joinAll(EMPTY, peer("a", 1000), peer("b", 999));
        assertThat(PeerRules.refill(full, peer("c", 99)).peers()).containsOnlyKeys("b", "c");
    }

    @Example
    void aListOfNoPlacesStaysEmpty() {
        BootstrapData none = PeerRules.configure(EMPTY, 0, 0);
        assertThat(PeerRules.join(none, peer("a", 1))).isSameAs(none);
        assertThat(PeerRules.refill(none, peer("a", 1))).isSameAs(none);
    }

    @Example
    void aSmallerMaximumRemovesNobodyAndLetsNobodyIn() {
        BootstrapData room = PeerRules.configure(joinAll(EMPTY, peer("a", 1), peer("b", 2)), 1, 7);
        assertThat(room.config()).isEqualTo(new BootstrapConfig(1, 7, 2));
        assertThat(PeerRules.join(room, peer("c", 3))).isSameAs(room);
        assertThat(PeerRules.refill(room, peer("c", 1)).peers()).containsOnlyKeys("a", "c");
        assertThat(PeerRules.join(PeerRules.leave(room, "a"), peer("c", 3)).peers())
                .containsOnlyKeys("b");
    }

    @Example
    void resetKeepsTheConfiguration() {
        BootstrapData room = joinAll(PeerRules.configure(EMPTY, 9, 4), peer("a", 1), peer("b", 2));
        assertThat(PeerRules.reset(room)).isEqualTo(BootstrapData.empty(new BootstrapConfig(9, 4, 0)));
    }

    @Property(tries = 300)
    void theCountIsRightAndTheMaximumHoldsAfterAnyOperations(
            @ForAll("operations") List<UnaryOperator<BootstrapData>> all) {
        BootstrapData room = EMPTY;
        for (UnaryOperator<BootstrapData> operation : all) {
            BootstrapData next = operation.apply(room);
            assertThat(next.config().numPeers()).isEqualTo(next.peers().size());
            if (next.peers().size() > room.peers().size())
                assertThat(next.peers().size())
                        .isLessThanOrEqualTo(next.config().maxPeers());
            assertThat(operation.apply(room)).as("an operation is a function").isEqualTo(next);
            room = next;
        }
    }

    @Property(tries = 300)
    void everyOperationCanBeRepeatedWithoutHarm(
            @ForAll("operations") List<UnaryOperator<BootstrapData>> before,
            @ForAll("operation") UnaryOperator<BootstrapData> operation) {
        BootstrapData room = EMPTY;
        for (UnaryOperator<BootstrapData> step : before) room = step.apply(room);
        BootstrapData once = operation.apply(room);
        assertThat(operation.apply(once)).isEqualTo(once);
    }

    @Provide
    Arbitrary<List<UnaryOperator<BootstrapData>>> operations() {
        return operation().list().ofMaxSize(30);
    }

    @Provide
    Arbitrary<UnaryOperator<BootstrapData>> operation() {
        Arbitrary<Peer> peers = Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d", "e"),
                        Arbitraries.longs().between(0, 20))
                .as(PeerRulesTest::peer);
        return Arbitraries.oneOf(
                peers.map(peer -> room -> PeerRules.join(room, peer)),
                peers.map(peer -> room -> PeerRules.refill(room, peer)),
                peers.map(peer -> room -> PeerRules.leave(room, peer.id())),
                Arbitraries.integers().between(0, 4).map(max -> room -> PeerRules.configure(room, max, 1)),
                Arbitraries.just(PeerRules::reset));
    }

    private static BootstrapData joinAll(BootstrapData room, Peer... peers) {
        BootstrapData result = room;
        for (Peer peer : peers) result = PeerRules.join(result, peer);
        return result;
    }

    private static Peer peer(String id, long timestamp) {
        return new Peer(id, "n" + id, "127.0.0.1", 7800, "tcp", "", timestamp);
    }
}
