package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.console.api.Command;
import dev.parley.console.api.Manual;
import dev.parley.console.command.Words;
import dev.parley.console.testing.ConsoleHouse;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandCatalogTest {
    private static final List<String> PROMISED = List.of(
            "memberlistconfigure",
            "showconfig",
            "saveconfig",
            "loadconfig",
            "memberlistcreate",
            "showmemberlist",
            "localnode",
            "memberlist",
            "memberlistjoin",
            "memberlistleave",
            "memberlistupdate",
            "memberliststart",
            "memberlistshutdown",
            "memberlistshutdowntransport",
            "memberlisthealthscore",
            "alone",
            "doctor",
            "memberlistdelete",
            "bootstrapjoin",
            "bootstrapleave",
            "bootstraprefill",
            "bootstrap",
            "bootstraplist",
            "bootstraplistlocal",
            "bootstrapreset",
            "bootstrapuse",
            "broadcastadd",
            "broadcastdel",
            "broadcastlist",
            "nick",
            "receipts",
            "chatjoin",
            "chatleave",
            "chatmemberlist",
            "chatmemberping",
            "ping",
            "msg",
            "stack",
            "stack list",
            "stack use",
            "stack diff",
            "stack get",
            "stack set",
            "stack insert",
            "stack remove",
            "stats",
            "events",
            "fault drop",
            "fault delay",
            "fault dup",
            "fault reorder",
            "fault corrupt",
            "fault limit",
            "fault partition",
            "fault heal",
            "fault list",
            "lab start",
            "lab list",
            "lab kill",
            "lab freeze",
            "lab thaw",
            "lab send",
            "lab ask",
            "lab check",
            "lab stop",
            "execute",
            "sleep",
            "echo",
            "log on",
            "log off",
            "quit",
            "help",
            "join",
            "leave",
            "tell",
            "me",
            "history",
            "search",
            "export",
            "wait members",
            "wait message",
            "expect members",
            "expect member",
            "expect gone",
            "expect coordinator",
            "expect state",
            "expect message",
            "expect output",
            "expect failure",
            "set",
            "java",
            "log level",
            "log show",
            "alias",
            "unalias",
            "play",
            "clear",
            "version");

    @TempDir
    Path folder;

    private ConsoleHouse house;
    private Console console;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        console = house.peer("alice").console();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void everyPromisedCommandIsThereAndNoOther() {
        assertThat(manuals().map(Manual::name)).containsExactlyInAnyOrderElementsOf(PROMISED);
    }

    @Test
    void everyCommandHasASummaryAUsageAndAnExampleThatItsParserTakes() throws Exception {
        for (Command command : console.catalog().commands()) {
            Manual manual = command.manual();
            assertThat(manual.summary()).isNotBlank().doesNotEndWith(".").hasSizeLessThan(90);
            assertThat(manual.usage()).startsWith(manual.name());
            Words example = Words.of(manual.example());
            CommandCatalog.Match match = console.catalog().find(example);
            assertThat(match.command()).isSameAs(command);
            assertThat(new dev.parley.console.command.ArgumentParser(manual).parse(example, match.nameWords()))
                    .isNotNull();
        }
    }

    @Test
    void everyCommandHasAHelpPageAndALineInTheOverview() {
        List<String> overview = lines("help");
        manuals().forEach(manual -> {
            assertThat(lines("help " + manual.name()))
                    .contains(manual.usage(), "  " + manual.summary(), "  Example: " + manual.example());
            assertThat(overview)
                    .anyMatch(line -> line.startsWith("  " + manual.usage()) && line.endsWith(manual.summary()));
        });
    }

    private Stream<Manual> manuals() {
        return console.catalog().commands().stream().map(Command::manual);
    }

    private List<String> lines(String line) {
        return ((CommandResult.Done) console.execute(line).orElseThrow()).lines();
    }
}
