package dev.parley.bootstrap.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.BootstrapHandler.Sender;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Serves a {@link BootstrapHandler} over HTTP with the JDK's server. Requests are answered on up to 1,024 threads, each of which a
 * slow client holds until its request is complete; {@link SlowClientLimits} bounds for how long. The store stays the caller's.
 */
public final class BootstrapServer implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();

    /** As many slow clients at once, and no fewer, keep others waiting; a thread that waits for one costs some 100 KB. */
    private static final int MAX_THREADS = 1_024;

    private static final int BACKLOG = 512;

    /** A client that is still sending cannot read the refusal; beyond this it is cut off. */
    private static final int MAX_DRAINED_BYTES = 1 << 20;

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final BootstrapHandler handler;
    private final HttpServer http;
    private final ThreadPoolExecutor threads;
    private final ActiveRequests active = new ActiveRequests();

    private BootstrapServer(BootstrapHandler handler, HttpServer http, ThreadPoolExecutor threads) {
        this.handler = handler;
        this.http = http;
        this.threads = threads;
    }

    /**
     * Binds the address and begins to answer.
     *
     * @param bind port 0 takes any free one
     * @throws IOException with one sentence that says what to do, if the address cannot be bound
     */
    public static BootstrapServer start(InetSocketAddress bind, BootstrapHandler handler) throws IOException {
        HttpServer http = bind(bind);
        ThreadPoolExecutor threads = newThreads();
        BootstrapServer server = new BootstrapServer(handler, http, threads);
        http.setExecutor(threads);
        http.createContext("/", server::serve);
        http.start();
        return server;
    }

    /** Where it listens, with the port that it got. */
    public InetSocketAddress address() {
        return http.getAddress();
    }

    /** The URL without a slash at its end, for clients on this machine: a wildcard address becomes {@code localhost}. */
    public URI url() {
        InetAddress host = address().getAddress();
        String text = host.isAnyLocalAddress()
                ? "localhost"
                : host instanceof Inet6Address ? '[' + host.getHostAddress() + ']' : host.getHostAddress();
        return URI.create("http://" + text + ':' + address().getPort());
    }

    /** Refuses what is new, waits up to 2 s for what is being answered, and frees the port. Can be repeated. */
    @Override
    public void close() {
        active.awaitNone(GRACE_NANOS);
        http.stop(0);
        threads.shutdownNow();
    }

    private static HttpServer bind(InetSocketAddress address) throws IOException {
        if (address.isUnresolved())
            throw new IOException(
                    "The host " + address.getHostString() + " is not known; give an address of this machine.");
        try {
            return HttpServer.create(address, BACKLOG);
        } catch (BindException e) {
            throw new IOException(
                    "Port " + address.getPort() + " of " + address.getAddress().getHostAddress()
                            + " cannot be used (" + e.getMessage()
                            + "); choose another port or address, or stop the program that has it.",
                    e);
        }
    }

    private static ThreadPoolExecutor newThreads() {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                MAX_THREADS, MAX_THREADS, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, "parley-bootstrap-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private void serve(HttpExchange exchange) {
        if (!active.begin()) {
            exchange.close();
            return;
        }
        try (exchange) {
            send(exchange, respond(exchange));
        } catch (IOException e) {
            LOG.debug("A client went away before it had its answer", e);
        } finally {
            active.end();
        }
    }

    private Response respond(HttpExchange exchange) throws IOException {
        InputStream bytes = exchange.getRequestBody();
        byte[] body = bytes.readNBytes(BootstrapHandler.MAX_BODY_BYTES + 1);
        if (body.length > BootstrapHandler.MAX_BODY_BYTES) {
            drain(bytes);
            return BootstrapHandler.tooLarge();
        }
        URI uri = exchange.getRequestURI();
        try {
            return handler.handle(new Request(
                    exchange.getRequestMethod(),
                    uri.getRawPath() == null ? "" : uri.getRawPath(),
                    uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                    new String(body, StandardCharsets.UTF_8),
                    sender(exchange)));
        } catch (RuntimeException e) {
            LOG.error("{} {} failed", exchange.getRequestMethod(), uri, e);
            return BootstrapHandler.failed();
        }
    }

    private static Sender sender(HttpExchange exchange) {
        return new Sender(
                Optional.of(exchange.getRemoteAddress().getAddress()),
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                        .orElse(""));
    }

    private static void drain(InputStream bytes) throws IOException {
        byte[] buffer = new byte[8192];
        int total = 0;
        for (int n = 0; n >= 0 && total < MAX_DRAINED_BYTES; total += n) n = bytes.read(buffer);
    }

    private static void send(HttpExchange exchange, Response response) throws IOException {
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), isHead ? -1 : body.length);
        if (!isHead) exchange.getResponseBody().write(body);
    }
}
