package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import org.junit.jupiter.api.AfterEach;

class MemoryPeerStoreTest extends ServiceContract {
    private final MemoryPeerStore store = new MemoryPeerStore(BootstrapConfig.development());
    private final BootstrapHandler handler = new BootstrapHandler(store);

    @AfterEach
    void close() {
        store.close();
    }

    @Override
    Response ask(Request request) {
        return handler.handle(request);
    }
}
