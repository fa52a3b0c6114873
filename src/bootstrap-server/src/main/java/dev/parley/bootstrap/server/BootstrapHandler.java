package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.BootstrapJson;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.RoomNames;
import dev.parley.bootstrap.WireLine;
import java.net.InetAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The wire contract's operations, and a page that shows what is listed: a request in, a response out, without a word of HTTP's
 * machinery, so that a server of any kind can carry them. Any thread.
 */
public final class BootstrapHandler implements RequestHandler {
    /** A body with more bytes than these gets {@link #tooLarge()}; by the wire contract. */
    public static final int MAX_BODY_BYTES = 4 * 1024;

    private static final Logger LOG = LogManager.getLogger();
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";

    /**
     * What a client asks for.
     *
     * @param path with its leading slash, as it came
     * @param query what follows the question mark, still encoded; empty if there is none
     * @param body at most {@link #MAX_BODY_BYTES} of UTF-8
     */
    public record Request(String method, String path, String query, String body, Sender sender) {
        /** Of this very process: counted by nobody, and without a token. */
        public Request(String method, String path, String query, String body) {
            this(method, path, query, body, new Sender(Optional.empty(), ""));
        }
    }

    /**
     * Who asks.
     *
     * @param address where the request came from, of whoever is behind a proxy if that is known; empty: it is not to be counted
     * @param authorization the header {@code Authorization}; empty if there is none
     */
    public record Sender(Optional<InetAddress> address, String authorization) {}

    /**
     * What the client gets; the body is to be sent as UTF-8.
     *
     * @param headers further ones, by name
     */
    public record Response(int status, String contentType, String body, Map<String, String> headers) {
        public Response(int status, String contentType, String body) {
            this(status, contentType, body, Map.of());
        }

        Response with(Map<String, String> more) {
            return new Response(status, contentType, body, more);
        }
    }

    private final PeerStore store;
    private final Leases leases;
    private final Admission admission;
    private final StatusReport status;
    private final InstantSource clock;
    private final Map<String, Operation> operations = Map.of(
            "/list", Operation.withoutBody(Change.NONE),
            "/reset", Operation.withoutBody(Change.of(PeerRules::reset)),
            "/join", Operation.withBody(BootstrapHandler::join),
            "/leave", Operation.withBody(BootstrapHandler::leave),
            "/refill", Operation.withBody(BootstrapHandler::refill),
            "/config", Operation.withBody(BootstrapHandler::configure));

    /** Answers everybody, and lists peers until they are removed. */
    public BootstrapHandler(PeerStore store) {
        this(store, ServicePolicy.OPEN);
    }

    public BootstrapHandler(PeerStore store, ServicePolicy policy) {
        this(store, policy, InstantSource.system());
    }

    /** @param clock what leases and the time that the service runs are measured by */
    public BootstrapHandler(PeerStore store, ServicePolicy policy, InstantSource clock) {
        this.store = store;
        this.leases = new Leases(policy.lease());
        this.admission = new Admission(policy);
        this.status = new StatusReport(store, leases, clock);
        this.clock = clock;
    }

    /** Blocks until the store has kept the change. */
    @Override
    public Response handle(Request request) {
        return admission.refusalOfRate(request).orElseGet(() -> answer(request));
    }

    private Response answer(Request request) {
        if (request.path().equals("/ping"))
            return whenAllowed(request, "POST, GET", () -> new Response(200, TEXT, "OK"));
        if (request.path().equals("/healthz")) return whenAllowed(request, "GET, HEAD", this::health);
        if (StatusPage.has(request.path()))
            return whenAllowed(request, "GET, HEAD", () -> StatusPage.file(request.path()));
        if (request.path().equals("/status"))
            return whenAllowed(
                    request, "GET", () -> admission.refusalOfToken(request).orElseGet(this::status));
        Operation operation = operations.get(request.path());
        if (operation == null)
            return error(404, "there is no such operation; use /ping /join /leave /refill /list /reset or /config");
        return whenAllowed(
                request,
                operation.needsBody() ? "POST" : "POST, GET",
                () -> admission.refusalOfToken(request).orElseGet(() -> operate(operation, request)));
    }

