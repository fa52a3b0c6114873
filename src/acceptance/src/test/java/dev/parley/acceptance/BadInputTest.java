package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerOutput;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever it is given, Parley says one clear sentence, has the right exit status, loses nothing and shows no stack trace. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {
    private static final String NOBODY_LISTENS = "http://127.0.0.1:1";

    private Path folder;
    private Stage stage;

    @BeforeAll
    void openStage(@TempDir Path freshFolder) throws Exception {
        folder = freshFolder;
        stage = new Stage(folder);
    }

    @AfterAll
    void closeStage() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bootstap http://127.0.0.1:1 | did you mean '--bootstrap'?",
                "--script nosuch.txt | there is no file 'nosuch.txt'",
                "alice smith | 'smith' is one too many",
                "--bind-port 70000 | '70000' is no port",
                "--stack nosuch.xml --data-dir d | nosuch.xml",
            })
    void wrongOptionsEndItBeforeItStarts(String arguments, String expected) throws Exception {
        Run run = Run.parley(folder, arguments.split(" ", -1));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors().lines()).singleElement().asString().contains(expected);
    }

    @Test
    void aNameWithSpacesIsRefused() throws Exception {
        Run run = Run.parley(folder, "--name", "alice smith");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errors().lines()).singleElement().asString().contains("'alice smith'");
    }

    @Test
    void anInvalidStackFileIsRefusedWithItsLine() throws Exception {
        Path stack = Files.writeString(
                folder.resolve("mine.xml"),
                "<config xmlns=\"urn:org:jgroups\">\n    <TCP bind_port=\"0\"/>\n    <TCPPING initial_host=\"x\"/>\n</config>\n");

        Run run = Run.parley(folder, stage.options("stacked", "--stack", stack.toString()));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors().lines())
                .singleElement()
                .asString()
                .contains("mine.xml", "line 3", "initial_host", "initial_hosts");
    }

    @Test
    void aPortInUseForTheServiceIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Run run = Run.parley(
                    folder,
                    "--serve",
                    "127.0.0.1:" + taken.getLocalPort(),
                    "--data-dir",
                    folder.resolve("serving").toString());

            assertThat(run.status()).isEqualTo(1);
            assertThat(run.errors().lines()).singleElement().asString().contains(String.valueOf(taken.getLocalPort()));
        }
    }

    @Test
    void aPortInUseForTheGroupIsNamedAndTheNextOneIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Run run = Run.parley(
                    folder,
                    "--nogui",
                    "--name",
                    "portless",
                    "--data-dir",
                    folder.resolve("portless").toString(),
                    "--bootstrap",
                    stage.service().url().toString(),
                    "--bind-addr",
                    "127.0.0.1",
                    "--bind-port",
                    port,
                    "-c",
                    "msg hello");

            assertThat(run.status()).as(run.said()).isZero();
            assertThat(run.said()).contains("Port " + port + " is in use").doesNotContain("\tat ", "Exception");
        }
    }

    @Test
    void anUnreachableServiceIsToldOnceAndThePeerGoesOnAlone() throws Exception {
        Run run = Run.parley(folder, optionsWith("lonely", NOBODY_LISTENS, "-c", "msg hello"));

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(run.said()).contains(NOBODY_LISTENS).doesNotContain("\tat ", "Exception");
    }

    @Test
    void aLyingServiceIsToldAndThePeerGoesOnAlone() throws Exception {
        HttpServer liar = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        liar.createContext("/", exchange -> {
            byte[] lie = "{\"Peers\": [1, \"two\"".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, lie.length);
            exchange.getResponseBody().write(lie);
            exchange.close();
        });
        liar.start();
        try {
            String url = "http://127.0.0.1:" + liar.getAddress().getPort();
            Run run = Run.parley(folder, optionsWith("deceived", url, "-c", "msg hello"));

            assertThat(run.status()).as(run.said()).isZero();
            assertThat(run.said()).contains(url).doesNotContain("\tat ", "Exception");
        } finally {
            liar.stop(0);
        }
    }

    @Test
    void rubbishOnStandardInputAndAMessageOfAMegabyteAreRefusedAndNothingElseIsLost() {
        LabPeer peer = stage.start("rubbish");
        peer.awaitState(Stage.PATIENCE, "alone", "joined");
        byte[] rubbish = new byte[10_000];
        new Random(1).nextBytes(rubbish);
        peer.sendRaw(rubbish);
        peer.sendRaw(new byte[] {'\n'});
        peer.sendRaw(("msg " + "x".repeat(1 << 20) + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(peer.run("msg still here", Stage.PATIENCE).ok()).isTrue();

        PeerOutput.Result tooLong =
                peer.await(PeerOutput.Result.class, result -> result.command().startsWith("msg xxx"), Stage.PATIENCE);
        assertThat(tooLong.error().orElseThrow()).contains("65,536");
        assertThat(peer.outputs(PeerOutput.Message.class))
                .extracting(PeerOutput.Message::text)
                .containsExactly("still here");
        PeerOutput.Result unknown = peer.run("memberlst", Stage.PATIENCE);
        assertThat(unknown.error().orElseThrow()).contains("memberlist").doesNotContain("\n");
        assertThat(peer.unexpectedOutput()).isEmpty();
        assertThat(peer.errorOutput()).isEmpty();
    }

    /** Root may write everywhere except where nobody can. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aDataDirectoryThatCannotBeWrittenIsToldOnceAndItGoesOn() throws Exception {
        Run run = Run.parley(
                folder,
                "--nogui",
                "--name",
                "stateless",
                "--data-dir",
                "/proc/parley",
                "--bootstrap",
                stage.service().url().toString(),
                "--bind-port",
                "0",
                "-c",
                "msg hello");

        assertThat(run.status()).as(run.said()).isZero();
        assertThat(run.said().lines().filter(line -> line.contains("/proc/parley")))
                .singleElement()
                .asString()
                .contains("cannot be written");
        assertThat(run.said()).doesNotContain("\tat ", "Exception");
    }

    private String[] optionsWith(String name, String service, String... more) {
        List<String> options = new ArrayList<>(List.of(stage.options(name, more)));
        options.set(options.indexOf("--bootstrap") + 1, service);
        return options.toArray(String[]::new);
    }
}
