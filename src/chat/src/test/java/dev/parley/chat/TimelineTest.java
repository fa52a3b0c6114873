package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {
    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new TestHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static List<String> texts(TestPeer peer, String kind) {
        return peer.session().timeline().latest(Timeline.KEPT).stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(Timeline.Entry::text)
                .toList();
    }

    @Test
    void viewsAreNotedWithWhoCameAndWentAndWhy() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        TestPeer alice = peers.get(0);
        peers.get(1).session().leave();
        house.network().crash(house.group(peers.get(2)));

        await().untilAsserted(() -> assertThat(texts(alice, "view"))
                .containsExactly(
                        "View alice|0 of 1: nobody else is here",
                        "View alice|1 of 2: new are bob",
                        "View alice|2 of 3: new are carol",
                        "View alice|3 of 2: bob has left in order",
                        "View alice|4 of 1: carol was suspected here and is out"));
        assertThat(texts(peers.get(2), "view").get(0)).isEqualTo("View alice|2 of 3: here are alice, bob");
        Timeline.Entry last = alice.session().timeline().latest(1).get(0);
        assertThat(last.details())
                .containsEntry("view", "alice|4")
                .containsEntry("members", List.of("alice"))
                .containsEntry("left", Map.of("carol", "crashed"));
        assertThat(last.time()).isBeforeOrEqualTo(Instant.now());
        await().until(() -> texts(peers.get(1), "view").contains("Out of the group of lobby"));
    }

    @Test
    void aSuspicionIsNotedUnderTheShownName() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        house.network().suspect(house.group(peers.get(0)), house.group(peers.get(1)));
        await().untilAsserted(() ->
                assertThat(texts(peers.get(0), "suspicion")).containsExactly("bob is suspected: it is silent"));
    }

    @Test
    void aMergeIsNotedAsSuch() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        house.network().partition(List.of(house.group(peers.get(0))), List.of(house.group(peers.get(1))));
        await().until(() -> peers.get(0).session().roster().entries().size() == 1);
        house.network().heal();

        await().untilAsserted(() -> assertThat(texts(peers.get(0), "merge"))
                .singleElement()
                .asString()
                .contains("two parts of the group have found together again; new are bob"));
    }

    @Test
    void whatTheBootstrapServiceDoesIsNoted() throws Exception {
        house.stopService();
        TestPeer alice = house.joined("alice").get(0);

        await().untilAsserted(() -> assertThat(texts(alice, "service"))
                .anySatisfy(text -> assertThat(text).contains("asked again while you are alone")));
    }

    @Test
    void eventsAreToldInTheirOrderAndOnlyTheLatestAreKept() throws Exception {
        TestPeer alice = house.peer("alice");
        Timeline timeline = alice.session().timeline();
        for (int i = 1; i <= Timeline.KEPT + 1; i++) timeline.add("test", "number " + i, Map.of("number", i));

        assertThat(timeline.latest(5_000)).hasSize(Timeline.KEPT);
        assertThat(timeline.latest(2)).extracting(Timeline.Entry::text).containsExactly("number 1000", "number 1001");
        await().until(() -> alice.events.size() == Timeline.KEPT + 1);
        assertThat(alice.events.get(0).details()).isEqualTo(Map.of("number", 1));
        assertThat(alice.events.get(Timeline.KEPT).text()).isEqualTo("number 1001");
    }
}