    private static Response whenAllowed(Request request, String methods, Supplier<Response> answer) {
        if (List.of(methods.split(", ")).contains(request.method())) return answer.get();
        return error(405, request.path() + " takes " + methods.replace(", ", " or "))
                .with(Map.of("Allow", methods));
    }

    /** For a body that cannot be read. */
    public static Response unreadable() {
        return error(400, "the body is not what its headers say");
    }

    /** For a body with more than {@link #MAX_BODY_BYTES}. */
    public static Response tooLarge() {
        return error(413, "the body has more than " + MAX_BODY_BYTES + " bytes");
    }

    /** For a failure that is the service's own. */
    public static Response failed() {
        return error(500, "the service failed; its log says why");
    }

    private Response health() {
        try {
            store.check();
            return new Response(200, TEXT, "OK");
        } catch (StoreException e) {
            return error(503, e.getMessage());
        }
    }

    private Response status() {
        try {
            return new Response(200, JSON, status.json());
        } catch (StoreException e) {
            return error(503, e.getMessage());
        }
    }

    private Response operate(Operation operation, Request request) {
        String room;
        Change change;
        try {
            room = room(request.query());
            change = operation.parser().apply(request.body());
        } catch (IllegalArgumentException e) {
            return new Response(400, TEXT, e.getMessage() + "\n");
        }
        try {
            return new Response(200, JSON, BootstrapJson.write(run(change, room)) + "\n");
        } catch (StoreFullException e) {
            return error(507, e.getMessage());
        } catch (StoreException e) {
            LOG.debug("Refused {}", request.path(), e);
            return error(503, e.getMessage());
        }
    }

    /** Reading drops nobody from the store: whoever reads later leaves out the same ones again. */
    private BootstrapData run(Change change, String room) throws StoreException {
        Instant now = clock.instant();
        if (change.data().isEmpty()) return leases.live(store.read(room), now).data();
        return store.update(room, before -> {
                    Room live = leases.live(before, now);
                    return leases.after(live, change.data().get().apply(live.data()), change.registering(), now);
                })
                .data();
    }

    private static Change join(String body) {
        Peer peer = Peer.parse(body);
        return new Change(Optional.of(room -> PeerRules.join(room, peer)), Optional.of(peer.id()));
    }

    private static Change leave(String body) {
        String id = WireLine.parse(body, 1).text(0);
        return Change.of(room -> PeerRules.leave(room, id));
    }

    private static Change refill(String body) {
        Peer peer = Peer.parse(body);
        return new Change(Optional.of(room -> PeerRules.refill(room, peer)), Optional.of(peer.id()));
    }

    private static Change configure(String body) {
        WireLine fields = WireLine.parse(body, 2);
        int maxPeers = fields.numberBetween(0, PeerStore.MAX_PEERS_A_ROOM, 0);
        int minRefillCandidates = fields.numberBetween(0, PeerStore.MAX_PEERS_A_ROOM, 1);
        return Change.of(room -> PeerRules.configure(room, maxPeers, minRefillCandidates));
    }

    /** The first room that the query names; parameters that are not known are ignored, so that both sides can grow. */
    private static String room(String query) {
        for (String parameter : query.split("&", -1))
            if (parameter.startsWith("room=")) return RoomNames.require(decode(parameter.substring("room=".length())));
        return RoomNames.LOBBY;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("the room is not encoded as a query needs it", e);
        }
    }

    static Response error(int status, String text) {
        return new Response(status, TEXT, "error: " + text + "\n");
    }

    /**
     * What is behind a path.
     *
     * @param parser of the body; throws IllegalArgumentException with the line that the client gets
     */
    private record Operation(boolean needsBody, Function<String, Change> parser) {
        static Operation withBody(Function<String, Change> parser) {
            return new Operation(true, parser);
        }

        static Operation withoutBody(Change change) {
            return new Operation(false, body -> change);
        }
    }
    /**
     * What an operation does to a room.
     *
     * @param data empty: it only reads
     * @param registering the id that it keeps listed for another lease time, if it is listed
     */
    private record Change(Optional<UnaryOperator<BootstrapData>> data, Optional<String> registering) {
        static final Change NONE = new Change(Optional.empty(), Optional.empty());

        static Change of(UnaryOperator<BootstrapData> data) {
            return new Change(Optional.of(data), Optional.empty());
        }
    }
}
