package dev.parley.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.MemoryPeerStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A bootstrap data service that misbehaves as a test says, always on the same free port of loopback. */
final class MoodyService implements AutoCloseable {
    static final Duration SLOWNESS = Duration.ofSeconds(2);

    /** What it does with requests. */
    enum Mood {
        GOOD,
        /** Every answer takes a while. */
        SLOW,
        /** Every other request or so fails. */
        FAILING,
        /** Whatever is asked, the answer is something else. */
        RUBBISH
    }

    private final Random random = new Random(42);
    private final InetSocketAddress address;
    private volatile Mood mood;
    private ExecutorService threads;
    private MemoryPeerStore store;
    private HttpServer server;

    MoodyService(Mood mood) throws IOException {
        this.mood = mood;
        HttpServer first = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        address = first.getAddress();
        serve(first);
    }

    /** Is there again, with an empty list. */
    void start() throws IOException {
        serve(HttpServer.create(address, 50));
    }

    private void serve(HttpServer fresh) {
        store = new MemoryPeerStore(BootstrapConfig.development());
        BootstrapHandler handler = new BootstrapHandler(store);
        threads = Executors.newCachedThreadPool();
        server = fresh;
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(handler, exchange));
        server.start();
    }

    /** Is gone from now on. */
    void stop() {
        server.stop(0);
        threads.shutdownNow();
        store.close();
    }

    void be(Mood other) {
        mood = other;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + address.getPort());
    }

    List<String> listed() {
        return store.read("lobby").peers().values().stream()
                .map(peer -> peer.name())
                .sorted()
                .toList();
    }

    private void answer(BootstrapHandler handler, HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (mood) {
            case GOOD -> good(handler, exchange, body);
            case SLOW -> {
                await();
                good(handler, exchange, body);
            }
            case FAILING -> {
                if (random.nextBoolean()) say(exchange, 503, "out of order");
                else good(handler, exchange, body);
            }
            case RUBBISH -> say(exchange, 200, "{\"Peers\": [\"what?\"], \"Config\": 7}");
        }
    }

    private static void good(BootstrapHandler handler, HttpExchange exchange, byte[] body) throws IOException {
        URI asked = exchange.getRequestURI();
        BootstrapHandler.Response response = handler.handle(new BootstrapHandler.Request(
                exchange.getRequestMethod(),
                asked.getPath(),
                asked.getRawQuery() == null ? "" : asked.getRawQuery(),
                new String(body, StandardCharsets.UTF_8)));
        say(exchange, response.status(), response.body());
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** That it takes a while is what this is for. */
    private static void await() {
        try {
            TimeUnit.NANOSECONDS.sleep(SLOWNESS.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
