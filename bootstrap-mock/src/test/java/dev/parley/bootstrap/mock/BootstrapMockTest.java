package dev.parley.bootstrap.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapException;
import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.RoomNames;
import dev.parley.bootstrap.server.FilePeerStore;
import dev.parley.bootstrap.server.testing.ServiceProcess;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BootstrapMockTest {
    /** A machine that does much else must not fail what is promised here. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    @Test
    void itSaysWhereItIsServesAndStopsWhenAsked() throws Exception {
        Path store = directory.resolve("peers.json");
        try (ServiceProcess mock = start("--port", "0", "--store", store.toString())) {
            String url = mock.awaitUrl();
            assertThat(url).startsWith("http://127.0.0.1:");
            assertThat(mock.out()).contains(store.toString());
            try (BootstrapClient client = new BootstrapClient(BootstrapSettings.of(url))) {
                assertThat(client.ping()).isTrue();
                assertThat(client.list(RoomNames.LOBBY).config()).isEqualTo(new BootstrapConfig(2, 2, 0));
                client.join(RoomNames.LOBBY, peer("a"));
            }
            mock.terminate();
            assertThat(mock.awaitExit()).isEqualTo(128 + 15);
            assertThat(mock.err()).isEmpty();
        }
        assertThat(listed(store)).containsExactly("a");
    }

    @Test
    void itAsksForTheTokenWritesAnAccessLogDropsWhoDoesNotRenewAndMisbehaves() throws Exception {
        Path token = Files.writeString(directory.resolve("token"), "t0ken\n");
        Path log = directory.resolve("logs/access.log");
        try (ServiceProcess mock = start(
                "--port",
                "0",
                "--token-file",
                token.toString(),
                "--access-log",
                log.toString(),
                "--lease",
                "1s",
                "--latency",
                "1ms")) {
            BootstrapSettings url = BootstrapSettings.of(mock.awaitUrl()).withTimeouts(PATIENCE, PATIENCE);
            try (BootstrapClient client = new BootstrapClient(url.withToken("t0ken"));
                    BootstrapClient stranger = new BootstrapClient(url)) {
                assertThat(client.join(RoomNames.LOBBY, peer("a")).peers()).hasSize(1);
                await().until(() -> client.list(RoomNames.LOBBY).peers().isEmpty());
                assertThatExceptionOfType(BootstrapException.class)
                        .isThrownBy(() -> stranger.list(RoomNames.LOBBY))
                        .withMessageContaining("401");
            }
            assertThat(mock.err()).isEmpty();
            await().untilAsserted(() -> assertThat(Files.readString(log))
                    .containsPattern("(?m)^\\S+ 127.0.0.1 \"POST /join\" 200 \\d+ \\d+$")
                    .contains("\"POST /list\" 401 ")
                    .doesNotContain("t0ken"));
        }
    }

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        killUnderLoad(3, 0);
    }

    @Test
    @Tag("soak")
    @Timeout(600)
    void whatWasAcknowledgedSurvivesFiftyKillsWithFiveHundredPeersStored() throws Exception {
        killUnderLoad(50, 500);
    }

    /** @param stored how many peers are listed before the first kill */
    private void killUnderLoad(int kills, int stored) throws Exception {
        Path store = directory.resolve("peers.json");
        Set<String> acknowledged = new HashSet<>(store(store, stored));
        for (int kill = 0; kill < kills; kill++) {
            try (ServiceProcess mock = start("--port", "0", "--store", store.toString())) {
                acknowledged.addAll(killUnderJoins(mock, kill));
            }
            assertThat(listed(store)).as("after kill %s", kill).containsAll(acknowledged);
        }
        try (ServiceProcess mock = start("--port", "0", "--store", store.toString())) {
            mock.awaitUrl();
            assertThat(mock.err()).isEmpty();
        }
        assertThat(store.resolveSibling("peers.json.damaged")).doesNotExist();
    }

    @Test
    void aPortInUseIsOneSentenceThatSaysWhatToDo() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServiceProcess mock = start("--port", Integer.toString(taken.getLocalPort()))) {
            assertThat(mock.awaitExit()).isEqualTo(1);
            assertThat(mock.out()).isEmpty();
            assertThat(mock.err()).matches("Port " + taken.getLocalPort() + " .*choose another port.*\\R");
        }
    }

    @Test
    void theDefaultStoreIsInTheDataDirectoryOfTheUserAndServesOneAtATimeWhichOneSentenceSays() throws Exception {
        try (ServiceProcess first = start("--port", "0")) {
            first.awaitUrl();
            assertThat(first.out()).contains(directory.toString()).contains("bootstrap.json");
            try (ServiceProcess second = start("--port", "0")) {
                assertThat(second.awaitExit()).isEqualTo(1);
                assertThat(second.err()).matches("The store .* is in use by another bootstrap service; .*\\R");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--prot=1, the options are --port",
        "--port=x, --port",
        "--port=70000, from 0 to 65535",
        "rubbish, rubbish",
        "--bind=here.example, is not an IP literal",
        "--lease=5, is no time",
        "--lease=1ms, takes a second at least",
        "--fail=200%, is no percentage"
    })
    void aWrongOptionIsOneSentenceAndStatus2(String option, String words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = BootstrapMock.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(option);
        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains(words).matches("[^\n]+\\.\\R");
    }

    private static Set<String> killUnderJoins(ServiceProcess mock, int kill) throws Exception {
        BootstrapSettings patient = BootstrapSettings.of(mock.awaitUrl()).withTimeouts(PATIENCE, PATIENCE);
        try (BootstrapClient client = new BootstrapClient(patient)) {
            client.config(RoomNames.LOBBY, 100_000, 2);
            return mock.killUnderJoins(client, "k" + kill + "-c", 100);
        }
    }

    private ServiceProcess start(String... options) throws IOException {
        return ServiceProcess.start(directory, BootstrapMock.class, Map.of(), options);
    }

    private static Set<String> store(Path file, int peers) throws Exception {
        Map<String, Peer> listed = new LinkedHashMap<>();
        for (int i = 0; i < peers; i++) listed.put("s" + i, peer("s" + i));
        if (peers > 0)
            try (FilePeerStore store = new FilePeerStore(file, BootstrapConfig.development())) {
                store.update(RoomNames.LOBBY, room -> room.with(room.data().withPeers(listed)));
            }
        return listed.keySet();
    }

    /** Reads a copy, so that damage would be seen by the next service too. */
    private Set<String> listed(Path store) throws Exception {
        Path copy = Files.copy(store, directory.resolve("copy.json"), StandardCopyOption.REPLACE_EXISTING);
        try (FilePeerStore peers = new FilePeerStore(copy, BootstrapConfig.development())) {
            return peers.read(RoomNames.LOBBY).peers().keySet();
        }
    }

    private static Peer peer(String id) {
        return new Peer(id, "name", "127.0.0.1", 7800, "tcp", "", 1);
    }
}
