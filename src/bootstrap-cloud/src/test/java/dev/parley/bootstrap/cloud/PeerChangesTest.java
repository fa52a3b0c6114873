package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.Room;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class PeerChangesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void onlyWhatHasChangedIsWritten() {
        Room before = room(Map.of("b", NOW), peer("a", 1), peer("b", 1), peer("c", 1));
        Room after = room(Map.of("b", NOW), peer("b", 1), peer("c", 2), peer("d", 1));
        assertThat(PeerChanges.between(before, after))
                .isEqualTo(new PeerChanges(List.of("a"), List.of(peer("c", 2), peer("d", 1))));
    }

    @Test
    void aRenewalIsAChange() {
        Room before = room(Map.of("a", NOW), peer("a", 1), peer("b", 1));
        Room after = room(Map.of("a", NOW.plusSeconds(1)), peer("a", 1), peer("b", 1));
        assertThat(PeerChanges.between(before, after)).isEqualTo(new PeerChanges(List.of(), List.of(peer("a", 1))));
    }

    @RepeatedTest(50)
    void theChangesLeadFromAnyRoomToAnyOther(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Room before = anyRoom(random);
        Room after = anyRoom(random);
        PeerChanges changes = PeerChanges.between(before, after);

        Map<String, Peer> rows = new LinkedHashMap<>(before.peers());
        changes.removed().forEach(id -> assertThat(rows.remove(id)).isNotNull());
        changes.put().forEach(peer -> rows.put(peer.id(), peer));
        assertThat(List.copyOf(rows.values()))
                .isEqualTo(List.copyOf(after.peers().values()));
    }

    private static Room anyRoom(Random random) {
        List<Peer> peers = new ArrayList<>();
        for (String id : List.of("a", "b", "c", "d", "e", "f"))
            if (random.nextBoolean()) peers.add(peer(id, random.nextInt(2)));
        if (random.nextInt(3) == 0) Collections.shuffle(peers, random);
        return room(Map.of(), peers.toArray(Peer[]::new));
    }

    private static Room room(Map<String, Instant> renewed, Peer... listed) {
        Map<String, Peer> peers = new LinkedHashMap<>();
        for (Peer peer : listed) peers.put(peer.id(), peer);
        Room untouched = Room.untouched(BootstrapConfig.development());
        return new Room(untouched.data().withPeers(peers), renewed);
    }

    private static Peer peer(String id, long timestamp) {
        return new Peer(id, "n" + id, "127.0.0.1", 7800, "tcp", "", timestamp);
    }
}
