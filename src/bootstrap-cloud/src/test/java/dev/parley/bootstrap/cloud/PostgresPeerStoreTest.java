package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.PeerRules;
import dev.parley.bootstrap.server.Room;
import dev.parley.bootstrap.server.StoreException;
import dev.parley.bootstrap.server.testing.ServiceContract;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresPeerStoreTest extends ServiceContract {
    private TestDatabase database;
    private PostgresPeerStore store;

    @BeforeAll
    void open() throws Exception {
        database = TestDatabase.fresh();
        store = PostgresPeerStore.open(database.settings(), BootstrapConfig.development());
    }

    @BeforeEach
    void empty() throws SQLException {
        database.execute("TRUNCATE parley_room CASCADE");
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Override
    protected Response ask(Request request) {
        return new BootstrapHandler(store).handle(request);
    }

    @Test
    void whatWasAcknowledgedIsThereForWhoeverOpensTheDatabaseNext() throws Exception {
        store.update("lobby", changing(room -> PeerRules.configure(room, 9, 8)));
        Room kept = store.update(
                "lobby",
                room -> new Room(
                        PeerRules.join(
                                room.data(), new Peer("a", "Zoë", "2001:db8::7", 22365, "tcp", "", 1_557_219_910L)),
                        Map.of("a", Instant.parse("2026-11-22T10:11:12.123Z"))));
        try (PostgresPeerStore again = PostgresPeerStore.open(database.settings(), BootstrapConfig.production())) {
            assertThat(again.read("lobby")).isEqualTo(kept);
            assertThat(again.read("lobby").renewed()).containsEntry("a", Instant.parse("2026-11-22T10:11:12.123Z"));
            assertThat(again.read("untouched").data().config()).isEqualTo(BootstrapConfig.production());
            assertThat(again.rooms()).containsExactly("lobby");
        }
    }

    @Test
    void peersKeepTheirOrderWhateverAChangeDoes() throws Exception {
        store.update("lobby", room -> list(room, "a", "b", "c", "d"));
        assertOrder("a", "b", "c", "d");
        store.update("lobby", room -> list(room, "d", "b", "e", "a"));
        assertOrder("d", "b", "e", "a");
        store.update("lobby", room -> list(room, "b", "a", "c"));
        assertOrder("b", "a", "c");
    }

    @Test
    void aRoomThatIsAsNobodyTouchedItTakesNoPlace() throws Exception {
        join("a", 1);
        assertThat(store.rooms()).containsExactly("lobby");
        post("/leave", "a");
        assertThat(store.rooms()).isEmpty();
        join("b", 1);
        assertThat(store.read("lobby").peers()).containsOnlyKeys("b");
    }

    @Test
    void oneMoreRoomThanAThousandIsRefusedAndAnEmptiedOneMakesPlace() throws Exception {
        database.execute(
                "INSERT INTO parley_room" + " SELECT 'r' || n, 7, 7, gen_random_uuid() FROM generate_series(1, 999) n");
        assertThat(ask(new Request("POST", "/join", "room=last", line("a", 1))).status())
                .isEqualTo(200);
        assertRefused(507, ask(new Request("POST", "/join", "room=one-more", line("a", 1))));
        assertThat(ask(new Request("POST", "/leave", "room=one-more", "nobody")).status())
                .isEqualTo(200);
        ask(new Request("POST", "/leave", "room=last", "a"));
        assertThat(ask(new Request("POST", "/join", "room=one-more", line("a", 1)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("system")
    void oneMorePeerThanAHundredThousandIsRefused() throws Exception {
        post("/config", "100000 2");
        join("first", 1);
        database.execute("INSERT INTO parley_peer (room, id, name, ip, port, protocol, status, timestamp)"
                + " SELECT 'lobby', 'p' || n, 'n', '127.0.0.1', 7800, 'tcp', '', n FROM generate_series(2, 100000) n");
        database.execute("UPDATE parley_room SET version = gen_random_uuid()");
        assertThat(store.read("lobby").peers()).hasSize(100_000).containsKey("p100000");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.update("lobby", room -> room.with(with(room, "one-more"))))
                .withMessageContaining("100000 peers already");
        Room after = store.update("lobby", changing(room -> PeerRules.leave(room, "p7")));
        assertThat(after.peers()).hasSize(99_999);
        assertThat(store.update("lobby", room -> room.with(with(room, "last"))).peers())
                .hasSize(100_000);
        assertThat(post("/reset", "").body()).contains("\"numpeers\":0");
    }

    @Test
    void whatAnotherInstanceHasChangedIsSeenAtOnce() throws Exception {
        join("a", 1);
        try (PostgresPeerStore other = PostgresPeerStore.open(database.settings(), BootstrapConfig.development())) {
            assertThat(other.read("lobby").peers()).containsOnlyKeys("a");
            join("b", 1);
            assertThat(other.read("lobby").peers()).containsOnlyKeys("a", "b");
            other.update("lobby", changing(PeerRules::reset));
            assertThat(store.read("lobby").peers()).isEmpty();
            join("c", 1);
            assertThat(other.read("lobby").peers()).containsOnlyKeys("c");
        }
    }

    @Test
    void afterItsEndItRefusesEverything() throws Exception {
        PostgresPeerStore ended = PostgresPeerStore.open(database.settings(), BootstrapConfig.development());
        ended.close();
        ended.close();
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> ended.update("lobby", changing(PeerRules::reset)))
                .withMessage("the service is stopping");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> ended.read("lobby"))
                .withMessage("the service is stopping");
    }

    @Test
    void aDatabaseThatOnlyReadsIsNotHealthy() throws Exception {
        store.check();
        PostgresSettings reading =
                PostgresSettings.of(database.settings().url() + "&options=-c%20default_transaction_read_only=on", 1);
        try (PostgresPeerStore standby = PostgresPeerStore.open(reading, BootstrapConfig.development())) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(standby::check)
                    .withMessageContaining("only reads");
        }
    }

    private void assertOrder(String... ids) throws Exception {
        assertThat(store.read("lobby").peers().keySet()).containsExactly(ids);
        try (PostgresPeerStore other = PostgresPeerStore.open(database.settings(), BootstrapConfig.development())) {
            assertThat(other.read("lobby").peers().keySet()).containsExactly(ids);
        }
    }

    private static UnaryOperator<Room> changing(UnaryOperator<BootstrapData> change) {
        return room -> room.with(change.apply(room.data()));
    }

    private static Room list(Room room, String... ids) {
        Map<String, Peer> peers = new LinkedHashMap<>();
        List.of(ids).forEach(id -> peers.put(id, peer(id)));
        return room.with(room.data().withPeers(peers));
    }

    private static BootstrapData with(Room room, String id) {
        Map<String, Peer> peers = new LinkedHashMap<>(room.peers());
        peers.put(id, peer(id));
        return room.data().withPeers(peers);
    }

    private static Peer peer(String id) {
        return new Peer(id, "n" + id, "127.0.0.1", 7800, "tcp", "", 1);
    }
}
