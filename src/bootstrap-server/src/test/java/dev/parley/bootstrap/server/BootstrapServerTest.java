package dev.parley.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.BootstrapData;
import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.BootstrapHandler.Response;
import dev.parley.bootstrap.server.testing.HttpAsker;
import dev.parley.bootstrap.server.testing.ServiceContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapServerTest extends ServiceContract {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private final HttpAsker http = new HttpAsker();
    private MemoryPeerStore store;
    private BootstrapServer server;

    @BeforeAll
    static void limit() {
        SlowClientLimits.applyToThisProcess();
    }

    @BeforeEach
    void start() throws IOException {
        store = new MemoryPeerStore(BootstrapConfig.development());
        server = BootstrapServer.start(ANY_PORT, new BootstrapHandler(store));
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
    }

    @Override
    protected Response ask(Request request) {
        return http.ask(server.url().toString(), request);
    }

    @Test
    void ourClientAndOurServerUnderstandEachOther() throws Exception {
        Peer alice = new Peer("a-1", "Zoë", "2001:db8::7", 22365, "tcp", "", 1_557_219_910L);
        try (BootstrapClient client =
                new BootstrapClient(BootstrapSettings.of(server.url().toString()))) {
            assertThat(client.ping()).isTrue();
            assertThat(client.config("Zoë's&room", 7, 6).config()).isEqualTo(new BootstrapConfig(7, 6, 0));
            BootstrapData joined = client.join("Zoë's&room", alice);
            assertThat(joined.peers().values()).containsExactly(alice);
            assertThat(client.list("Zoë's&room")).isEqualTo(joined);
            assertThat(client.list("lobby").peers()).isEmpty();
            assertThat(client.refill("lobby", alice).peers().values()).containsExactly(alice);
            assertThat(client.leave("Zoë's&room", "a-1").peers()).isEmpty();
            assertThat(client.reset("lobby").peers()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4_097, 8_000, 300_000})
    void aLargerBodyIs413AndChangesNothing(int size) {
        String body = line("a", 1) + " ";
        assertRefused(413, post("/join", body + "x".repeat(size - body.length())));
        assertThat(peersOf(post("/list", ""))).isEmpty();
    }

    @Test
    void aBodyThatIsDeclaredTooLargeIs413BeforeItIsSent() throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(ascii("POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 999999999999\r\n\r\n"));
            assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
                    .isEqualTo("HTTP/1.1 413");
            CompletableFuture<Void> sender = CompletableFuture.runAsync(() -> sendUntilRefused(socket));
            sender.orTimeout(20, TimeUnit.SECONDS).join();
        }
        assertThat(post("/ping", "").body()).isEqualTo("OK");
    }

    @Test
    void aChunkThatIsNoneIs400() throws IOException {
        assertThat(talk("POST /join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n"))
                .startsWith("HTTP/1.1 400 ");
        assertThat(post("/ping", "").body()).isEqualTo("OK");
    }

    @Test
    void headersWithoutEndAreCutOffWhileOthersAreServed() throws IOException {
        for (String header : List.of("h: " + "x".repeat(1 << 20) + "\r\n", "h: x\r\n".repeat(50_000)))
            assertThat(flood("GET /ping HTTP/1.1\r\n" + header)).doesNotContain("200 OK");
        assertThat(flood("GET /" + "x".repeat(4 << 20))).doesNotContain("200 OK");
        assertThat(post("/ping", "").body()).isEqualTo("OK");
    }

    @Test
    void nineHundredIdleConnectionsDisturbNobody() throws IOException {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 900; i++) idle.add(connect());
            for (int i = 0; i < 100; i++)
                assertThat(join("p", i)).as("join %s", i).contains("p");
        } finally {
            for (Socket socket : idle) socket.close();
        }
    }

    @Test
    void headIsAnsweredWithoutABody() throws IOException {
        assertThat(talk("HEAD /list HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 405 ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void aBodyInChunksIsRead() throws IOException {
        String line = line("a", 1);
        assertThat(talk("POST /join HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(line.length()) + "\r\n" + line + "\r\n0\r\n\r\n"))
                .contains("\"numpeers\":1");
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() throws IOException {
        byte[] head = ascii("POST /join HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 24\r\n\r\n");
        byte[] body = ascii("a_ b 127.0.0.1 1 tcp 0 5");
        body[1] = (byte) 0xC3;
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        assertThat(talk(request)).startsWith("HTTP/1.1 400 ").contains("not UTF-8");
    }

    @Test
    void malformedRequestsDisturbNobody() throws IOException {
        sendMalformed(200);
    }

    @Test
    @Tag("soak")
    void tenThousandMalformedRequestsTakeNoMemory() throws IOException {
        sendMalformed(1_000);
        long before = usedBytes();
        sendMalformed(10_000);
        assertThat(usedBytes() - before).isLessThan(8 << 20);
    }

    @Test
    void hundredsOfClientsThatNeverFinishTheirRequestsDoNotStopOthersAndAreCutOff() throws IOException {
        dribble(400);
    }

    @Test
    @Tag("soak")
    void moreThanAThousandClientsThatNeverFinishTheirRequestsDoNotStopOthers() throws IOException {
        dribble(1_500);
    }

    private void sendMalformed(int requests) throws IOException {
        join("a", 1);
        Random random = new Random(7);
        for (int i = 0; i < requests; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            if (i % 2 == 0) flood(new String(bytes, StandardCharsets.ISO_8859_1));
            else
                flood("POST /join?room=%zz&%=%%% HTTP/1.1\r\n" + new String(bytes, StandardCharsets.ISO_8859_1)
                        + "\r\n\r\n");
        }
        assertThat(peersOf(post("/list", ""))).containsExactly("a");
    }

    private static long usedBytes() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    /** Each client sends all but the end of its body, and then nothing. */
    private void dribble(int clients) throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < clients; i++) {
                Socket socket = connect();
                slow.add(socket);
                socket.setSoTimeout(60_000);
                socket.getOutputStream().write(ascii("POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 40\r\n\r\na "));
            }
            long began = System.nanoTime();
            assertThat(join("a", 1)).containsExactly("a");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(3));
            for (Socket socket : slow) assertThat(readUntilClosed(socket)).doesNotContain("200 OK");
        } finally {
            for (Socket socket : slow) socket.close();
        }
    }

    @Test
    void aFailureOfTheServiceItselfIs500AndTheNextRequestIsAnswered() throws IOException {
        PeerStore broken = new PeerStore() {
            @Override
            public Room read(String room) {
                throw new IllegalStateException("broken on purpose");
            }

            @Override
            public Room update(String room, UnaryOperator<Room> change) {
                throw new IllegalStateException("broken on purpose");
            }

            @Override
            public List<String> rooms() {
                throw new IllegalStateException("broken on purpose");
            }

            @Override
            public void close() {}
        };
        server.close();
        server = BootstrapServer.start(ANY_PORT, new BootstrapHandler(broken));
        assertRefused(500, post("/list", ""));
        assertThat(post("/ping", "").body()).isEqualTo("OK");
    }

    @Test
    void closingLetsARequestThatIsBeingAnsweredFinish() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        server.close();
        server = BootstrapServer.start(ANY_PORT, new BootstrapHandler(new PeerStore() {
            @Override
            public Room read(String room) {
                return store.read(room);
            }

            @Override
            public Room update(String room, UnaryOperator<Room> change) throws StoreException {
                inside.countDown();
                awaitQuietly(goOn);
                return store.update(room, change);
            }

            @Override
            public List<String> rooms() {
                return store.rooms();
            }

            @Override
            public void close() {}
        }));
        CompletableFuture<List<String>> answer = CompletableFuture.supplyAsync(() -> join("a", 1));
        assertThat(inside.await(20, TimeUnit.SECONDS)).isTrue();
        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        await().until(this::refuses);
        goOn.countDown();
        assertThat(answer.get(20, TimeUnit.SECONDS)).containsExactly("a");
        closing.get(20, TimeUnit.SECONDS);
    }

    @Test
    void closingFreesThePortAndCanBeRepeated() throws IOException {
        server.close();
        server.close();
        InetSocketAddress same = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), server.address().getPort());
        server = BootstrapServer.start(same, new BootstrapHandler(store));
        assertThat(post("/ping", "").body()).isEqualTo("OK");
    }

    @Test
    void anAddressThatCannotBeBoundIsOneSentence() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> BootstrapServer.start(server.address(), new BootstrapHandler(store)))
                .withMessageContaining("Port " + server.address().getPort())
                .withMessageContaining("choose another port");
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> BootstrapServer.start(
                        InetSocketAddress.createUnresolved("nowhere", 0), new BootstrapHandler(store)))
                .withMessageContaining("nowhere");
    }

    @Test
    void theUrlIsOneThatAClientCanUse() throws IOException {
        assertThat(server.url())
                .hasToString("http://127.0.0.1:" + server.address().getPort());
    }

    private boolean refuses() {
        try {
            post("/ping", "");
            return false;
        } catch (UncheckedIOException e) {
            return true;
        }
    }

    private String talk(String request) throws IOException {
        return talk(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends bytes, says that there are no more, and reads what comes until the server closes. */
    private String talk(byte[] request) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            return readUntilClosed(socket);
        }
    }

    /** As {@link #talk}, for what the server may stop to read before it has all. */
    private String flood(String request) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(20_000);
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
            } catch (SocketException e) {
                return "";
            }
            return readUntilClosed(socket);
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    }

    private static String readUntilClosed(Socket socket) {
        StringBuilder answer = new StringBuilder();
        try {
            for (int c = socket.getInputStream().read();
                    c >= 0;
                    c = socket.getInputStream().read()) answer.append((char) c);
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the server left the connection open after: " + answer, e);
        } catch (IOException e) {
            return answer.toString();
        }
        return answer.toString();
    }

    private static void sendUntilRefused(Socket socket) {
        byte[] junk = new byte[65_536];
        try {
            while (true) socket.getOutputStream().write(junk);
        } catch (IOException e) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) throw new AssertionError("nobody let the request go on");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
