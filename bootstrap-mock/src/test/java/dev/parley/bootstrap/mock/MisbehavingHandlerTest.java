package dev.parley.bootstrap.mock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapException;
import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.MemoryPeerStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MisbehavingHandlerTest {
    private final MemoryPeerStore store = new MemoryPeerStore(BootstrapConfig.development());
    private final BootstrapHandler service = new BootstrapHandler(store);
    private final AtomicLong nanoTime = new AtomicLong();
    private final MisbehavingHandler handler = new MisbehavingHandler(service, new Random(7), nanoTime::get, how -> {});

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void itBehavesUntilItIsToldOtherwiseAndAgainAfterwards() {
        for (int i = 0; i < 100; i++) assertThat(list().status()).isEqualTo(200);
        assertThat(mock("--fail 100%")).isEqualTo("--fail 100%\n");
        assertThat(list().status()).isIn(500, 502, 503);
        assertThat(ask("GET", "/mock", "").body()).isEqualTo("--fail 100%\n");
        assertThat(mock("")).isEqualTo("none\n");
        assertThat(list().status()).isEqualTo(200);
    }

    @Test
    void aboutSoManyRequestsFailAndWhatFailsChangesNothing() {
        mock("--fail 30%");
        int failed = 0;
        for (int i = 0; i < 1_000; i++) if (list().status() != 200) failed++;
        assertThat(failed).isBetween(240, 360);
        mock("--fail 100%");
        ask("POST", "/join", "a n 127.0.0.1 1 tcp  1");
        assertThat(store.read("lobby").peers()).isEmpty();
    }

    @Test
    void answersComeLaterByAnyTimeBetweenTheTwo() {
        mock("--latency 50ms..80ms");
        long began = System.nanoTime();
        for (int i = 0; i < 5; i++) assertThat(list().status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(250));
    }

    @Test
    void garbageIsDataOrOneClearSentenceToOurClient() throws Exception {
        try (MockServer server = serve("--garbage 100%");
                BootstrapClient client =
                        new BootstrapClient(BootstrapSettings.of(server.url().toString()))) {
            for (int i = 0; i < 100; i++)
                try {
                    assertThat(client.list("lobby").peers()).hasSizeLessThan(65);
                } catch (BootstrapException e) {
                    assertThat(e.getMessage())
                            .contains("/list")
                            .hasSizeLessThan(400)
                            .doesNotContain("\n", "\u001b");
                }
        }
    }

    @Test
    void aRequestThatHangsEndsWithTheClientsPatience() throws Exception {
        try (MockServer server = serve("--hang 100%");
                BootstrapClient client =
                        new BootstrapClient(BootstrapSettings.of(server.url().toString())
                                .withTimeouts(Duration.ofMillis(300), Duration.ofMillis(300)))) {
            assertThatExceptionOfType(BootstrapException.class)
                    .isThrownBy(() -> client.list("lobby"))
                    .withMessageContaining("gave no answer within 300 ms");
        }
    }

    @Test
    void theListIsThatOfSoManySecondsAgo() {
        list();
        ask("POST", "/join", "a n 127.0.0.1 1 tcp  1");
        mock("--stale 1");
        assertThat(list().body()).doesNotContain("\"a\"");
        assertThat(ask("POST", "/refill", "b n 127.0.0.1 1 tcp  1").body()).contains("\"a\"", "\"b\"");
        nanoTime.addAndGet(TimeUnit.SECONDS.toNanos(1) - 1);
        assertThat(list().body()).doesNotContain("\"a\"");
        nanoTime.incrementAndGet();
        assertThat(list().body()).contains("\"a\"", "\"b\"");
    }

    @Test
    void thePortIsClosedAndOpenedAgainWhenItIsTime() throws Exception {
        try (MockServer server = serve("--down-after 0s --up-after 300ms");
                BootstrapClient client =
                        new BootstrapClient(BootstrapSettings.of(server.url().toString()))) {
            await().until(() -> !answers(client));
            await().until(() -> answers(client));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "--latency 250ms",
                "--latency 200ms..2s --fail 30% --hang 5% --garbage 10% --stale 5 --down-after 60s --up-after 1s"
            })
    void whatItIsToldIsWhatItTells(String options) {
        assertThat(mock(options.equals("none") ? "" : options)).isEqualTo(options + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--fail 101%",
                "--fail x",
                "--latency 2s..1s",
                "--latency 20s",
                "--latency soon",
                "--stale -1",
                "--rubbish",
                "rubbish",
                "--down-after 5",
                "--fail"
            })
    void whatIsNoOptionIsRefusedAndChangesNothing(String options) {
        mock("--hang 0% --stale 3");
        Response refused = ask("POST", "/mock", options);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).startsWith("error: ").matches("[^\n]+\n");
        assertThat(ask("GET", "/mock", "").body()).isEqualTo("--stale 3\n");
        assertThatIllegalArgumentException().isThrownBy(() -> MisbehaviourOptions.parse(options));
    }

    private MockServer serve(String options) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return MockServer.start(anyPort, service, MisbehaviourOptions.parse(options));
    }

    private static boolean answers(BootstrapClient client) {
        try {
            return client.ping();
        } catch (BootstrapException e) {
            return false;
        }
    }

    private String mock(String options) {
        Response response = ask("POST", "/mock", options);
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private Response list() {
        return ask("GET", "/list", "");
    }

    private Response ask(String method, String path, String body) {
        return handler.handle(new Request(method, path, "", body));
    }
}
