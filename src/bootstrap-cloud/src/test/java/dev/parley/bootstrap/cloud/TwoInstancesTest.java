package dev.parley.bootstrap.cloud;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.SlowClientLimits;
import dev.parley.bootstrap.server.testing.HttpAsker;
import dev.parley.bootstrap.server.testing.ServiceContract;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** The contract over HTTP, when each request goes to another instance than the one before, as a load balancer may send it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoInstancesTest extends ServiceContract {
    private final HttpAsker http = new HttpAsker();
    private final AtomicInteger turn = new AtomicInteger();
    private final List<PostgresPeerStore> stores = new ArrayList<>();
    private final List<BootstrapServer> servers = new ArrayList<>();
    private TestDatabase database;

    @BeforeAll
    void start() throws Exception {
        SlowClientLimits.applyToThisProcess();
        database = TestDatabase.fresh();
        for (int instance = 0; instance < 2; instance++) {
            PostgresPeerStore store = PostgresPeerStore.open(database.settings(), BootstrapConfig.development());
            stores.add(store);
            servers.add(BootstrapServer.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new BootstrapHandler(store)));
        }
    }

    @BeforeEach
    void empty() throws SQLException {
        database.execute("TRUNCATE parley_room CASCADE");
    }

    @AfterAll
    void stop() {
        servers.forEach(BootstrapServer::close);
        stores.forEach(PostgresPeerStore::close);
    }

    @Override
    protected Response ask(Request request) {
        return http.ask(nextUrl(), request);
    }

    private String nextUrl() {
        return servers.get(turn.getAndIncrement() % servers.size()).url().toString();
    }
}
