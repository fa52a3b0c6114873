package dev.parley.bootstrap.server.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.BootstrapJson;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire contract, promise by promise, for whatever answers a request: every store, and every server over HTTP. */
public abstract class ServiceContract {
    private static final String EMPTY =
            "{\"Config\":{\"maxpeers\":2,\"minrefillcandidates\":2,\"numpeers\":0},\"Peers\":{}}\n";

    /** Sends a request to an untouched service that lives until the end of the test. Any thread. */
    protected abstract Response ask(Request request);

    @Test
    void pingAnswersExactlyOk() {
        for (String method : List.of("GET", "POST"))
            assertThat(ask(new Request(method, "/ping", "", "")))
                    .isEqualTo(new Response(200, "text/plain; charset=utf-8", "OK"));
    }

    @Test
    void anUntouchedRoomIsEmptyWithTheDefaults() {
        assertThat(ask(new Request("GET", "/list", "", ""))).isEqualTo(new Response(200, "application/json", EMPTY));
        assertThat(post("/list", "").body()).isEqualTo(EMPTY);
    }

    @Test
    void joinAnswersTheWholeDataAfterTheOperation() {
        assertThat(post("/join", "a-1 alice 127.0.0.1 22365 tcp 0 1557219910"))
                .isEqualTo(new Response(
                        200,
                        "application/json",
                        "{\"Config\":{\"maxpeers\":2,\"minrefillcandidates\":2,\"numpeers\":1},\"Peers\":{\"a-1\":{"
                                + "\"id\":\"a-1\",\"name\":\"alice\",\"ip\":\"127.0.0.1\",\"port\":\"22365\","
                                + "\"protocol\":\"tcp\",\"status\":\"0\",\"timestamp\":\"1557219910\"}}}\n"));
    }

    @Test
    void aFullListAnswers200AndStaysAsItIs() {
        join("a", 1);
        join("b", 2);
        assertThat(join("c", 0)).containsExactly("a", "b");
        assertThat(ids("/list", "")).containsExactly("a", "b");
    }

    @Test
    void whoeverAsksRemovesAPeerAndAnUnknownIdChangesNothing() {
        join("a", 1);
        join("b", 2);
        assertThat(ids("/leave", "nobody")).containsExactly("a", "b");
        assertThat(ids("/leave", "b\n")).containsExactly("a");
        assertThat(ids("/leave", "a and more")).isEmpty();
    }

    @Test
    void refillPutsAnOlderPeerInThePlaceOfTheYoungest() {
        join("a", 1000);
        join("b", 999);
        assertThat(ids("/refill", line("c", 1000))).containsExactly("a", "b");
        assertThat(ids("/refill", line("c", 99))).containsExactly("b", "c");
        assertThat(ids("/refill", line("b", 1))).containsExactly("b", "c");
    }

    @Test
    void resetRemovesAllPeersAndKeepsTheConfiguration() {
        post("/config", "5 4");
        join("a", 1);
        assertThat(post("/reset", "").body())
                .isEqualTo("{\"Config\":{\"maxpeers\":5,\"minrefillcandidates\":4,\"numpeers\":0},\"Peers\":{}}\n");
    }

    @Test
    void configSetsBothNumbersAndRemovesNobody() {
        join("a", 1);
        join("b", 2);
        assertThat(post("/config", "1 7\r\n").body())
                .startsWith("{\"Config\":{\"maxpeers\":1,\"minrefillcandidates\":7,\"numpeers\":2}");
        assertThat(ids("/list", "")).containsExactly("a", "b");
    }

    @Test
    void theQuirksOfALineAreUnderstood() {
        assertThat(post("/join", "a-1 alice 127.0.0.1 22365 tcp  1557219910 and more\r\n")
                        .body())
                .contains("\"status\":\"\",\"timestamp\":\"1557219910\"");
    }

    @Test
    void everyRoomHasItsOwnPeersAndItsOwnConfiguration() {
        ask(new Request("POST", "/config", "room=big", "50 4"));
        ask(new Request("POST", "/join", "x=1&room=big&room=small", line("a", 1)));
        ask(new Request("POST", "/join", "room=Zo%C3%AB%26co", line("b", 1)));
        join("c", 1);
        assertThat(peersOf(ask(new Request("GET", "/list", "room=big", "")))).containsExactly("a");
        assertThat(peersOf(ask(new Request("GET", "/list", "room=Zo%C3%AB%26co", ""))))
                .containsExactly("b");
        assertThat(peersOf(ask(new Request("GET", "/list", "room=lobby", "")))).containsExactly("c");
        assertThat(peersOf(ask(new Request("GET", "/list", "rooms=big", "")))).containsExactly("c");
        assertThat(ask(new Request("GET", "/list", "room=small", "")).body()).isEqualTo(EMPTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"room=", "room=a+b", "room=%00", "room=%FF", "room=%E2%80%A8", "room=a%0Ab"})
    void aRoomThatIsNoneIsRefused(String query) {
        assertRefused(400, ask(new Request("POST", "/join", query, line("a", 1))));
        assertRefused(400, ask(new Request("GET", "/list", "room=" + "r".repeat(65), "")));
    }

