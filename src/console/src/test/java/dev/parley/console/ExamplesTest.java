package dev.parley.console;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.Addresses;
import dev.parley.chat.SessionState;
import dev.parley.console.api.Command;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the manual works, and every row that comes of one is as the published schema says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesTest {
    /** What has to be so before an example can work: lines that alice runs, or bob if they begin with his name. */
    private static final Map<String, List<String>> BEFORE = Map.ofEntries(
            entry("wait message", List.of("bob: msg build done")),
            entry("expect message", List.of("bob: msg build done")),
            entry("search", List.of("msg deploy it to production")),
            entry("expect output", List.of("echo hello")),
            entry("unalias", List.of("alias hi = msg hello")),
            entry("expect gone", List.of("bob: leave")),
            entry("expect coordinator", List.of("bob: leave", "bob: join")),
            entry("broadcastlist", List.of("broadcastadd topic x")),
            entry("broadcastdel", List.of("broadcastadd topic x", "broadcastadd \"next meeting\" y")),
            entry("memberlistconfigure", List.of("memberlistdelete")),
            entry("memberlistcreate", List.of("memberlistdelete")),
            entry("memberlistjoin", List.of("memberlistdelete", "memberlistcreate")),
            entry("memberliststart", List.of("memberlistdelete", "memberlistcreate")),
            entry("loadconfig", List.of("memberlistdelete")),
            entry("bootstrapjoin", List.of("bootstrapleave")),
            entry("log off", List.of("log on parley.log")));

    /** What makes things as they were. */
    private static final Map<String, List<String>> AFTER = Map.of(
            "nick", List.of("nick alice"),
            "set", List.of("set theme system"),
            "log level", List.of("log level GMS usual"),
            "log on", List.of("log off"),
            "memberlistshutdown", List.of("memberlistdelete"),
            "memberlistshutdowntransport", List.of("memberlistdelete"));

    /** What ends the program, or needs a real group, processes or another service: their own tests run these. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("quit|java|(fault|lab|stack) .*|stack|lab|stats|doctor|memberlisthealthscore|bootstrapuse");

    private static final String ADDRESS = "127.0.0.1:7800";

    private final Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    private ConsoleHouse house;
    private ConsolePeer alice;
    private ConsolePeer bob;
    private Path folder;

    @BeforeAll
    void runAll(@TempDir Path fresh) throws Exception {
        folder = fresh;
        house = new ConsoleHouse(folder);
        List<ConsolePeer> peers = house.joined("alice", "bob");
        alice = peers.get(0);
        bob = peers.get(1);
        Files.writeString(folder.resolve("hello.txt"), "echo hello\n");
        Path functions = Files.createDirectories(alice.folder().resolve("functions"));
        Files.writeString(functions.resolve("play.parley"), "echo playing\n");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void everyExampleWorksAndItsRowsAreAsTheSchemaSays() throws Exception {
        List<String> failures = new ArrayList<>();
        for (Command command : List.copyOf(alice.console().catalog().commands())) {
            String name = command.manual().name();
            if (ELSEWHERE.matcher(name).matches()) continue;
            prepare(name);
            CommandResult result = alice.run(local(command.manual().example()));
            if (result instanceof CommandResult.Failed failed) failures.add(name + ": " + failed.error());
            else if (result instanceof CommandResult.Done done) rows.put(name, done.rows());
            AFTER.getOrDefault(name, List.of()).forEach(alice::run);
        }
        assertThat(failures).isEmpty();
        RowSchema schema = RowSchema.read();
        rows.forEach((name, found) ->
                assertThat(schema.objections(name, found)).as(name).isEmpty());
        assertThat(Files.readString(Path.of("../../docs/json.md")))
                .contains(schema.commands().stream()
                        .map(name -> "| `" + name + "` | ")
                        .toList());
        assertThat(schema.commands())
                .containsAll(rows.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private void prepare(String name) {
        for (ConsolePeer peer : List.of(alice, bob)) {
            if (peer.session().state() == SessionState.LEFT) peer.run("join");
            peer.run("chatjoin");
        }
        await().until(() -> alice.session().chat().members().size() == 2
                && bob.session().chat().members().size() == 2);
        for (String line : BEFORE.getOrDefault(name, List.of())) {
            if (line.startsWith("bob: ")) bob.lines(line.substring(5));
            else alice.lines(local(line));
        }
    }

    /** Files in the example lie in this test's folder. */
    private String local(String line) {
        String address = bob.session()
                .connection()
                .overview()
                .node()
                .map(node -> Addresses.text(node.address()))
                .orElse(ADDRESS);
        return line.replaceAll("\\b([\\w-]+\\.(txt|xml|html|json|log))\\b", folder + "/$1")
                .replace(ADDRESS, address);
    }
}
