package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.testing.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootstrapCloudTest {
    @TempDir
    private Path directory;

    @Test
    @Tag("system")
    void killingAnInstanceLosesNothingAndHoldsUpNobodyAndTheOtherOneStopsInOrder() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        Set<String> acknowledged;
        try (ServiceProcess killed = start(database);
                ServiceProcess other = start(database);
                BootstrapClient toKilled = client(killed);
                BootstrapClient toOther = client(other)) {
            toOther.config("lobby", 100_000, 2);
            acknowledged = killed.killUnderJoins(toKilled, "p", 200);
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
        try (ServiceProcess instance = ServiceProcess.start(directory, BootstrapCloud.class, Map.of())) {
            assertThat(instance.awaitExit()).isEqualTo(2);
            assertThat(instance.out()).isEmpty();
            assertThat(instance.err()).matches("Set PARLEY_DATABASE_URL to [^\n]+\\.\\R");
        }
    }

    private ServiceProcess start(TestDatabase database) throws Exception {
        Path token = Files.writeString(directory.resolve("token"), "s3cret\n");
        return ServiceProcess.start(
                directory,
                BootstrapCloud.class,
                Map.of(
                        "PARLEY_DATABASE_URL", database.settings().url(),
                        "PARLEY_TOKEN_FILE", token.toString(),
                        "PORT", "0"));
    }

    private static BootstrapClient client(ServiceProcess instance) {
        return new BootstrapClient(BootstrapSettings.of(instance.awaitUrl()).withToken("s3cret"));
    }

    private static Peer peer(String id) {
        return new Peer(id, "n", "127.0.0.1", 7800, "tcp", "", 1);
    }
}
