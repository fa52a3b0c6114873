package dev.parley.bootstrap.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.BootstrapHandler.Sender;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.BindException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Serves a {@link RequestHandler} over HTTP with the JDK's server. Requests are answered on up to 2,048 threads, each of which a
 * slow client holds until its request is complete; {@link SlowClientLimits} bounds for how long, and lets fewer clients connect than
 * there are threads, so that no client waits for another one's. The handler's store stays the caller's.
 */
public final class BootstrapServer implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();

    /** More than may connect; a thread that waits for a slow client costs some 100 KB. */
    private static final int MAX_THREADS = 2_048;

    private static final int BACKLOG = 512;

    /** A client that is still sending cannot read the refusal; beyond this it is cut off. */
    private static final int MAX_DRAINED_BYTES = 1 << 20;

    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final RequestHandler handler;
    private final HttpServer http;
    private final ThreadPoolExecutor threads;
    private final ActiveRequests active = new ActiveRequests();

    private BootstrapServer(RequestHandler handler, HttpServer http, ThreadPoolExecutor threads) {
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
    public static BootstrapServer start(InetSocketAddress bind, RequestHandler handler) throws IOException {
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

    /** A thread that is idle takes the next request; only if there is none, another thread is made. */
    private static ThreadPoolExecutor newThreads() {
        AtomicInteger count = new AtomicInteger();
        return new ThreadPoolExecutor(0, MAX_THREADS, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
            Thread thread = new Thread(task, "parley-bootstrap-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    private void serve(HttpExchange exchange) {
        if (!active.begin()) {
            exchange.close();
            return;
        }
        long began = System.nanoTime();
        try (exchange) {
            Response response = respond(exchange);
            long bytes = send(exchange, response);
            AccessLog.write(exchange, response.status(), bytes, began);
            // A client that is still sending reads the answer only if it is not cut off.
            drain(exchange.getRequestBody());
        } catch (IOException e) {
            LOG.debug("A client went away before it had its answer", e);
        } finally {
            active.end();
        }
    }

    private Response respond(HttpExchange exchange) {
        byte[] body;
        try {
            if (declaredLength(exchange) > BootstrapHandler.MAX_BODY_BYTES) return BootstrapHandler.tooLarge();
            body = exchange.getRequestBody().readNBytes(BootstrapHandler.MAX_BODY_BYTES + 1);
        } catch (IOException e) {
            LOG.debug("A body that cannot be read", e);
            return BootstrapHandler.unreadable();
        }
        if (body.length > BootstrapHandler.MAX_BODY_BYTES) return BootstrapHandler.tooLarge();
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

    /** The JDK's server has refused what is no number; a body in chunks declares none. */
    private static long declaredLength(HttpExchange exchange) {
        String length = exchange.getRequestHeaders().getFirst("Content-Length");
        return length == null ? 0 : Long.parseLong(length.strip());
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

    /** Returns the bytes of the body. */
    private static long send(HttpExchange exchange, Response response) throws IOException {
        byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        response.headers().forEach(exchange.getResponseHeaders()::set);
        boolean isHead = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(response.status(), isHead ? -1 : body.length);
        if (isHead) return 0;
        OutputStream out = exchange.getResponseBody();
        out.write(body);
        out.flush();
        return body.length;
    }
}
