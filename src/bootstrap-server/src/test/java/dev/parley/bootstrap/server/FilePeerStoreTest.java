package dev.parley.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.testing.ServiceContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilePeerStoreTest extends ServiceContract {
    @TempDir
    private Path directory;

    private Path file;
    private FilePeerStore store;

    @BeforeEach
    void open() throws StoreException {
        file = directory.resolve("made/on/demand/peers.json");
        store = new FilePeerStore(file, BootstrapConfig.development());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Response ask(Request request) {
        return new BootstrapHandler(store).handle(request);
    }

    @Test
    void whatWasAcknowledgedIsInTheFileBeforeTheStoreIsClosed() throws Exception {
        change("lobby", room -> PeerRules.join(room, peer(1)));
        change("other", room -> PeerRules.configure(room, 9, 8));
        Path copy = Files.copy(file, directory.resolve("copy.json"));
        try (FilePeerStore again = new FilePeerStore(copy, BootstrapConfig.production())) {
            assertThat(again.read("lobby").data())
                    .isEqualTo(PeerRules.join(BootstrapData.empty(BootstrapConfig.development()), peer(1)));
            assertThat(again.read("other").data().config()).isEqualTo(new BootstrapConfig(9, 8, 0));
            assertThat(again.read("untouched").data().config()).isEqualTo(BootstrapConfig.production());
        }
    }

    @Test
    void whenAPeerRenewedSurvivesARestartAndAFileOfBeforeIsRead() throws Exception {
        Instant renewed = Instant.parse("2026-11-25T10:11:12.345Z");
        change("lobby", room -> PeerRules.join(room, peer(1)));
        store.update("lobby", room -> new Room(room.data(), Map.of("p1", renewed)));
        store.close();
        try (FilePeerStore again = new FilePeerStore(file, BootstrapConfig.development())) {
            assertThat(again.read("lobby").renewed()).containsExactly(Map.entry("p1", renewed));
        }
        String today = Files.readString(file);
        Files.writeString(file, today.substring(0, today.indexOf(",\"renewed\"")) + "}");
        try (FilePeerStore again = new FilePeerStore(file, BootstrapConfig.development())) {
            assertThat(again.read("lobby").peers()).containsOnlyKeys("p1");
            assertThat(again.read("lobby").renewed()).isEmpty();
        }
        assertThat(file.resolveSibling("peers.json.damaged")).doesNotExist();
    }

    @Test
    void manyChangesAtOnceShareTheirWrites() throws Exception {
        change("lobby", room -> PeerRules.configure(room, 1_000, 2));
        ExecutorService clients = Executors.newFixedThreadPool(64);
        try {
            List<Future<Room>> joins = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                int n = i;
                joins.add(clients.submit(() -> change("lobby", room -> PeerRules.join(room, peer(n)))));
            }
            for (Future<Room> join : joins) join.get(60, TimeUnit.SECONDS);
        } finally {
            clients.shutdownNow();
        }
        assertThat(store.read("lobby").peers()).hasSize(1_000);
        assertThat(store.writes()).isLessThan(500);
    }

    @Test
    void whoeverOpensTheFileAtAnyMomentFindsOneCompleteState() throws Exception {
        change("lobby", room -> PeerRules.configure(room, 1_000, 2));
        ExecutorService client = Executors.newSingleThreadExecutor();
        try {
            Future<?> joins = client.submit(() -> {
                for (int i = 0; i < 150; i++) assertThat(join("p" + i, i)).hasSize(i + 1);
            });
            while (!joins.isDone())
                assertThat(Files.readString(file))
                        .startsWith("{\"version\":1,\"rooms\":{\"lobby\":{\"Config\":{")
                        .endsWith("}}");
            joins.get();
        } finally {
            client.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "rubbish\u0000",
                "{\"version\":1}",
                "{\"version\":2,\"rooms\":{}}",
                "{\"version\":1,\"rooms\":{}",
                "{\"version\":1,\"rooms\":{}} {}",
                "{\"version\":1,\"rooms\":{},\"renewed\":{\"lobby\":{\"x\":\"y\"}}}",
                "{\"version\":1,\"rooms\":{\"a b\":{\"Config\":{}}}}",
                "{\"version\":1,\"rooms\":{\"lobby\":{\"Config\":{},\"Peers\":{\"x\":{\"ip\":\"::1\"}}}}}"
            })
    void aDamagedFileIsSetAsideAndTheServiceStartsEmpty(String content) throws Exception {
        store.close();
        for (String aside : List.of("peers.json.damaged", "peers.json.damaged-2")) {
            Files.writeString(file, content);
            try (FilePeerStore again = new FilePeerStore(file, BootstrapConfig.development())) {
                assertThat(again.read("lobby").peers()).isEmpty();
                again.update("lobby", room -> room.with(PeerRules.join(room.data(), peer(1))));
            }
            assertThat(file.resolveSibling(aside)).hasContent(content);
        }
        try (FilePeerStore again = new FilePeerStore(file, BootstrapConfig.development())) {
            assertThat(again.read("lobby").peers()).hasSize(1);
        }
    }

    @Test
    void aSecondServiceOnTheSameFileIsRefused() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> new FilePeerStore(file, BootstrapConfig.development()))
                .withMessageContaining("in use by another")
                .withMessageContaining(file.toString());
    }

    @Test
    void aFileThatCannotBeIsOneSentence() throws IOException {
        Path noDirectory = Files.writeString(directory.resolve("plain"), "");
        for (Path path :
                List.of(noDirectory.resolve("peers.json"), Files.createDirectories(directory.resolve("folder"))))
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> new FilePeerStore(path, BootstrapConfig.development()))
                    .withMessageContaining(path.toString())
                    .withMessageEndingWith(".");
    }

    @Test
    void aWriteThatFailsIsToldAndUndoneAndTheNextOneWorks() throws Exception {
        change("lobby", room -> PeerRules.join(room, peer(1)));
        Path obstacle = Files.createDirectory(file.resolveSibling("peers.json.new"));
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> change("lobby", room -> PeerRules.join(room, peer(2))));
        assertThat(store.read("lobby").peers()).containsOnlyKeys("p1");
        assertRefused(503, post("/leave", "p1"));
        assertRefused(503, ask(new Request("GET", "/healthz", "", "")));
        assertThat(peersOf(post("/leave", "nobody"))).containsExactly("p1");
        Files.delete(obstacle);
        assertThat(join("p3", 3)).containsExactly("p1", "p3");
        assertThat(ask(new Request("GET", "/healthz", "", "")).status()).isEqualTo(200);
    }

    @Test
    void aClosedStoreRefusesChangesAndFreesTheFile() throws Exception {
        store.close();
        store.close();
        assertRefused(503, post("/join", line("a", 1)));
        new FilePeerStore(file, BootstrapConfig.development()).close();
    }

    private Room change(String name, UnaryOperator<BootstrapData> change) throws StoreException {
        return store.update(name, room -> room.with(change.apply(room.data())));
    }

    private static Peer peer(int n) {
        return new Peer("p" + n, "name", "127.0.0.1", 7800, "tcp", "", n);
    }
}
