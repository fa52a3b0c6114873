package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapException;
import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.PeerRules;
import dev.parley.bootstrap.server.Room;
import dev.parley.bootstrap.server.StoreException;
import dev.parley.bootstrap.server.testing.ServiceContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Tag("system")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirestorePeerStoreTest extends ServiceContract {
    private FirestoreEmulator emulator;
    private String project;
    private FirestorePeerStore store;
    private FirestorePeerStore other;

    @BeforeAll
    void startEmulator(@TempDir Path directory) throws IOException {
        emulator = FirestoreEmulator.find(directory);
    }

    @BeforeEach
    void open() {
        project = FirestoreEmulator.anyProject();
        store = new FirestorePeerStore(emulator.firestore(project), BootstrapConfig.development());
        other = new FirestorePeerStore(emulator.firestore(project), BootstrapConfig.development());
    }

    @AfterEach
    void close() {
        store.close();
        other.close();
    }

    @AfterAll
    void stopEmulator() {
        if (emulator != null) emulator.close();
    }

    @Override
    protected Response ask(Request request) {
        return new BootstrapHandler(store).handle(request);
    }

    @Test
    void whatOneInstanceHasKeptIsThereForTheOther() throws Exception {
        Room kept = store.update(
                "a/b",
                room -> new Room(
                        PeerRules.join(room.data(), peer("a")),
                        Map.of("a", Instant.parse("2026-11-22T10:11:12.123Z"))));
        assertThat(other.read("a/b")).isEqualTo(kept);
        assertThat(other.rooms()).containsExactly("a/b");
        other.update("a/b", room -> room.with(PeerRules.reset(room.data())));
        assertThat(store.rooms()).isEmpty();
    }

    @Test
    void twoInstancesLoseNobody() throws Exception {
        post("/config", "100000 2");
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Future<Room>> joins = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                FirestorePeerStore instance = i % 2 == 0 ? store : other;
                Peer peer = peer("p" + i);
                joins.add(clients.submit(() ->
                        instance.update("lobby", room -> room.with(PeerRules.join(room.data(), peer)))));
            }
            for (Future<Room> join : joins) join.get(60, TimeUnit.SECONDS);
        } finally {
            clients.shutdownNow();
        }
        assertThat(store.read("lobby").peers()).hasSize(60);
    }

    @Test
    void oneMorePeerThanADocumentHoldsIsRefused() throws Exception {
        post("/config", "100000 2");
        store.update("lobby", room -> {
            Room filled = room;
            for (int i = 0; i < RoomDocument.MAX_PEERS; i++)
                filled = filled.with(PeerRules.join(filled.data(), largePeer(i)));
            return filled;
        });
        assertRefused(507, post("/join", line("one-more", 1)));
        assertThat(other.read("lobby").peers()).hasSize(RoomDocument.MAX_PEERS);
    }

    @Test
    void theFunctionByItsRealInvokerKeepsWhatItIsToldAndNeedsItsToken(@TempDir Path directory) throws Exception {
        Map<String, String> environment = Map.of(
                "FIRESTORE_EMULATOR_HOST", emulator.host(), "GOOGLE_CLOUD_PROJECT", project, "PARLEY_TOKEN", "s3cret");
        try (InvokerProcess invoker = InvokerProcess.start(directory, BootstrapFunction.class, environment)) {
            BootstrapSettings stranger = BootstrapSettings.of(invoker.url());
            BootstrapSettings patient =
                    stranger.withToken("s3cret").withTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(60));
            try (BootstrapClient client = new BootstrapClient(patient)) {
                assertThat(client.join("lobby", peer("a")).peers()).containsOnlyKeys("a");
            }
            try (BootstrapClient client = new BootstrapClient(stranger)) {
                assertThatExceptionOfType(BootstrapException.class)
                        .isThrownBy(() -> client.list("lobby"))
                        .withMessageContaining("token");
            }
        }
        assertThat(store.read("lobby").peers()).containsOnlyKeys("a");
    }

    @Test
    void afterItsEndItRefusesEverything() {
        store.close();
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.read("lobby"));
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.update("lobby", room -> room));
    }

    private static Peer peer(String id) {
        return new Peer(id, "n", "127.0.0.1", 7800, "tcp", "", 1);
    }

    /** Every text as long as it may be, in characters that take three bytes each. */
    private static Peer largePeer(int number) {
        String id = String.format("%04d", number) + "€".repeat(124);
        return new Peer(
                id,
                "€".repeat(64),
                "2001:db8:1111:2222:3333:4444:5555:6666",
                65_535,
                "€".repeat(16),
                "€".repeat(32),
                Long.MAX_VALUE);
    }
}
