package dev.parley.bootstrap;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * Asks a bootstrap data service, ours or a reference one. Every method but {@link #close()} blocks for at most the call time-out,
 * so none may be called from a callback of the group or from a window's thread. Any number of threads may call at once. No thread
 * of this class keeps a program from ending.
 *
 * <p>What can be repeated without harm is, after a pause, as long as the call time-out allows: when an answer breaks off, or the
 * service says that it cannot answer at the moment. That is all but {@link #reset} and {@link #config}, which would undo what others
 * did in between, and {@link #ping}. A connection that is refused is not tried again: nobody is there. A room other than {@link RoomNames#LOBBY} is named in the query; the lobby is
 * not, so that a reference server, which has no rooms, sees exactly the requests it knows. Redirects are not followed.
 */
public final class BootstrapClient implements AutoCloseable {
    /** What an answer may have at most; 64 peers need less than a tenth of it. */
    private static final int MAX_ANSWER_BYTES = 1 << 20;

    private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

    /** A peer asks a few times in a row and then not for a minute: a connection need not last. */
    private static final int KEPT_SECONDS = 5;

    /** Only with TLS: without, to connect again costs less than the thread that watches a connection which nobody uses. */
    private static final int MOST_IDLE = 2;

    private final BootstrapSettings settings;
    private final HttpUrl base;
    private final BootstrapJson json = BootstrapJson.ofAnswers();
    private OkHttpClient http;
    private volatile Duration clockDifference;
    private boolean closed;

    /** Connects to nothing yet. */
    public BootstrapClient(BootstrapSettings settings) {
        this.settings = settings;
        this.base = HttpUrl.get(settings.url().toString());
    }

    public BootstrapSettings settings() {
        return settings;
    }

    /**
     * Asks whether a bootstrap service is there.
     *
     * @return whether it answered exactly {@code OK}; false means that something else answers at this URL
     * @throws BootstrapException if nothing answers
     */
    public boolean ping() throws BootstrapException {
        Answer answer = new Exchange(url("ping", RoomNames.LOBBY), "").once();
        return answer.status() == 200 && new String(answer.body(), StandardCharsets.UTF_8).equals("OK");
    }

    /** By how much the service's clock was ahead of this machine's in its last answer, to the second; empty if it does not tell. */
    public Optional<Duration> clockDifference() {
        return Optional.ofNullable(clockDifference);
    }

    private void compareClocks(Response response) {
        Date theirs = response.headers().getDate("Date");
        if (theirs != null) clockDifference = Duration.between(Instant.now(), theirs.toInstant());
    }

    /** Registers a peer if the room's list has a place for it; the answer tells by its content. */
    public BootstrapData join(String room, Peer peer) throws BootstrapException {
        return operate("join", room, peer.toLine());
    }

    /** Removes a peer from the room's list; an unknown id changes nothing. */
    public BootstrapData leave(String room, String id) throws BootstrapException {
        WireText.require("id", id, 1, 128);
        return operate("leave", room, id);
    }

    /** Offers a peer for a free place, or for that of a younger one. */
    public BootstrapData refill(String room, Peer peer) throws BootstrapException {
        return operate("refill", room, peer.toLine());
    }

    public BootstrapData list(String room) throws BootstrapException {
        return operate("list", room, "");
    }

    /** Removes all peers of the room and keeps its configuration. */
    public BootstrapData reset(String room) throws BootstrapException {
        return interpreted(exchange("reset", room, ""), Exchange::once);
    }

    /** Sets how many peers the room's list holds, and removes none. */
    public BootstrapData config(String room, int maxPeers, int minRefillCandidates) throws BootstrapException {
        return interpreted(exchange("config", room, maxPeers + " " + minRefillCandidates), Exchange::once);
    }

    /** Ends calls that are under way, which then fail, and closes all connections. Returns at once. */
    @Override
    public void close() {
        OkHttpClient open;
        synchronized (this) {
            closed = true;
            open = http;
            http = null;
        }
        if (open == null) return;
        open.dispatcher().cancelAll();
        open.connectionPool().evictAll();
    }

    private BootstrapData operate(String operation, String room, String body) throws BootstrapException {
        return interpreted(exchange(operation, room, body), Exchange::untilAnswered);
    }

    private Exchange exchange(String operation, String room, String body) {
        return new Exchange(url(operation, RoomNames.require(room)), body);
    }

    private BootstrapData interpreted(Exchange exchange, Way way) throws BootstrapException {
        Answer answer = way.through(exchange);
        HttpUrl url = exchange.url;
        if (answer.status() != 200)
            throw new BootstrapException(url + " answered with status " + answer.status() + answer.firstLine() + "; "
                    + adviceFor(answer.status()) + ".");
        try {
            return json.read(answer.body());
        } catch (IllegalArgumentException e) {
            throw new BootstrapException(
                    url + " answered something else than bootstrap data (" + e.getMessage()
                            + "); check that this is the URL of a bootstrap service.",
                    e);
        }
    }

    private HttpUrl url(String operation, String room) {
        HttpUrl.Builder url = base.newBuilder().addPathSegment(operation);
        if (!room.equals(RoomNames.LOBBY)) url.addQueryParameter("room", room);
        return url.build();
    }

    /** How to come to an answer: by asking once, or again where that helps. */
    @FunctionalInterface
    private interface Way {
        Answer through(Exchange exchange) throws BootstrapException;
    }

    /** One operation, from the first attempt to the last. */
    private final class Exchange {
        private final HttpUrl url;
        private final String body;
        private final Patience patience = new Patience(settings.callTimeout());

        Exchange(HttpUrl url, String body) {
            this.url = url;
            this.body = body;
        }

        Answer once() throws BootstrapException {
            try {
                return attempt();
            } catch (IOException | RuntimeException e) {
                throw failed(e);
            }
        }

        Answer untilAnswered() throws BootstrapException {
            while (true) {
                try {
                    Answer answer = attempt();
                    if (!answer.comesTooEarly() || !patience.pause()) return answer;
                } catch (IOException | RuntimeException e) {
                    if (!breaksOff(e) || !patience.pause()) throw failed(e);
                }
            }
        }

        private Answer attempt() throws IOException, BootstrapException {
            Request.Builder request = new Request.Builder()
                    .url(url)
                    .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), FORM));
            settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
            Call call = http(url).newCall(request.build());
            call.timeout().timeout(patience.leftNanos(), TimeUnit.NANOSECONDS);
            try (Response response = execute(call)) {
                compareClocks(response);
                BufferedSource source = response.body().source();
                if (source.request(MAX_ANSWER_BYTES + 1L))
                    throw new BootstrapException(url + " answered with more than " + MAX_ANSWER_BYTES
                            + " bytes; check that this is the URL of a bootstrap service.");
                return new Answer(response.code(), source.readByteArray());
            }
        }

        private BootstrapException failed(Exception e) {
            return new BootstrapException(url + " " + whatHappened(e) + ".", e);
        }
    }

    private boolean breaksOff(Exception e) {
        boolean nobodyIsThere = e instanceof InterruptedIOException
                || e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof SSLException;
        return e instanceof IOException
                && !nobodyIsThere
                && !isClosed()
                && !Thread.currentThread().isInterrupted();
    }

    /** OkHttp is written in Kotlin, and its connecting throws InterruptedException without declaring it. */
    private static Response execute(Call call) throws IOException {
        try {
            return call.execute();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Built at the first call; without TLS for a plain URL, since loading the certificates takes longer than all the rest. */
    private synchronized OkHttpClient http(HttpUrl url) throws BootstrapException {
        if (closed)
            throw new BootstrapException(url + " was not called, because this client is closed; use a new one.");
        if (http == null) {
            OkHttpClient.Builder builder = new OkHttpClient.Builder()
                    .connectTimeout(settings.connectTimeout())
                    .callTimeout(settings.callTimeout())
                    .readTimeout(Duration.ZERO)
                    .writeTimeout(Duration.ZERO)
                    // One address after the other, without a thread for each.
                    .fastFallback(false)
                    .followRedirects(false)
                    .connectionPool(new ConnectionPool(base.isHttps() ? MOST_IDLE : 0, KEPT_SECONDS, TimeUnit.SECONDS));
            if (!base.isHttps()) builder.connectionSpecs(List.of(ConnectionSpec.CLEARTEXT));
            http = builder.build();
        }
        return http;
    }

    private String whatHappened(Exception e) {
        if (e instanceof SocketTimeoutException || e instanceof ConnectException)
            return "cannot be reached (" + reason(e) + "); check the URL and that the service runs";
        if (e instanceof UnknownHostException)
            return "has a host name that nobody knows; check the URL and the network";
        if (e instanceof SSLException) return "has no valid certificate (" + reason(e) + "); check the URL";
        if (isClosed()) return "was not waited for, because this client was closed";
        if (Thread.currentThread().isInterrupted())
            return "was not waited for, because the calling thread was interrupted";
        if (e instanceof InterruptedIOException)
            return "gave no answer within " + settings.callTimeout().toMillis()
                    + " ms; check that the service runs, or try again";
        return "broke off its answer (" + reason(e) + "); check that this is a bootstrap service, or try again";
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private static String reason(Exception e) {
        return Optional.ofNullable(e.getMessage())
                .map(text -> WireText.printable(text, 120))
                .orElse(e.getClass().getSimpleName());
    }

    private static String adviceFor(int status) {
        return switch (status / 100) {
            case 3 -> "use the URL that it redirects to";
            case 4 -> "check the URL and the token";
            case 5 -> "look at the service's log, or try again";
            default -> "check that this is the URL of a bootstrap service";
        };
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Answer(int status, byte[] body) {
        /** The service is there, and may answer better in a moment. */
        boolean comesTooEarly() {
            return status == 429 || status / 100 == 5;
        }

        String firstLine() {
            String line = new String(body, StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .strip();
            return line.isEmpty() ? "" : " (" + WireText.printable(line, 120) + ")";
        }
    }
}
