package dev.parley.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.testing.ServiceContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MemoryPeerStoreTest extends ServiceContract {
    private final MemoryPeerStore store = new MemoryPeerStore(BootstrapConfig.development());
    private final BootstrapHandler handler = new BootstrapHandler(store);

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    protected Response ask(Request request) {
        return handler.handle(request);
    }

    @Test
    void oneMoreRoomThanAThousandIsRefusedAndAnEmptiedOneMakesPlace() {
        for (int i = 0; i < 1_000; i++)
            assertThat(ask(new Request("POST", "/join", "room=r" + i, line("a", 1)))
                            .status())
                    .isEqualTo(200);
        assertRefused(507, ask(new Request("POST", "/join", "room=one-more", line("a", 1))));
        assertThat(ask(new Request("GET", "/list", "room=one-more", "")).status())
                .isEqualTo(200);
        assertThat(ask(new Request("POST", "/join", "room=r1", line("b", 1))).status())
                .isEqualTo(200);
        ask(new Request("POST", "/leave", "room=r7", "a"));
        assertThat(ask(new Request("POST", "/join", "room=one-more", line("a", 1)))
                        .status())
                .isEqualTo(200);
    }
}
