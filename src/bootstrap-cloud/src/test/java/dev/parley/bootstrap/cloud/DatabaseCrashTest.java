package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseCrashTest {
    private static final int CLIENTS = 8;

    @TempDir
    private Path directory;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<Response> refusals = ConcurrentHashMap.newKeySet();
    private EmbeddedPostgres server;

    @AfterEach
    void stop() throws IOException {
        stopping.set(true);
        clients.shutdownNow();
        server.close();
    }

    @Test
    void whatWasAcknowledgedSurvivesACrashOfTheDatabaseAndTheServiceGoesOn() throws Exception {
        server = start(0);
        PostgresSettings settings = PostgresSettings.of(server.getJdbcUrl("postgres", "postgres"), 4);
        try (PostgresPeerStore store = PostgresPeerStore.open(settings, new BootstrapConfig(100_000, 2, 0))) {
            BootstrapHandler service = new BootstrapHandler(store);
            List<Future<?>> running = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                String prefix = "p" + c + "-";
                running.add(clients.submit(() -> joinUntilTheEnd(service, prefix)));
            }
            await().until(() -> acknowledged.size() > 200);

            crash();
            await().atMost(Duration.ofSeconds(30)).until(() -> !refusals.isEmpty());
            // The processes that serve connections outlive the one that was killed by a moment.
            await().atMost(Duration.ofSeconds(30)).until(() -> health(service).status() == 503);

            server.close();
            server = start(server.getPort());
            int before = acknowledged.size();
            await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() > before + 200);
            assertThat(health(service).status()).isEqualTo(200);
            stopping.set(true);
            for (Future<?> each : running) each.get(60, TimeUnit.SECONDS);

            assertThat(store.read("lobby").peers().keySet()).containsAll(acknowledged);
            assertThat(refusals).allSatisfy(refusal -> {
                assertThat(refusal.status()).isEqualTo(503);
                assertThat(refusal.body()).matches("error: the service[^\n]* database[^\n]*; try again\n");
            });
        }
    }

    private void joinUntilTheEnd(BootstrapHandler service, String prefix) {
        for (int i = 0; !stopping.get(); i++) {
            Response answer = service.handle(new Request("POST", "/join", "", prefix + i + " n 127.0.0.1 7800 tcp  1"));
            if (answer.status() == 200) acknowledged.add(prefix + i);
            else refusals.add(answer);
        }
    }

    private static Response health(BootstrapHandler service) {
        return service.handle(new Request("GET", "/healthz", "", ""));
    }

    /** What the server had in memory is gone; its files are as a loss of power would leave them, but for the disk's own cache. */
    private void crash() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(directory.resolve("postmaster.pid")).get(0).strip());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private EmbeddedPostgres start(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on")
                .setPort(port)
                .start();
    }
}
