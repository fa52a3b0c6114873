package dev.parley.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StatusPageTest {
    private final MemoryPeerStore store = new MemoryPeerStore(BootstrapConfig.development());
    private Instant now = Instant.parse("2026-11-25T10:00:00Z");
    private final BootstrapHandler handler =
            new BootstrapHandler(store, ServicePolicy.OPEN.withLease(Duration.ofMinutes(5)), () -> now);

    @Test
    void thePageIsThreeFilesThatRunNothingFromElsewhere() {
        assertThat(get("/").body()).startsWith("<!DOCTYPE html>").doesNotContain("http://", "https://", "style=");
        assertThat(get("/").contentType()).isEqualTo("text/html; charset=utf-8");
        assertThat(get("/status.css").contentType()).isEqualTo("text/css; charset=utf-8");
        assertThat(get("/status.js").contentType()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(get("/status.js").body()).doesNotContain("innerHTML", "insertAdjacentHTML", "document.write");
        for (String path : new String[] {"/", "/status.css", "/status.js"})
            assertThat(get(path).headers())
                    .hasEntrySatisfying(
                            "Content-Security-Policy",
                            policy -> assertThat(policy).contains("default-src 'none'", "script-src 'self'"));
    }

    @Test
    void itSaysWhoIsListedInEachRoomAndHowLongAgoTheyRenewed() {
        post("/join", "room=tea", "a <b>alice</b> ::1 7800 tcp  1795600000");
        pass(Duration.ofSeconds(42));
        post("/join", "", "b bob 127.0.0.1 7801 tcp  1795600001");
        assertThat(get("/status").body())
                .isEqualTo(
                        "{\"now\":1795600842,\"uptimeSeconds\":42,\"leaseSeconds\":300,\"roomCount\":2,\"moreRooms\":0,"
                                + "\"rooms\":[{\"name\":\"lobby\",\"maxpeers\":2,\"minrefillcandidates\":2,\"numpeers\":1,\"peers\":["
                                + "{\"id\":\"b\",\"name\":\"bob\",\"ip\":\"127.0.0.1\",\"port\":7801,\"protocol\":\"tcp\","
                                + "\"timestamp\":1795600001,\"renewedSecondsAgo\":0}]},"
                                + "{\"name\":\"tea\",\"maxpeers\":2,\"minrefillcandidates\":2,\"numpeers\":1,\"peers\":["
                                + "{\"id\":\"a\",\"name\":\"<b>alice</b>\",\"ip\":\"::1\",\"port\":7800,\"protocol\":\"tcp\","
                                + "\"timestamp\":1795600000,\"renewedSecondsAgo\":42}]}],\"peerCount\":2}");
    }

    @Test
    void itIsReadFromTheStoreOnceASecondAtMost() {
        assertThat(get("/status").body()).contains("\"roomCount\":0");
        post("/join", "", "b bob 127.0.0.1 7801 tcp  1");
        assertThat(get("/status").body()).contains("\"roomCount\":0");
        pass(Duration.ofSeconds(1));
        assertThat(get("/status").body()).contains("\"roomCount\":1");
    }

    @Test
    void manyRoomsAndPeersAreCutShortAndCounted() {
        post("/config", "room=a", "100 2");
        for (int i = 0; i < 60; i++) post("/join", "room=a", "p" + i + " n 127.0.0.1 1 tcp  1");
        for (int i = 0; i < 120; i++) post("/join", "room=r" + i, "p n 127.0.0.1 1 tcp  1");
        String report = get("/status").body();
        assertThat(report).contains("\"roomCount\":121,\"moreRooms\":21").contains("\"numpeers\":60");
        assertThat(report.split("\"renewedSecondsAgo\"", -1)).hasSize(1 + 50 + 99);
    }

    private Response get(String path) {
        Response response = handler.handle(new Request("GET", path, "", ""));
        assertThat(response.status()).isEqualTo(200);
        return response;
    }

    private void post(String path, String query, String body) {
        assertThat(handler.handle(new Request("POST", path, query, body)).status())
                .isEqualTo(200);
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
