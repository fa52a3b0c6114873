package dev.parley.bootstrap.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.testing.HttpAsker;
import dev.parley.bootstrap.server.testing.ServiceContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The contract over HTTP, by the invoker that also serves functions in the cloud. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BootstrapFunctionTest extends ServiceContract {
    private static final List<String> ROOMS_OF_THE_CONTRACT = List.of("lobby", "big", "small", "Zo%C3%AB%26co");

    private final HttpAsker http = new HttpAsker();
    private InvokerProcess invoker;

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        invoker = InvokerProcess.start(directory, MemoryFunction.class, Map.of());
    }

    @BeforeEach
    void empty() {
        for (String room : ROOMS_OF_THE_CONTRACT) {
            ask(new Request("POST", "/reset", "room=" + room, ""));
            ask(new Request("POST", "/config", "room=" + room, "2 2"));
        }
    }

    @AfterAll
    void stop() {
        invoker.close();
    }

    @Override
    protected Response ask(Request request) {
        boolean isAnsweredByTheFramework =
                request.path().contains("//") || request.path().equals("/favicon.ico");
        assumeFalse(isAnsweredByTheFramework, "The framework refuses this path without asking a function");
        return http.ask(invoker.url(), request);
    }

    @Test
    void aBodyOfMoreThan4KibIs413() {
        assertRefused(413, post("/join", line("a", 1) + " " + "x".repeat(4_096)));
        assertThat(peersOf(post("/list", ""))).isEmpty();
    }

    @Test
    void ourClientUnderstandsTheFunction() throws Exception {
        Peer alice = new Peer("a-1", "Zoë", "2001:db8::7", 22365, "tcp", "", 1_557_219_910L);
        try (BootstrapClient client = new BootstrapClient(BootstrapSettings.of(invoker.url()))) {
            assertThat(client.ping()).isTrue();
            assertThat(client.join("Zoë's&room", alice).peers().values()).containsExactly(alice);
            assertThat(client.list("Zoë's&room").peers().values()).containsExactly(alice);
            assertThat(client.leave("Zoë's&room", "a-1").peers()).isEmpty();
        }
    }
}
