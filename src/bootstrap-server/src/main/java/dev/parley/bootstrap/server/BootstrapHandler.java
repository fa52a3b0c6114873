package dev.parley.bootstrap.server;

import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.BootstrapJson;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.RoomNames;
import dev.parley.bootstrap.WireLine;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * The wire contract's operations: a request in, a response out, without a word of HTTP's machinery, so that a server of any kind
 * can carry them. Any thread.
 */
public final class BootstrapHandler {
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
    public record Request(String method, String path, String query, String body) {}

    /** What the client gets; the body is to be sent as UTF-8. */
    public record Response(int status, String contentType, String body) {}

    private final PeerStore store;
    private final Map<String, Operation> withoutBody = Map.of(
            "/list", body -> PeerStore::read, //
            "/reset", body -> changing(PeerRules::reset));
    private final Map<String, Operation> withBody = Map.of(
            "/join", BootstrapHandler::join,
            "/leave", BootstrapHandler::leave,
            "/refill", BootstrapHandler::refill,
            "/config", BootstrapHandler::configure);

    public BootstrapHandler(PeerStore store) {
        this.store = store;
    }

    /** Never throws for anything that a client sent. Blocks until the store has kept the change. */
    public Response handle(Request request) {
        String path = request.path();
        boolean isPing = path.equals("/ping");
        boolean needsBody = withBody.containsKey(path);
        if (!isPing && !needsBody && !withoutBody.containsKey(path))
            return error(404, "there is no such operation; use /ping /join /leave /refill /list /reset or /config");
        if (!isAllowed(request.method(), needsBody))
            return error(405, path + " takes POST" + (needsBody ? "" : " or GET"));
        if (isPing) return new Response(200, TEXT, "OK");
        return operate(needsBody ? withBody.get(path) : withoutBody.get(path), request);
    }

    /** For a body with more than {@link #MAX_BODY_BYTES}. */
    public static Response tooLarge() {
        return error(413, "the body has more than " + MAX_BODY_BYTES + " bytes");
    }

    /** For a failure that is the service's own. */
    public static Response failed() {
        return error(500, "the service failed; its log says why");
    }

    private Response operate(Operation operation, Request request) {
        String room;
        Step step;
        try {
            room = room(request.query());
            step = operation.parse(request.body());
        } catch (IllegalArgumentException e) {
            return new Response(400, TEXT, e.getMessage() + "\n");
        }
        try {
            return new Response(200, JSON, BootstrapJson.write(step.run(store, room)) + "\n");
        } catch (StoreFullException e) {
            return error(507, e.getMessage());
        } catch (StoreException e) {
            LOG.debug("Refused {}", request.path(), e);
            return error(503, e.getMessage());
        }
    }

    private static boolean isAllowed(String method, boolean needsBody) {
        return method.equals("POST") || (method.equals("GET") && !needsBody);
    }

    private static Step changing(UnaryOperator<BootstrapData> change) {
        return (store, room) -> store.update(room, change);
    }

    private static Step join(String body) {
        Peer peer = Peer.parse(body);
        return changing(room -> PeerRules.join(room, peer));
    }

    private static Step leave(String body) {
        String id = WireLine.parse(body, 1).text(0);
        return changing(room -> PeerRules.leave(room, id));
    }

    private static Step refill(String body) {
        Peer peer = Peer.parse(body);
        return changing(room -> PeerRules.refill(room, peer));
    }

    private static Step configure(String body) {
        WireLine fields = WireLine.parse(body, 2);
        int maxPeers = fields.numberBetween(0, PeerStore.MAX_PEERS_A_ROOM, 0);
        int minRefillCandidates = fields.numberBetween(0, PeerStore.MAX_PEERS_A_ROOM, 1);
        return changing(room -> PeerRules.configure(room, maxPeers, minRefillCandidates));
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

    private static Response error(int status, String text) {
        return new Response(status, TEXT, "error: " + text + "\n");
    }

    @FunctionalInterface
    private interface Operation {
        /** @throws IllegalArgumentException with the line that the client gets */
        Step parse(String body);
    }

    /** What to do with a room of the store; gives the room as the client is to see it. */
    @FunctionalInterface
    private interface Step {
        BootstrapData run(PeerStore store, String room) throws StoreException;
    }
}
