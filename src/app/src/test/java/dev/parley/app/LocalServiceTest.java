package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalServiceTest {
    private final List<AutoCloseable> open = new ArrayList<>();
    private List<Integer> ports;

    @BeforeEach
    void findFreePorts() throws IOException {
        try (ServerSocket one = listening();
                ServerSocket two = listening();
                ServerSocket three = listening()) {
            ports = List.of(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
        }
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : open) each.close();
    }

    @Test
    void nothingIsFoundWhereNothingRuns() {
        assertThat(service().find()).isEmpty();
    }

    @Test
    void theServiceRunsOnTheFirstPortAndOthersFindIt() {
        LocalService first = service();
        LocalService second = service();

        Optional<URI> served = first.findOrServe();

        assertThat(served).contains(url(0));
        assertThat(first.serving()).isTrue();
        assertThat(second.find()).isEqualTo(served);
        assertThat(second.findOrServe()).isEqualTo(served);
        assertThat(second.serving()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ok", "OK ", "<html>OK</html>"})
    void aProgramThatAnswersSomethingElseIsNotTakenForTheService(String answer) throws Exception {
        stranger(answer);
        LocalService first = service();

        assertThat(first.findOrServe()).contains(url(1));
        assertThat(service().find()).contains(url(1));
    }

    @Test
    void aProgramThatAnswersNothingIsPassedOver() throws Exception {
        open.add(new ServerSocket(ports.get(0), 5, InetAddress.getLoopbackAddress()));

        assertThat(service().findOrServe()).contains(url(1));
    }

    @Test
    void whereNoPortCanBeHadThereIsNoService() throws Exception {
        for (int port : ports) open.add(new ServerSocket(port, 5, InetAddress.getLoopbackAddress()));

        assertThat(service().findOrServe()).isEmpty();
    }

    @Test
    void aServiceOnALaterPortIsFoundAlthoughAnEarlierOneIsFreeAgain() throws Exception {
        LocalService first = service();
        HttpServer stranger = stranger("no");
        first.findOrServe();
        stranger.stop(0);

        assertThat(service().findOrServe()).contains(url(1));
    }

    @Test
    void anotherTakesOverWhenTheServiceIsGone() throws Exception {
        LocalService first = service();
        LocalService second = service();
        first.findOrServe();

        first.close();

        assertThat(second.find()).isEmpty();
        assertThat(second.findOrServe()).contains(url(0));
        assertThat(second.serving()).isTrue();
    }

    @Test
    void ofManyThatStartAtOnceExactlyOneServes() throws Exception {
        List<LocalService> services = List.of(service(), service(), service(), service());
        ExecutorService threads = Executors.newFixedThreadPool(services.size());
        open.add(threads::shutdownNow);
        List<Callable<Optional<URI>>> starts = new ArrayList<>();
        for (LocalService service : services) starts.add(service::findOrServe);

        for (Future<Optional<URI>> start : threads.invokeAll(starts))
            assertThat(start.get()).contains(url(0));

        assertThat(services).filteredOn(LocalService::serving).hasSize(1);
    }

    @Test
    void aClosedServiceServesNoMore() {
        LocalService service = service();
        service.close();

        assertThat(service.findOrServe()).isEmpty();
    }

    private LocalService service() {
        LocalService service = new LocalService(ports);
        open.add(service);
        return service;
    }

    private URI url(int index) {
        return URI.create("http://127.0.0.1:" + ports.get(index));
    }

    private HttpServer stranger(String answer) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.get(0)), 5);
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
        return server;
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }
}