    @ParameterizedTest
    @CsvSource({
        "/join, a alice 127.0.0.1 1 tcp 0, error: request has not enough arguments",
        "/refill, '', error: request has not enough arguments",
        "/leave, '', error: request has not enough arguments",
        "/config, 5, error: request has not enough arguments",
        "/config, x 5, 'first argument \"x\" is not a number'",
        "/config, 5 y, 'second argument \"y\" is not a number'",
        "/config, -1 5, 'first argument \"-1\" is not a number from 0 to 100000'",
        "/config, 5 100001, 'second argument \"100001\" is not a number from 0 to 100000'",
        "/join, a b 127.0.0.1 x tcp 0 1, 'fourth argument \"x\" is not a number'",
        "/join, 'a b 127.0.0.1 1 tcp 0 ', 'seventh argument \"\" is not a number'",
        "/join, a b example.org 1 tcp 0 1, 'the ip \"example.org\" is not an IP literal such as 192.0.2.7 or 2001:db8::7'",
    })
    void wrongArgumentsAreOneLineThatSaysWhatIsWrong(String path, String body, String text) {
        assertThat(post(path, body)).isEqualTo(new Response(400, "text/plain; charset=utf-8", text + "\n"));
        assertThat(post("/list", "").body()).isEqualTo(EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/join//", "/Join", "/join/", "/join/../list", "/lists", "/%6coin", "/ping%20", "/favicon.ico"})
    void anUnknownPathIs404(String path) {
        assertRefused(404, post(path, line("a", 1)));
        assertRefused(404, ask(new Request("GET", path, "", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"})
    void anUnknownMethodIs405(String method) {
        assertRefused(405, ask(new Request(method, "/list", "", "")));
        assertRefused(405, ask(new Request("GET", "/leave", "", "")));
    }

    @Test
    void aHealthyServiceSaysOk() {
        assertThat(ask(new Request("GET", "/healthz", "", "")))
                .isEqualTo(new Response(200, "text/plain; charset=utf-8", "OK"));
        assertRefused(405, post("/healthz", ""));
    }

    @Test
    void aBodyOfUpTo4KibIsRead() {
        assertThat(ids("/join", line("a", 1) + " " + "x".repeat(4_000))).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 64})
    void joinsAtOnceLoseNobody(int clients) throws Exception {
        joinAtOnce(clients, 128);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 16, 64})
    @Tag("soak")
    void aThousandJoinsAtOnceLoseNobody(int clients) throws Exception {
        joinAtOnce(clients, 1_000);
    }

    private void joinAtOnce(int clients, int joins) throws Exception {
        post("/config", "100000 2");
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int c = 0; c < clients; c++)
                running.add(threads.submit(() -> {
                    for (int i = next.getAndIncrement(); i < joins; i = next.getAndIncrement())
                        if (post("/join", line("p" + i, i)).body().contains("\"p" + i + "\":{"))
                            acknowledged.add("p" + i);
                }));
            for (Future<?> each : running) each.get(100, TimeUnit.SECONDS);
        } finally {
            threads.shutdownNow();
        }
        assertThat(acknowledged).hasSize(joins);
        assertThat(ids("/list", "")).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    protected final Response post(String path, String body) {
        return ask(new Request("POST", path, "", body));
    }

    protected final List<String> join(String id, long timestamp) {
        return ids("/join", line(id, timestamp));
    }

    protected static String line(String id, long timestamp) {
        return id + " n" + id + " 127.0.0.1 7800 tcp  " + timestamp;
    }

    private List<String> ids(String path, String body) {
        return peersOf(post(path, body));
    }

    protected static List<String> peersOf(Response response) {
        assertThat(response.status()).as(response.body()).isEqualTo(200);
        return List.copyOf(BootstrapJson.ofStores()
                .read(response.body().getBytes(UTF_8))
                .peers()
                .keySet());
    }

    protected static void assertRefused(int status, Response response) {
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        assertThat(response.contentType()).isEqualTo("text/plain; charset=utf-8");
        assertThat(response.body()).matches("[^\n]+\n");
    }
}
