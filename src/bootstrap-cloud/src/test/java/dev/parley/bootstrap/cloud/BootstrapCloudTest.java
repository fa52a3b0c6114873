package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapException;
import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapCloudTest {
    private static final int CLIENTS = 8;

    @TempDir
    private Path directory;

    @Test
    @Tag("system")
    void killingAnInstanceLosesNothingAndHoldsUpNobodyAndTheOtherOneStopsInOrder() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (InstanceProcess killed = start(database);
                InstanceProcess other = start(database);
                BootstrapClient toKilled = client(killed);
                BootstrapClient toOther = client(other)) {
            toOther.config("lobby", 100_000, 2);
            killUnderJoins(killed, toKilled, acknowledged);
            toOther.join("lobby", peer("after"));
            other.terminate();
            assertThat(other.awaitExit()).isEqualTo(128 + 15);
            assertThat(other.err()).isEmpty();
            assertThat(other.out()).contains(", database " + database.settings().shown());
        }
        try (PostgresPeerStore store = PostgresPeerStore.open(database.settings(), CloudSettings.defaults())) {
            assertThat(store.read("lobby").peers().keySet()).contains("after").containsAll(acknowledged);
        }
    }

    @Test
    void aWrongEnvironmentIsOneSentenceAndStatus2() throws Exception {
        try (InstanceProcess instance = InstanceProcess.start(directory, Map.of())) {
            assertThat(instance.awaitExit()).isEqualTo(2);
            assertThat(instance.out()).isEmpty();
            assertThat(instance.err()).matches("Set PARLEY_DATABASE_URL to [^\n]+\\.\\R");
        }
    }

    private InstanceProcess start(TestDatabase database) throws Exception {
        Path token = Files.writeString(directory.resolve("token"), "s3cret\n");
        return InstanceProcess.start(
                directory,
                Map.of(
                        "PARLEY_DATABASE_URL", database.settings().url(),
                        "PARLEY_TOKEN_FILE", token.toString(),
                        "PORT", "0"));
    }

    private static BootstrapClient client(InstanceProcess instance) {
        return new BootstrapClient(BootstrapSettings.of(instance.awaitUrl()).withToken("s3cret"));
    }

    private static void killUnderJoins(InstanceProcess instance, BootstrapClient client, Set<String> acknowledged)
            throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                String prefix = "p" + c + "-";
                running.add(clients.submit(() -> joinUntilItFails(client, prefix, acknowledged)));
            }
            await().until(() -> acknowledged.size() > 200);
            instance.kill();
            for (Future<?> each : running) each.get(60, TimeUnit.SECONDS);
        } finally {
            clients.shutdownNow();
        }
    }

    private static void joinUntilItFails(BootstrapClient client, String prefix, Set<String> acknowledged) {
        try {
            for (int i = 0; ; i++) {
                client.join("lobby", peer(prefix + i));
                acknowledged.add(prefix + i);
            }
        } catch (BootstrapException e) {
            assertThat(e.getMessage()).contains("/join");
        }
    }

    private static Peer peer(String id) {
        return new Peer(id, "n", "127.0.0.1", 7800, "tcp", "", 1);
    }
}
