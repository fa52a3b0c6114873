package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedMapTest {
    private static final byte MAP_WRITTEN = 8;

    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new TestHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Map<String, String> map(TestPeer peer) throws SessionException {
        Map<String, String> map = new HashMap<>();
        peer.session().map().entries().forEach(entry -> map.put(entry.key(), entry.value()));
        return map;
    }

    private static void awaitAll(List<TestPeer> peers, Map<String, String> expected) {
        for (TestPeer peer : peers)
            await().untilAsserted(() -> assertThat(map(peer)).isEqualTo(expected));
    }

    private void split(List<TestPeer> part, List<TestPeer> otherPart) {
        house.network()
                .partition(
                        part.stream().map(house::group).toList(),
                        otherPart.stream().map(house::group).toList());
        for (TestPeer peer : part)
            await().until(() -> peer.session().roster().names().size() == part.size());
        for (TestPeer peer : otherPart)
            await().until(() -> peer.session().roster().names().size() == otherPart.size());
    }

    @Test
    void whatOneWritesAllHaveWithItsAuthorAndTime() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        long before = System.currentTimeMillis();
        peers.get(0).session().map().put("topic", "release on friday");

        awaitAll(peers, Map.of("topic", "release on friday"));
        assertThat(peers.get(1).session().map().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.author()).isEqualTo("alice");
            assertThat(entry.time().toEpochMilli()).isBetween(before, System.currentTimeMillis() + 60_000);
        });
        assertThat(peers.get(1).session().map().entries())
                .isEqualTo(peers.get(2).session().map().entries());
    }

    @Test
    void ofConcurrentWritesTheSameOneHoldsEverywhere() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        List<Thread> writers = peers.stream()
                .map(peer -> new Thread(() -> {
                    for (int i = 0; i < 200; i++)
                        put(peer, "k" + i % 7, peer.session().self() + i);
                }))
                .toList();
        writers.forEach(Thread::start);
        for (Thread writer : writers) writer.join();

        await().untilAsserted(() -> {
            assertThat(map(peers.get(0))).hasSize(7);
            assertThat(map(peers.get(1))).isEqualTo(map(peers.get(0)));
            assertThat(map(peers.get(2))).isEqualTo(map(peers.get(0)));
        });
    }

    private static void put(TestPeer peer, String key, String value) {
        try {
            peer.session().map().put(key, value);
        } catch (SessionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWasWrittenAndDeletedOnBothSidesOfAPartitionIsOneMapAfterIt() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol", "dave");
        put(peers.get(0), "gone", "soon");
        put(peers.get(0), "shared", "before");
        awaitAll(peers, Map.of("gone", "soon", "shared", "before"));

        split(peers.subList(0, 2), peers.subList(2, 4));
        put(peers.get(0), "left", "1");
        put(peers.get(1), "shared", "first");
        put(peers.get(3), "right", "2");
        put(peers.get(2), "shared", "second");
        assertThat(peers.get(2).session().map().remove("gone")).isTrue();
        house.network().heal();

        await().untilAsserted(() -> {
            Map<String, String> one = map(peers.get(0));
            assertThat(one).containsOnlyKeys("left", "right", "shared");
            assertThat(one.get("shared")).isIn("first", "second");
            for (TestPeer peer : peers) assertThat(map(peer)).isEqualTo(one);
        });
    }

    @Test
    void aNewcomerGetsTheWholeMap() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < 100; i++) {
            String value = i + "x".repeat(2_000);
            put(peers.get(i % 2), "key" + i, value);
            all.put("key" + i, value);
        }
        TestPeer carol = house.peer("carol");
        carol.session().join(Optional.empty());

        awaitAll(List.of(carol), all);
    }

    @Test
    void whatWasDeletedStaysDeletedWhenAMemberComesBackWithIt() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        TestPeer carol = peers.get(2);
        put(carol, "topic", "old");
        awaitAll(peers, Map.of("topic", "old"));

        carol.session().join(Optional.of(new RoomName("kitchen")));
        assertThat(map(carol)).isEmpty();
        await().until(() -> peers.get(0).session().roster().names().size() == 2);
        assertThat(peers.get(0).session().map().remove("topic")).isTrue();
        awaitAll(peers.subList(0, 2), Map.of());
        carol.session().join(Optional.of(RoomName.LOBBY));

        put(peers.get(1), "done", "yes");
        awaitAll(peers, Map.of("done", "yes"));
        assertThat(peers.get(0).session().map().remove("topic")).isFalse();
    }

    @Test
    void whoComesBackBringsWhatOnlyItHas() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        put(peers.get(1), "kept", "by bob");
        awaitAll(peers, Map.of("kept", "by bob"));
        peers.get(1).session().join(Optional.of(new RoomName("kitchen")));
        peers.get(0).session().close(Duration.ofSeconds(5));
        TestPeer carol = house.peer("carol");
        carol.session().join(Optional.empty());
        put(carol, "new", "by carol");

        peers.get(1).session().join(Optional.of(RoomName.LOBBY));
        awaitAll(List.of(carol, peers.get(1)), Map.of("kept", "by bob", "new", "by carol"));
    }

    @Test
    void aLostMulticastIsMadeUpForAfterTheNextDeparture() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        var bob = house.group(peers.get(1)).self();
        house.network().lose((from, to, payload) -> to.equals(bob) && payload[1] == MAP_WRITTEN);
        put(peers.get(0), "topic", "unheard");
        awaitAll(List.of(peers.get(2)), Map.of("topic", "unheard"));
        house.network().settle();
        assertThat(map(peers.get(1))).isEmpty();

        peers.get(2).session().leave();
        awaitAll(peers.subList(0, 2), Map.of("topic", "unheard"));
    }

    @Test
    void theMapBelongsToTheGroupAndNotToTheChat() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        peers.get(1).session().chat().leave();
        put(peers.get(1), "by", "bob");
        put(peers.get(0), "for", "bob");
        awaitAll(peers, Map.of("by", "bob", "for", "bob"));
    }

    @Test
    void theLastToLeaveTakesTheMapAlong() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        put(alice, "topic", "mine");
        alice.session().close();
        TestPeer bob = house.peer("bob");
        bob.session().join(Optional.empty());
        assertThat(map(bob)).isEmpty();
        assertThatThrownBy(() -> alice.session().map().entries()).isInstanceOf(SessionException.class);
    }

    @Test
    void aKeyTooManyIsRefusedAndADeletedOneIsNot() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        for (int i = 0; i < SharedMap.MAX_KEYS; i++) put(alice, "key" + i, "v");
        assertThatThrownBy(() -> alice.session().map().put("one more", "v"))
                .isInstanceOf(SessionException.class)
                .hasMessageContaining("4,096");
        assertThat(alice.session().map().remove("key7")).isTrue();
        assertThatThrownBy(() -> alice.session().map().put("one more", "v")).isInstanceOf(SessionException.class);
        put(alice, "key7", "again");
        assertThat(map(alice)).hasSize(SharedMap.MAX_KEYS).containsEntry("key7", "again");
    }

    @Test
    void whatIsNoKeyOrNoValueIsRefusedWithASentence() throws Exception {
        TestPeer alice = house.peer("alice");
        assertThatThrownBy(() -> alice.session().map().put("k", "v")).hasMessageContaining("type join");
        alice.session().join(Optional.empty());
        SharedMap map = alice.session().map();
        assertThatThrownBy(() -> map.put("", "v")).hasMessageContaining("1 to 256 bytes");
        assertThatThrownBy(() -> map.put("é".repeat(129), "v")).hasMessageContaining("1 to 256 bytes");
        assertThatThrownBy(() -> map.put("a\tb", "v")).hasMessageContaining("control");
        assertThatThrownBy(() -> map.put("k", "é".repeat(2_049))).hasMessageContaining("4,098");
        map.put("é".repeat(128), "é".repeat(2_048));
        assertThat(map.entries()).hasSize(1);
    }
}
