package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.bootstrap.Peer;
import dev.parley.lab.Lab;
import dev.parley.lab.LabPeer;
import dev.parley.lab.LabSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Peers that were told nothing. The only tests that use the ports 8080 and 18080; skipped where one of them is taken. */
class NoConfigurationTest {
    @TempDir
    private Path folder;

    private Lab lab;

    @BeforeEach
    void openLab() {
        for (int port : List.of(8080, 18080))
            assumeTrue(isFree(port), "Port " + port + " of this machine is taken by another program");
        lab = new Lab(new LabSettings(
                Program.command(), Program.environment(), folder, Optional.empty(), List.of("--bind-port", "0")));
    }

    @AfterEach
    void closeLab() {
        if (lab != null) lab.close();
    }

    @Test
    void twoPeersChatAndANewcomerJoinsAfterTheHostOfTheServiceIsKilled() {
        LabPeer alice = lab.start("alice");
        alice.awaitState(Stage.PATIENCE, "alone");
        LabPeer bob = lab.start("bob");
        bob.awaitMembers(List.of("alice", "bob"), Stage.PATIENCE);
        assertThat(bob.run("msg good morning", Stage.PATIENCE).ok()).isTrue();
        alice.awaitMessage(message -> message.text().equals("good morning"), Stage.PATIENCE);

        alice.kill();
        LabPeer carol = lab.start("carol");

        carol.awaitMembers(List.of("bob", "carol"), Stage.PATIENCE);
        assertThat(carol.run("msg still here", Stage.PATIENCE).ok()).isTrue();
        bob.awaitMessage(message -> message.text().equals("still here"), Stage.PATIENCE);
    }

    /** The figures themselves: {@code -Dsoak.runs} (5) runs. */
    @Tag("soak")
    @Test
    @Timeout(900)
    void howLongItTakesUntilAnotherRunsTheServiceAndAllAreListedAgain() throws Exception {
        Figures takenOver = new Figures("host of the local service killed, until another one answers");
        Figures listed = new Figures("host of the local service killed, until its places are taken by survivors");
        for (int run = 0; run < Integer.getInteger("soak.runs", 5); run++) {
            String suffix = "-" + run;
            LabPeer alice = lab.start("alice" + suffix);
            alice.awaitState(Stage.PATIENCE, "alone");
            List<String> survivors = List.of("bob" + suffix, "carol" + suffix, "dave" + suffix);
            List<LabPeer> peers =
                    survivors.stream().map(name -> lab.start(name)).toList();
            for (LabPeer peer : peers) peer.awaitView(view -> view.members().size() == 4, Stage.PATIENCE);

            long killed = System.nanoTime();
            alice.kill();
            try (BootstrapClient client = new BootstrapClient(BootstrapSettings.of("http://127.0.0.1:8080"))) {
                await().atMost(Stage.PATIENCE).ignoreExceptions().until(client::ping);
                takenOver.add(Figures.since(killed));
                await().atMost(Stage.PATIENCE)
                        .ignoreExceptions()
                        .untilAsserted(
                                () -> assertThat(client.list("lobby").peers().values())
                                        .extracting(Peer::name)
                                        .hasSize(2)
                                        .isSubsetOf(survivors));
                listed.add(Figures.since(killed));
            }
            peers.forEach(LabPeer::close);
        }
        takenOver.print();
        listed.print();
        assertThat(takenOver.worst()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void somethingElseOnPort8080DoesNotKeepPeersApart() throws Exception {
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 8080), 5);
        stranger.createContext("/", exchange -> {
            byte[] page = "<html>Another program</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        stranger.start();
        try {
            LabPeer alice = lab.start("alice");
            LabPeer bob = lab.start("bob");

            alice.awaitMembers(List.of("alice", "bob"), Stage.PATIENCE);
            bob.awaitMembers(List.of("alice", "bob"), Stage.PATIENCE);
        } finally {
            stranger.stop(0);
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
