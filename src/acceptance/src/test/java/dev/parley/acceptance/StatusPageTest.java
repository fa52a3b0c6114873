package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.bootstrap.server.RequestHandler;
import dev.parley.bootstrap.server.ServicePolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service's status page in a real browser. */
@Tag("system")
class StatusPageTest {
    private static final int PHONE = 500;

    @TempDir
    private Path folder;

    private final MemoryPeerStore store = new MemoryPeerStore(new BootstrapConfig(8, 5, 0));
    private final BootstrapHandler service =
            new BootstrapHandler(store, ServicePolicy.OPEN.withLease(Duration.ofMinutes(5)));

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void itShowsRoomsPeersAndLeasesAndWhateverTheyAreCalledIsText() throws Exception {
        join("tea", "a", "alice");
        join("lobby", "b", "<img/src=x/onerror=document.title='hacked'>");
        join("<script>document.title='hacked'</script>", "c", "&lt;b&gt;\"'");
        String page = opened(service, 1100);
        assertThat(page)
                .contains("<title>Parley bootstrap service</title>", "data-state=\"live\"")
                .contains("<h2>tea</h2>", "<td class=\"name\">alice</td>", "192.0.2.7:7800 tcp")
                .contains("1 of at most 8 peers", "of its lease left", "<dd id=\"room-count\">3</dd>")
                .contains("&lt;img/src=x/onerror=document.title='hacked'&gt;", "&amp;lt;b&amp;gt;\"'")
                .contains("&lt;script&gt;document.title='hacked'&lt;/script&gt;")
                .doesNotContain("<img", "<script>");
    }

    @Test
    void itShowsWhatChangesWithoutBeingAskedAndWhenNothingAnswersAnyMore() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        RequestHandler changing = request -> {
            if (!request.path().equals("/status")) return service.handle(request);
            return switch (asked.incrementAndGet()) {
                case 1 -> new BootstrapHandler(store).handle(request);
                case 2 -> {
                    join("lobby", "d", "dave");
                    yield new BootstrapHandler(store).handle(request);
                }
                default -> new Response(503, "text/plain", "error: no more");
            };
        };
        assertThat(opened(changing, 1100))
                .contains("<td class=\"name\">dave</td>", "data-state=\"lost\"", "answers with status 503");
        assertThat(asked.get()).isGreaterThan(2);
    }

    @Test
    void withATokenItAsksForItAndShowsNothing() throws Exception {
        join("lobby", "a", "alice");
        assertThat(opened(new BootstrapHandler(store, ServicePolicy.OPEN.withToken("t0ken")), 1100))
                .contains("<form id=\"ask-token\">", "waiting for the token")
                .doesNotContain("alice");
    }

    @Test
    void onAPhoneNothingIsWiderThanTheScreen() throws Exception {
        join("a-room-with-a-name-that-has-no-end-" + "x".repeat(29), "a", "alice");
        join("lobby", "b", "b" + "o".repeat(62) + "b");
        RequestHandler measuring = request -> {
            Response answer = service.handle(request);
            if (!request.path().equals("/status.js")) return answer;
            String title = "setTimeout(() => { document.title ="
                    + " innerWidth + ' ' + document.documentElement.scrollWidth; }, 1500);";
            return new Response(200, answer.contentType(), answer.body() + title, answer.headers());
        };
        assertThat(opened(measuring, PHONE)).contains("<title>%d %d</title>".formatted(PHONE, PHONE));
    }

    private String opened(RequestHandler handler, int width) throws Exception {
        try (BootstrapServer server = serve(handler)) {
            return new Browser(folder).document(server.url(), width, 800, 7);
        }
    }

    private static BootstrapServer serve(RequestHandler handler) throws IOException {
        return BootstrapServer.start(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), handler);
    }

    private void join(String room, String id, String name) {
        String encoded = URLEncoder.encode(room, StandardCharsets.UTF_8);
        long now = Instant.now().getEpochSecond();
        assertThat(service.handle(new Request(
                                "POST", "/join", "room=" + encoded, id + " " + name + " 192.0.2.7 7800 tcp 0 " + now))
                        .status())
                .isEqualTo(200);
    }
}
