package dev.parley.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapClientTest {
    private static final Peer ALICE = new Peer("a-1", "alice", "127.0.0.1", 22365, "tcp", "", 1_557_219_910L);
    private static final String EMPTY = "{\"Config\":{\"maxpeers\":2,\"minrefillcandidates\":2}}";

    private final MockWebServer server = new MockWebServer();
    private BootstrapClient client;

    @BeforeEach
    void start() throws IOException {
        server.start(InetAddress.getLoopbackAddress(), 0);
        client = new BootstrapClient(BootstrapSettings.of(url()));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void everyOperationPostsItsLineAsPlainTextThatClaimsToBeAForm() throws Exception {
        for (int i = 0; i < 6; i++) answer(EMPTY);
        client.join(RoomNames.LOBBY, ALICE);
        client.leave(RoomNames.LOBBY, "a-1");
        client.refill(RoomNames.LOBBY, ALICE);
        client.list(RoomNames.LOBBY);
        client.reset(RoomNames.LOBBY);
        client.config(RoomNames.LOBBY, 8, 5);

        List<String> seen = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            RecordedRequest request = server.takeRequest();
            seen.add(request.getMethod() + " " + request.getTarget() + " "
                    + request.getBody().utf8());
            assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
            assertThat(request.getHeaders().get("Authorization")).isNull();
        }
        String line = "a-1 alice 127.0.0.1 22365 tcp  1557219910";
        assertThat(seen)
                .containsExactly(
                        "POST /join " + line,
                        "POST /leave a-1",
                        "POST /refill " + line,
                        "POST /list ",
                        "POST /reset ",
                        "POST /config 8 5");
    }

    @Test
    void aRoomOtherThanTheLobbyIsNamedInTheQuery() throws Exception {
        answer(EMPTY);
        answer(EMPTY);
        client.list("Zoë's+room&x=1");
        assertThat(server.takeRequest().getUrl().queryParameter("room")).isEqualTo("Zoë's+room&x=1");
        client.list("lobby");
        assertThat(server.takeRequest().getTarget()).isEqualTo("/list");
        assertThatIllegalArgumentException().isThrownBy(() -> client.list("two words"));
        assertThatIllegalArgumentException().isThrownBy(() -> client.leave("lobby", "two words"));
    }

    @Test
    void aPathInTheUrlIsKept() throws Exception {
        for (String path : List.of("/deep/path", "/deep/path/")) {
            answer(EMPTY);
            try (BootstrapClient below = new BootstrapClient(BootstrapSettings.of(url() + path))) {
                below.list(RoomNames.LOBBY);
            }
            assertThat(server.takeRequest().getTarget()).isEqualTo("/deep/path/list");
        }
    }

    @Test
    void aTokenIsSentAsBearer() throws Exception {
        answer(EMPTY);
        try (BootstrapClient authorized =
                new BootstrapClient(BootstrapSettings.of(url()).withToken("s3cret"))) {
            authorized.list(RoomNames.LOBBY);
        }
        assertThat(server.takeRequest().getHeaders().get("Authorization")).isEqualTo("Bearer s3cret");
    }

    @Test
    void anAnswerOfAReferenceServerThatLeavesOutKeysIsData() throws Exception {
        answer("{\"Config\":{\"maxpeers\":2,\"minrefillcandidates\":2,\"numpeers\":1},\"Peers\":{\"x\":"
                + "{\"id\":\"x\",\"name\":\"x\",\"ip\":\"10.0.0.1\",\"port\":\"7800\",\"protocol\":\"tcp\"}}}");
        assertThat(client.list(RoomNames.LOBBY))
                .isEqualTo(new BootstrapData(
                        new BootstrapConfig(2, 2, 1), Map.of("x", new Peer("x", "x", "10.0.0.1", 7800, "tcp", "", 0))));
    }

    @Test
    void onlyAnAnswerOfExactlyOkIsAPing() throws Exception {
        answer("OK");
        assertThat(client.ping()).isTrue();
        for (String other : List.of("OK\n", "ok", "", "OK!", "<html>OK</html>")) {
            answer(other);
            assertThat(client.ping()).as(other).isFalse();
        }
        server.enqueue(new MockResponse.Builder().code(404).body("OK").build());
        assertThat(client.ping()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>login</html>", "{}", "[]", "{\"Config\":7}", "{\"Peers\":{\"x\":"})
    void anAnswerOfAnotherShapeIsOneSentence(String body) {
        answer(body);
        assertFails(() -> client.list(RoomNames.LOBBY), "something else than bootstrap data");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 302, 307, 308, 400, 401, 404, 413})
    void anyOtherStatusIsOneSentenceAndNoRedirectIsFollowed(int status) {
        MockResponse.Builder response = new MockResponse.Builder().code(status);
        if (status != 204) response.body("why\u001b[2J not\nsecond line");
        if (status / 100 == 3) response.setHeader("Location", url() + "/elsewhere");
        server.enqueue(response.build());
        assertFails(() -> client.list(RoomNames.LOBBY), "status " + status);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void aServiceThatCannotAnswerAtTheMomentIsAskedAgain(int status) throws Exception {
        refuse(status);
        answer(EMPTY);
        assertThat(client.list(RoomNames.LOBBY).config().maxPeers()).isEqualTo(2);
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void aServiceThatDoesNotComeToAnAnswerIsAskedThreeTimes() {
        for (int status : new int[] {429, 500, 503}) refuse(status);
        assertFails(() -> client.join(RoomNames.LOBBY, ALICE), "status 503");
        assertThat(server.getRequestCount()).isEqualTo(3);
    }

    @Test
    void anAnswerThatBreaksOffIsAskedForAgain() throws Exception {
        breakOff();
        answer(EMPTY);
        assertThat(client.refill(RoomNames.LOBBY, ALICE).config().maxPeers()).isEqualTo(2);
        for (int i = 0; i < 3; i++) breakOff();
        assertFails(() -> client.leave(RoomNames.LOBBY, "a-1"), "broke off");
        assertThat(server.getRequestCount()).isEqualTo(5);
    }

    @Test
    void whatWouldUndoWhatOthersDidMeanwhileIsNotRepeated() {
        refuse(503);
        assertFails(() -> client.reset(RoomNames.LOBBY), "status 503");
        refuse(503);
        assertFails(() -> client.config(RoomNames.LOBBY, 8, 5), "status 503");
        assertThat(server.getRequestCount()).isEqualTo(2);
    }

    @Test
    void repeatingTakesNoLongerThanACallMay() {
        for (int i = 0; i < 3; i++)
            server.enqueue(new MockResponse.Builder()
                    .code(503)
                    .headersDelay(250, TimeUnit.MILLISECONDS)
                    .build());
        long began = System.nanoTime();
        assertFails(() -> impatient().list(RoomNames.LOBBY), "/list");
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    void aHostileListSendsNobodyToMoreThan64Addresses() throws Exception {
        StringBuilder peers = new StringBuilder("{\"Peers\":{");
        for (int i = 0; i < 3_000; i++)
            peers.append(i == 0 ? "" : ",")
                    .append("\"p%d\":{\"ip\":\"10.0.%d.%d\",\"port\":\"7800\"}".formatted(i, i / 250, i % 250));
        answer(peers + "}}");
        assertThat(client.list(RoomNames.LOBBY).peers()).hasSize(64);
    }

    @Test
    void anAnswerBeyondAMegabyteIsNotRead() {
        server.enqueue(new MockResponse.Builder()
                .body(new Buffer().writeUtf8(EMPTY).writeUtf8(" ".repeat(1 << 20)))
                .build());
        assertFails(() -> client.list(RoomNames.LOBBY), "more than 1048576 bytes");
    }

    @Test
    void anAnswerThatComesTooLateIsOneSentence() {
        server.enqueue(new MockResponse.Builder()
                .body(EMPTY)
                .headersDelay(30, TimeUnit.SECONDS)
                .build());
        assertFails(() -> impatient().list(RoomNames.LOBBY), "within 300 ms");
    }

    @Test
    void anAnswerThatDribblesIsOneSentence() {
        server.enqueue(new MockResponse.Builder()
                .body(EMPTY)
                .throttleBody(1, 1, TimeUnit.SECONDS)
                .build());
        assertFails(() -> impatient().list(RoomNames.LOBBY), "within 300 ms");
    }

    @Test
    void aServiceThatIsNotThereIsOneSentence() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (BootstrapClient lost = new BootstrapClient(BootstrapSettings.of("127.0.0.1:" + port))) {
            assertFails(lost::ping, "cannot be reached");
        }
    }

    @Test
    void anInterruptEndsACallAndIsKept() {
        server.enqueue(new MockResponse.Builder()
                .body(EMPTY)
                .headersDelay(30, TimeUnit.SECONDS)
                .build());
        Thread.currentThread().interrupt();
        assertFails(() -> client.list(RoomNames.LOBBY), "interrupted");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void closingEndsACallAtOnceAndRefusesTheNext() {
        server.enqueue(new MockResponse.Builder()
                .body(EMPTY)
                .headersDelay(30, TimeUnit.SECONDS)
                .build());
        BootstrapClient patient = new BootstrapClient(
                BootstrapSettings.of(url()).withTimeouts(Duration.ofSeconds(60), Duration.ofSeconds(60)));
        CompletableFuture<Void> call =
                CompletableFuture.runAsync(() -> assertFails(() -> patient.list(RoomNames.LOBBY), "client was closed"));
        await().until(() -> server.getRequestCount() == 1);
        patient.close();
        call.orTimeout(20, TimeUnit.SECONDS).join();
        assertFails(() -> patient.list(RoomNames.LOBBY), "client is closed");
        patient.close();
    }

    @Test
    void noThreadOfTheClientKeepsAProgramFromEnding() throws Exception {
        List<Thread> before = List.copyOf(Thread.getAllStackTraces().keySet());
        answer(EMPTY);
        client.list(RoomNames.LOBBY);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .filteredOn(thread -> !thread.getName().contains("MockWebServer"))
                .allMatch(Thread::isDaemon);
    }

    private BootstrapClient impatient() {
        client.close();
        client = new BootstrapClient(
                BootstrapSettings.of(url()).withTimeouts(Duration.ofSeconds(30), Duration.ofMillis(300)));
        return client;
    }

    private void assertFails(ThrowingCallable call, String words) {
        assertThatExceptionOfType(BootstrapException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.getMessage())
                        .contains(words)
                        .contains("http://127.0.0.1:")
                        .endsWith(".")
                        .hasSizeLessThan(400)
                        .doesNotContain("\n")
                        .doesNotContain("\u001b"));
    }

    private void refuse(int status) {
        server.enqueue(new MockResponse.Builder().code(status).build());
    }

    private void breakOff() {
        server.enqueue(new MockResponse.Builder()
                .body(EMPTY)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build());
    }

    private void answer(String body) {
        server.enqueue(new MockResponse.Builder().body(body).build());
    }

    private String url() {
        return "http://127.0.0.1:" + server.getPort();
    }
}
