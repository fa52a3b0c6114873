package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.Room;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoomCacheTest {
    private final RoomCache cache = new RoomCache(10);
    private final UUID version = UUID.randomUUID();

    @Test
    void aRoomIsFoundInItsVersionOnly() {
        cache.put("a", version, room(3));
        assertThat(cache.get("a", version)).contains(room(3));
        assertThat(cache.get("a", UUID.randomUUID())).isEmpty();
        assertThat(cache.get("b", version)).isEmpty();
    }

    @Test
    void whatNobodyHasReadForLongestMakesPlace() {
        cache.put("a", version, room(3));
        cache.put("b", version, room(3));
        assertThat(cache.get("a", version)).isPresent();
        cache.put("c", version, room(3));
        assertThat(cache.get("a", version)).isPresent();
        assertThat(cache.get("b", version)).isEmpty();
        assertThat(cache.get("c", version)).isPresent();
    }

    @Test
    void aRoomThatIsTooLargeIsNotKeptAndOneThatShrinksMakesPlace() {
        cache.put("a", version, room(20));
        assertThat(cache.get("a", version)).isEmpty();
        cache.put("a", version, room(9));
        cache.put("a", version, room(0));
        cache.put("b", version, room(8));
        assertThat(cache.get("a", version)).isPresent();
        assertThat(cache.get("b", version)).isPresent();
    }

    private static Room room(int size) {
        Map<String, Peer> peers = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) peers.put("p" + i, new Peer("p" + i, "n", "127.0.0.1", 7800, "tcp", "", 1));
        Room untouched = Room.untouched(BootstrapConfig.development());
        return untouched.with(untouched.data().withPeers(peers));
    }
}
