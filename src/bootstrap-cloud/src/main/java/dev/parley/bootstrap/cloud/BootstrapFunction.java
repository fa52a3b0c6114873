package dev.parley.bootstrap.cloud;

import com.google.cloud.firestore.FirestoreOptions;
import com.google.cloud.functions.HttpFunction;
import com.google.cloud.functions.HttpRequest;
import com.google.cloud.functions.HttpResponse;
import dev.parley.bootstrap.IpLiteral;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.BootstrapHandler.Sender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The bootstrap data service as a function of the functions framework, on Firestore: for Cloud Functions, Cloud Run, and any
 * container. The framework makes one and calls it from any number of threads.
 */
public final class BootstrapFunction implements HttpFunction {
    private static final Logger LOG = LogManager.getLogger();

    private final BootstrapHandler handler;

    /**
     * On the Firestore of the project that it runs in, with the policy that its environment says. The first question to Firestore
     * takes seconds, so it is asked here, before a client waits for it.
     */
    public BootstrapFunction() {
        this(new BootstrapHandler(
                new FirestorePeerStore(FirestoreOptions.getDefaultInstance().getService(), CloudSettings.defaults()),
                CloudSettings.policy(new Environment(System.getenv()))));
        int health = handler.handle(new Request("GET", "/healthz", "", "")).status();
        if (health != 200) LOG.warn("Firestore does not answer yet.");
    }

    /** Over whatever store. */
    public BootstrapFunction(BootstrapHandler handler) {
        this.handler = handler;
    }

    @Override
    public void service(HttpRequest request, HttpResponse response) throws IOException {
        send(answer(request), response);
    }

    private Response answer(HttpRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(BootstrapHandler.MAX_BODY_BYTES + 1);
        if (body.length > BootstrapHandler.MAX_BODY_BYTES) return BootstrapHandler.tooLarge();
        URI uri = URI.create(request.getUri());
        return handler.handle(new Request(
                request.getMethod(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                new String(body, StandardCharsets.UTF_8),
                new Sender(
                        address(request),
                        request.getFirstHeader("Authorization").orElse(""))));
    }

    /** The last one is what Google's front end has seen; those before it are what the client says. */
    private static Optional<InetAddress> address(HttpRequest request) {
        return request.getFirstHeader("X-Forwarded-For")
                .map(addresses ->
                        addresses.substring(addresses.lastIndexOf(',') + 1).strip())
                .filter(IpLiteral::isValid)
                .map(IpLiteral::parse);
    }

    private static void send(Response answer, HttpResponse response) throws IOException {
        response.setStatusCode(answer.status());
        response.setContentType(answer.contentType());
        response.appendHeader("Cache-Control", "no-store");
        answer.headers().forEach(response::appendHeader);
        response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
    }
}
