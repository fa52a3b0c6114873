package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.Room;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomDocumentTest {
    @Test
    void aRoomIsReadAsItWasWritten() {
        Map<String, Peer> peers = new LinkedHashMap<>();
        peers.put("z", new Peer("z", "Zoë", "2001:db8::7", 65_535, "tcp", "", Long.MAX_VALUE));
        peers.put("a", new Peer("a", "", "127.0.0.1", 1, "", "0", 0));
        Room room = new Room(
                new BootstrapData(new BootstrapConfig(7, 0, 0), peers),
                Map.of("a", Instant.parse("2026-11-22T10:11:12.123Z")));
        Room read = RoomDocument.read(RoomDocument.write("lobby", room));
        assertThat(read).isEqualTo(room);
        assertThat(read.peers().keySet()).containsExactly("z", "a");
    }

    @Test
    void whatIsNoRoomIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> RoomDocument.read(Map.of("maxpeers", 2L)));
        assertThatIllegalArgumentException().isThrownBy(() -> RoomDocument.read(Map.of("peers", List.of("p"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RoomDocument.read(Map.of("peers", List.of(Map.of("id", "a")))));
    }

    @ParameterizedTest
    @CsvSource({"lobby, room-lobby", "., room-.", "a/b, room-a%2Fb", "__x__, room-__x__", "Zoë, room-Zo%C3%AB"})
    void everyNameOfARoomIsOneThatFirestoreTakes(String room, String id) {
        assertThat(RoomDocument.id(room)).isEqualTo(id);
    }
}
