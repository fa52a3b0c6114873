package dev.parley.bootstrap.mock;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapHandler.Request;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.bootstrap.server.testing.HttpAsker;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What the README shows is what the service answers: its examples are one session with a new store. */
class ReadmeTest {
    private static final String WORD = "(?:'([^'\n]*)'|([^' \n]+))";
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^\\$ (curl (?:-s )?(?:-d " + WORD + " )?" + WORD
            + "(?: \\| grep " + WORD + ")?)\n((?:(?!\\$ |```).*\n)+)");
    private static final Pattern PASSING = Pattern.compile("\"(now|uptimeSeconds|renewedSecondsAgo)\":\\d+");

    private final HttpAsker http = new HttpAsker();
    private final SoftAssertions examples = new SoftAssertions();
    private final Set<String> paths = new HashSet<>();

    @Test
    void everyExampleOfCurlShowsWhatIsAnswered() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        BootstrapHandler service = new BootstrapHandler(new MemoryPeerStore(BootstrapConfig.development()));
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (MockServer server = MockServer.start(anyPort, service, Misbehaviour.NONE)) {
            EXAMPLE.matcher(readme).results().forEach(example -> compare(server.url(), example));
        }
        examples.assertAll();
        assertThat(paths)
                .containsExactlyInAnyOrder(
                        "/",
                        "/ping",
                        "/join",
                        "/leave",
                        "/refill",
                        "/list",
                        "/reset",
                        "/config",
                        "/healthz",
                        "/status",
                        "/mock");
        assertThat(readme.split("\\$ curl ", -1))
                .hasSize(1 + (int) EXAMPLE.matcher(readme).results().count());
    }

    private void compare(URI server, MatchResult example) {
        URI shown = URI.create(word(example, 4).orElseThrow());
        paths.add(shown.getPath());
        Optional<String> body = word(example, 2);
        Request request = new Request(
                body.isPresent() ? "POST" : "GET",
                shown.getPath(),
                Optional.ofNullable(shown.getRawQuery()).orElse(""),
                body.orElse(""));
        String answer = http.ask(server.toString(), request).body();
        String wanted = word(example, 6).orElse("");
        String seen = answer.lines().filter(line -> line.contains(wanted)).collect(joining("\n"));
        examples.assertThat(withoutTime(seen))
                .as(example.group(1))
                .isEqualTo(withoutTime(example.group(8).strip()));
    }

    private static Optional<String> word(MatchResult example, int quoted) {
        return Optional.ofNullable(example.group(quoted)).or(() -> Optional.ofNullable(example.group(quoted + 1)));
    }

    private static String withoutTime(String answer) {
        return PASSING.matcher(answer).replaceAll("\"$1\":0");
    }
}
