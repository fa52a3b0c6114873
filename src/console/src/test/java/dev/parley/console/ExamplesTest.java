package dev.parley.console;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.Addresses;
import dev.parley.chat.SessionState;
import dev.parley.console.api.Command;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import dev.parley.console.testing.JsonSchema;
import dev.parley.group.JGroupsGroup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every example of the manual works, and every row that comes of one is as the published schema says. */
class ExamplesTest {
    /** What has to be so before an example can work: lines that alice runs, or whoever they begin with. */
    private static final Map<String, List<String>> BEFORE = Map.ofEntries(
            entry("fault partition", List.of("carol: join", "dave: join", "wait members 4")),
            entry("bootstrapuse", List.of("set bootstrap-development SERVICE")),
            entry("stack set", List.of("bob: set allow-remote-stack on")),
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
            "memberlistshutdowntransport", List.of("memberlistdelete"),
            "stack insert", List.of("stack remove DISCARD"),
            "stack use", List.of("stack use tcp"),
            "fault partition", List.of("fault heal", "wait members 4", "carol: leave", "dave: leave"));

    /** Needs processes: the acceptance tests run these. */
    private static final Pattern WITH_PROCESSES = Pattern.compile("lab .*");

    /** Needs the stack of a real group. */
    private static final Pattern ON_JGROUPS = Pattern.compile("stack|stack .*|stats|memberlisthealthscore|java");

    private static final String ADDRESS = "127.0.0.1:7800";

    private final Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private final Map<String, ConsolePeer> peers = new LinkedHashMap<>();
    private ConsoleHouse house;
    private Path folder;

    @BeforeEach
    void open(@TempDir Path fresh) throws Exception {
        folder = fresh;
        house = new ConsoleHouse(folder);
        Files.writeString(folder.resolve("hello.txt"), "echo hello\n");
        Path functions = Files.createDirectories(folder.resolve("alice/functions"));
        Files.writeString(functions.resolve("play.parley"), "echo playing\n");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everyExampleWorksAndItsRowsAreAsTheSchemaSays() throws Exception {
        for (String name : List.of("alice", "bob", "carol", "dave")) peers.put(name, house.peer(name));
        runThose(name -> !name.equals("quit") && !ON_JGROUPS.matcher(name).matches());
        assertThat(failures).isEmpty();
        assertThat(peers.get("alice").run("quit")).isInstanceOf(CommandResult.Done.class);
        assertThat(peers.get("alice").console().isEnding()).isTrue();
        assertThat(JsonSchema.read().commands()).containsAll(rows.keySet());
    }

    @Test
    void everyExampleOfTheProtocolStackWorksInAGroupOfJGroups() throws Exception {
        for (String name : List.of("alice", "bob")) peers.put(name, house.peer(name, JGroupsGroup.FACTORY));
        runThose(name -> ON_JGROUPS.matcher(name).matches());
        assertThat(failures).isEmpty();
        assertThat(JsonSchema.read().commands()).containsAll(rows.keySet());
    }

    @Test
    void theManualOfRowsNamesEveryCommandAndKeyOfTheSchemaAndNoOther() throws Exception {
        JsonSchema schema = JsonSchema.read();
        Map<String, Set<String>> told = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("../../docs/json.md"))) {
            Matcher row = Pattern.compile("\\| `([^`]+)` \\| (.*) \\|").matcher(line);
            if (line.startsWith("| `alias` |")) told.clear();
            if (row.matches())
                told.computeIfAbsent(row.group(1), name -> new TreeSet<>())
                        .addAll(row.group(2).startsWith("as a `message`") ? schema.keys("search") : keys(row.group(2)));
        }
        assertThat(told.keySet()).isEqualTo(schema.commands());
        told.forEach((name, keys) -> assertThat(keys).as(name).isEqualTo(schema.keys(name)));
        CommandCatalog catalog = house.peer("alice").console().catalog();
        assertThat(schema.commands())
                .allSatisfy(name -> assertThat(catalog.named(name)).isPresent());
    }

    private static Set<String> keys(String row) {
        return Pattern.compile("`([^`]+)`")
                .matcher(row)
                .results()
                .map(key -> key.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void runThose(Predicate<String> wanted) {
        ConsolePeer alice = peers.get("alice");
        for (Command command : List.copyOf(alice.console().catalog().commands())) {
            String name = command.manual().name();
            if (WITH_PROCESSES.matcher(name).matches() || !wanted.test(name)) continue;
            prepare(name);
            CommandResult result = alice.run(local(command.manual().example()));
            if (result instanceof CommandResult.Failed failed) failures.add(name + ": " + failed.error());
            else if (result instanceof CommandResult.Done done && !done.rows().isEmpty()) rows.put(name, done.rows());
            AFTER.getOrDefault(name, List.of()).forEach(this::runFor);
        }
    }

    private void prepare(String name) {
        ConsolePeer alice = peers.get("alice");
        ConsolePeer bob = peers.get("bob");
        for (ConsolePeer peer : List.of(alice, bob)) {
            if (peer.session().state() == SessionState.LEFT) peer.run("join");
            peer.run("chatjoin");
        }
        await().until(() -> alice.session().chat().members().size() == 2
                && bob.session().chat().members().size() == 2);
        BEFORE.getOrDefault(name, List.of()).forEach(this::runFor);
    }

    private void runFor(String line) {
        int colon = line.indexOf(": ");
        ConsolePeer named = colon < 0 ? null : peers.get(line.substring(0, colon));
        if (named == null) peers.get("alice").lines(local(line));
        else named.lines(line.substring(colon + 2));
    }

    /** Files in the example lie in this test's folder. */
    private String local(String line) {
        String address = peers.get("bob")
                .session()
                .connection()
                .overview()
                .node()
                .map(node -> Addresses.text(node.address()))
                .orElse(ADDRESS);
        return line.replaceAll("\\b([\\w-]+\\.(txt|xml|html|json|log))\\b", folder + "/$1")
                .replace(ADDRESS, address)
                .replace("SERVICE", house.service().toString());
    }
}
