package dev.parley.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.chat.HistorySettings;
import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.console.script.ScriptCall;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaunchOptionsTest {
    @TempDir
    private Path folder;

    @Test
    void withoutOptionsEverythingHasItsDefault() throws Exception {
        LaunchOptions options = parse();

        assertThat(options.name()).isEqualTo(OptionValues.loginName(System.getProperty("user.name")));
        assertThat(options.room()).isEqualTo(RoomName.LOBBY);
        assertThat(options.service().url()).isEmpty();
        assertThat(options.service().serve()).isEmpty();
        assertThat(options.group().stack()).isEqualTo("tcp");
        assertThat(options.group().bindAddress()).isEmpty();
        assertThat(options.group().bindPort()).isEmpty();
        assertThat(options.group().manual()).isFalse();
        assertThat(options.work().scripts()).isEmpty();
        assertThat(options.work().commands()).isEmpty();
        assertThat(options.json()).isFalse();
        assertThat(options.log().level()).isEqualTo(Level.INFO);
        assertThat(options.storage().history()).isEqualTo(HistorySettings.USUAL);
    }

    @Test
    void historyIsBoundedOrNotKeptButNotBoth() throws Exception {
        assertThat(parse("--history-limit", "250").storage().history()).isEqualTo(new HistorySettings(true, 250));
        assertThat(parse("--no-history").storage().history().kept()).isFalse();
        assertThatThrownBy(() -> parse("--no-history", "--history-limit", "5"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("leave one out");
        for (String wrong : new String[] {"0", "-3", "many", "10000000"})
            assertThatThrownBy(() -> parse("--history-limit", wrong))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("is not a number of megabytes from 1 to 1000000");
    }

    @Test
    void eachOptionIsRead() throws Exception {
        Path script = Files.writeString(folder.resolve("a.txt"), "echo hello");

        LaunchOptions options = parse(
                ("--nogui --name ann --room kitchen --bootstrap http://127.0.0.1:9 --stack udp.xml --bind-addr 127.0.0.1"
                                + " --bind-port 0 --manual --script " + script + " -c hello --stay --data-dir d --json"
                                + " --no-color --log l.txt --log-level TRACE")
                        .split(" ", -1));

        assertThat(options.leaveRoomForWindow()).isFalse();
        assertThat(options.name()).isEqualTo(new PeerName("ann"));
        assertThat(options.room()).isEqualTo(new RoomName("kitchen"));
        assertThat(options.service().url()).contains(URI.create("http://127.0.0.1:9"));
        assertThat(options.group().stack()).isEqualTo("udp.xml");
        assertThat(options.group().bindAddress()).contains(InetAddress.getLoopbackAddress());
        assertThat(options.group().bindPort()).isEqualTo(OptionalInt.of(0));
        assertThat(options.group().manual()).isTrue();
        assertThat(options.work().scripts()).containsExactly(ScriptCall.of(script));
        assertThat(options.work().commands()).containsExactly("hello");
        assertThat(options.work().stay()).isTrue();
        assertThat(options.storage().dataDirectory()).contains(Path.of("d"));
        assertThat(options.json()).isTrue();
        assertThat(options.noColor()).isTrue();
        assertThat(options.log().file()).contains(Path.of("l.txt"));
        assertThat(options.log().level()).isEqualTo(Level.TRACE);
    }

    @Test
    void aRunThatEndsByItselfOrIsForProgramsHasNoWindow() throws Exception {
        assertThat(parse().leaveRoomForWindow()).isTrue();
        assertThat(parse("alice", "--manual").leaveRoomForWindow()).isTrue();
        assertThat(parse("-c", "hello", "--stay").leaveRoomForWindow()).isTrue();
        assertThat(parse("-c", "hello").leaveRoomForWindow()).isFalse();
        assertThat(parse("--nogui").leaveRoomForWindow()).isFalse();
        assertThat(parse("--json", "--stay").leaveRoomForWindow()).isFalse();
    }

    @Test
    void whatWasNotAskedForIsKnown() throws Exception {
        assertThat(parse().nameGiven()).isEmpty();
        assertThat(parse().roomGiven()).isEmpty();
        assertThat(parse("alice", "--room", "lobby").nameGiven()).contains(new PeerName("alice"));
        assertThat(parse("alice", "--room", "lobby").roomGiven()).contains(RoomName.LOBBY);
    }

    @Test
    void theNameMayStandAlone() throws Exception {
        assertThat(parse("alice").name()).isEqualTo(new PeerName("alice"));
        assertThat(parse("--json", "alice", "--manual").name()).isEqualTo(new PeerName("alice"));
        assertThat(parse("--name", "alice", "alice").name()).isEqualTo(new PeerName("alice"));
    }

    @Test
    void theEstablishedDebugOptionsWork() throws Exception {
        assertThat(parse("-debug").log().level()).isEqualTo(Level.DEBUG);
        assertThat(parse("-debug", "--log-level", "warn").log().level()).isEqualTo(Level.WARN);
        assertThat(parse("-debugfile", "x.log").log().file()).contains(Path.of("x.log"));
    }

    @ParameterizedTest
    @CsvSource({
        "7000, '', 7000",
        "127.0.0.1:0, 127.0.0.1, 0",
        "localhost:65535, 127.0.0.1, 65535",
        "[::1]:80, ::1, 80",
    })
    void theServiceIsServedOnAPortOrAnAddressAndPort(String text, String address, int port) throws Exception {
        ServeAddress serve = parse("--serve", text).service().serve().orElseThrow();

        assertThat(serve.port()).isEqualTo(port);
        assertThat(serve.address())
                .isEqualTo(address.isEmpty() ? Optional.empty() : Optional.of(InetAddress.getByName(address)));
    }

    @Test
    void theServiceComesFromTheEnvironmentUnlessAnOptionSaysOtherwise() throws Exception {
        Map<String, String> environment = Map.of("BOOTSTRAP_DATA_SERVER", "http://127.0.0.1:1234");

        assertThat(LaunchOptions.parse(new String[0], environment).service().url())
                .contains(URI.create("http://127.0.0.1:1234"));
        assertThat(LaunchOptions.parse(new String[] {"--bootstrap", "127.0.0.1:99"}, environment)
                        .service()
                        .url())
                .contains(URI.create("http://127.0.0.1:99"));
        assertThat(LaunchOptions.parse(new String[] {"--serve", "0"}, environment)
                        .service()
                        .url())
                .isEmpty();
        assertThat(LaunchOptions.parse(new String[0], Map.of("BOOTSTRAP_DATA_SERVER", ""))
                        .service()
                        .url())
                .isEmpty();
    }

    @Test
    void aFileOfCommandsRunsAsAProgramWithItsArguments() throws Exception {
        Path program = Files.writeString(folder.resolve("greet.parley"), "#!/usr/bin/env parley\nmsg hello $1");

        LaunchOptions options = parse("--nogui", program.toString(), "bob", "two words");

        assertThat(options.work().scripts()).containsExactly(new ScriptCall(program, List.of("bob", "two words")));
        assertThat(options.nameGiven()).isEmpty();
        assertThat(options.leaveRoomForWindow()).isFalse();
        assertThatThrownBy(() -> parse("nosuch.parley")).hasMessageContaining("there is no file 'nosuch.parley'");
        assertThat(parse("--no-java").java()).isFalse();
        assertThat(parse().java()).isTrue();
    }

    @Test
    void commandsStayTextWhateverTheyHold() throws Exception {
        assertThat(parse("-c", "@nobody", "-c", "msg -x ${user.name} \"a  b\"")
                        .work()
                        .commands())
                .containsExactly("@nobody", "msg -x ${user.name} \"a  b\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bootstap http://127.0.0.1:1 | There is no option '--bootstap'; did you mean '--bootstrap'?",
                "--bootstap=http://x | did you mean '--bootstrap'?",
                "--jsn | did you mean '--json'?",
                "--nogiu | did you mean '--nogui'?",
                "--key secret | There is no option '--key'",
                "--password f | There is no option '--password'",
                "-x | There is no option '-x'",
                "--no-such-thing-at-all | There is no option '--no-such-thing-at-all'. See parley --help.",
                "alice smith | 'smith' is one too many",
                "--name alice bob | alice and bob",
                "--name | --name",
                "--bind-port x | 'x' is no port: a port is a number from 0 to 65535",
                "--bind-port 65536 | '65536' is no port",
                "--bind-port -1 | '-1' is no port",
                "--serve x | 'x' is no port",
                "--serve :80 | write PORT, ADDR:PORT or [ADDR]:PORT",
                "--serve ::1:80 | write PORT, ADDR:PORT or [ADDR]:PORT",
                "--serve 0 --bootstrap http://127.0.0.1:1 | leave one out",
                "--token-file /no/such/file | there is no file",
                "--bind-addr 192.0.2.1 | '192.0.2.1' is no address of this machine",
                "--bootstrap ftp://there | ftp://there",
                "--bootstrap http:// | http://",
                "--log-level inof | did you mean 'info'?",
                "--script nosuch.txt | --script: there is no file 'nosuch.txt'. See",
                "two\u00a0words | A name has 1 to 64 characters without spaces: 'two",
                "--script . | '.' is no file that can be read",
                "--room | --room",
            })
    void whatIsWrongIsSaidInOneSentenceWithTheNearest(String line, String expected) {
        LaunchException error = catchThrowableOfType(LaunchException.class, () -> parse(line.split(" ", -1)));

        assertThat(error).isNotNull();
        assertThat(error.status()).isEqualTo(ExitStatus.WRONG_OPTIONS);
        assertThat(error.getMessage())
                .doesNotContain("Invalid value")
                .contains(expected)
                .endsWith(" See parley --help.")
                .doesNotContain("\n");
    }

    @Test
    void namesWithSpacesAreRefused() {
        assertThatThrownBy(() -> parse("--name", "alice smith"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("1 to 64 characters without spaces: 'alice smith'");
        assertThatThrownBy(() -> parse("--room", "a room"))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("1 to 64 characters without spaces: 'a room'");
    }

    @Test
    void aWrongServiceInTheEnvironmentIsNamed() {
        assertThatThrownBy(() -> LaunchOptions.parse(new String[0], Map.of("BOOTSTRAP_DATA_SERVER", "gopher://x")))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("BOOTSTRAP_DATA_SERVER")
                .hasMessageContaining("gopher://x");
    }

    @Test
    void everyLoginNameMakesAName() {
        assertThat(OptionValues.loginName("Ann Lee").text()).isEqualTo("Ann-Lee");
        assertThat(OptionValues.loginName("  ").text()).isEqualTo("somebody");
        assertThat(OptionValues.loginName("x".repeat(100)).text()).hasSize(64);
    }

    @Test
    void theHelpNamesEveryOptionOfThePage() {
        assertThat(LaunchOptions.helpText())
                .contains("--nogui", "--name", "--room", "--bootstrap", "--serve", "--stack", "--bind-addr")
                .contains("--bind-port", "--manual", "--script", "-c", "--stay", "--data-dir", "--json", "--no-color")
                .contains("--log", "--log-level", "--help", "--version", "-debug", "-debugfile");
    }

    private static LaunchOptions parse(String... arguments) throws LaunchException {
        return LaunchOptions.parse(arguments, Map.of());
    }
}
