package dev.parley.bootstrap.mock;

import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.RequestHandler;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Passes the operations on to the real service, and spoils what comes of it as it is told. {@code /mock} tells how it misbehaves,
 * and changes it. Any thread; those that wait can be interrupted.
 */
final class MisbehavingHandler implements RequestHandler {
    private static final Set<String> SPOILT =
            Set.of("/ping", "/list", "/join", "/leave", "/refill", "/reset", "/config");

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String JSON = "application/json";

    /** Longer than any client waits. */
    private static final Duration HANGING = Duration.ofMinutes(1);

    private static final List<Integer> FAILURES = List.of(500, 502, 503);

    private final BootstrapHandler service;
    private final RandomGenerator random;
    private final Consumer<Misbehaviour> changed;
    private final StaleLists stale;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile Misbehaviour misbehaviour = Misbehaviour.NONE;

    /**
     * @param nanoTime the clock of stale lists
     * @param changed is told of each change, on the thread that asked for it
     */
    MisbehavingHandler(
            BootstrapHandler service, RandomGenerator random, LongSupplier nanoTime, Consumer<Misbehaviour> changed) {
        this.service = service;
        this.random = random;
        this.stale = new StaleLists(nanoTime);
        this.changed = changed;
    }

    /** From now on. */
    void misbehave(Misbehaviour how) {
        misbehaviour = how;
        changed.accept(how);
    }

    /** Lets go of what waits, so that it can be answered before the service stops. */
    void end() {
        ended.countDown();
    }

    @Override
    public Response handle(Request request) {
        if (request.path().equals("/mock")) return control(request);
        if (!SPOILT.contains(request.path())) return service.handle(request);
        Misbehaviour how = misbehaviour;
        if (happens(how.hangPercent())) {
            pause(HANGING);
            return new Response(503, TEXT, "error: this request was left hanging on purpose\n");
        }
        pause(latency(how));
        if (happens(how.failPercent()))
            return new Response(
                    FAILURES.get(random.nextInt(FAILURES.size())), TEXT, "error: this request failed on purpose\n");
        Response answer = service.handle(request);
        if (answer.status() == 200 && answer.contentType().equals(JSON)) answer = aged(request, answer, how);
        return happens(how.garbagePercent()) ? garbage(answer) : answer;
    }

    private Response control(Request request) {
        if (request.method().equals("POST")) {
            try {
                misbehave(MisbehaviourOptions.parse(request.body()));
            } catch (IllegalArgumentException e) {
                return new Response(400, TEXT, "error: " + e.getMessage() + "\n");
            }
        } else if (!request.method().equals("GET")) return new Response(405, TEXT, "error: /mock takes POST or GET\n");
        return new Response(200, TEXT, misbehaviour + "\n");
    }

    private Response aged(Request request, Response answer, Misbehaviour how) {
        stale.remember(request.query(), answer.body());
        if (how.staleSeconds().isEmpty() || !request.path().equals("/list")) return answer;
        String old = stale.list(request.query(), how.staleSeconds().getAsInt(), answer.body());
        return new Response(answer.status(), answer.contentType(), old, answer.headers());
    }

    private Response garbage(Response answer) {
        String body = answer.body();
        return switch (random.nextInt(6)) {
            case 0 -> new Response(200, JSON, body.substring(0, body.length() / 2));
            case 1 -> new Response(200, "text/html", "<html><body>Please log in to use this network.</body></html>");
            case 2 -> new Response(200, JSON, "{\"Config\":[],\"Peers\":\"none\"}");
            case 3 ->
                new Response(
                        200,
                        JSON,
                        "{\"Config\":{\"maxpeers\":-1},\"Peers\":{\"x\":{\"id\":\"y\",\"ip\":\"nowhere\",\"port\":\"-7\"}}}");
            case 4 -> new Response(200, JSON, "[".repeat(100_000));
            default -> new Response(200, JSON, "\u0000\u0007\u001b[2J" + "\ufffd".repeat(random.nextInt(2_000)));
        };
    }

    private Duration latency(Misbehaviour how) {
        long least = how.latency().least().toMillis();
        long most = how.latency().most().toMillis();
        return Duration.ofMillis(random.nextLong(least, most + 1));
    }

    private boolean happens(int percent) {
        return percent > 0 && random.nextInt(100) < percent;
    }

    private void pause(Duration time) {
        if (time.isZero()) return;
        try {
            boolean unused = ended.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
