package dev.parley.console.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandsTest {
    private static final Logger GMS = LogManager.getLogger("org.jgroups.protocols.pbcast.GMS");
    private static final Logger TCP = LogManager.getLogger("org.jgroups.protocols.TCP");
    private static final Logger CHAT = LogManager.getLogger("dev.parley.chat.LogCommandsTest");

    @TempDir
    private Path folder;

    private ConsoleHouse house;
    private ConsolePeer alice;
    private Level before;

    @BeforeEach
    void open() throws Exception {
        before = LogManager.getRootLogger().getLevel();
        house = new ConsoleHouse(folder);
        alice = house.peer("alice");
    }

    @AfterEach
    void close() {
        for (String name : List.of("GMS", "chat", "jgroups", "root")) alice.lines("log level " + name + " usual");
        Configurator.setRootLevel(before);
        house.close();
    }

    @Test
    void aProtocolKnownByItsShortNameLogsMoreAndThatIsShown() {
        GMS.trace("too early");
        assertThat(alice.lines("log level GMS trace")).containsExactly(GMS.getName() + " logs trace");
        GMS.trace("a view is on its way");
        TCP.trace("not asked for");

        assertThat(alice.rows("log show"))
                .last()
                .satisfies(row -> assertThat(row)
                        .containsEntry("level", "trace")
                        .containsEntry("logger", GMS.getName())
                        .containsEntry("text", "a view is on its way"));
        assertThat(alice.lines("log show"))
                .anyMatch(line -> line.matches(".* TRACE \\[.*] GMS: a view is on its way"))
                .noneMatch(line -> line.contains("too early") || line.contains("not asked for"));

        assertThat(alice.lines("log level gms usual"))
                .containsExactly(GMS.getName() + " logs "
                        + alice.rows("log level jgroups").get(0).get("level"));
        GMS.trace("too late");
        assertThat(alice.lines("log show")).noneMatch(line -> line.contains("too late"));
    }

    @Test
    void aPartOfParleyAllOfJGroupsAndEverythingHaveShortNamesToo() {
        alice.lines("log level chat debug");
        assertThat(CHAT.getLevel()).isEqualTo(Level.DEBUG);
        alice.lines("log level jgroups trace");
        assertThat(TCP.getLevel()).isEqualTo(Level.TRACE);
        alice.lines("log level GMS off");
        assertThat(GMS.getLevel()).isEqualTo(Level.OFF);
        alice.lines("log level root warn");
        assertThat(LogManager.getLogger("somebody.Else").getLevel()).isEqualTo(Level.WARN);

        assertThat(alice.rows("log level"))
                .containsExactly(
                        Map.of("logger", "root", "level", "warn"),
                        Map.of("logger", "dev.parley.chat", "level", "debug"),
                        Map.of("logger", "org.jgroups", "level", "trace"),
                        Map.of("logger", GMS.getName(), "level", "off"));
        assertThat(alice.error("log level GMS loud")).contains("'loud' is not one of off, error,");
        assertThat(alice.error("log level GSM trace")).contains("did you mean 'GMS'?");
    }

    @Test
    void everythingLogsAgainAsMuchAsAtTheStart() throws Exception {
        Configurator.setRootLevel(Level.DEBUG);
        ConsolePeer bob = house.peer("bob");
        bob.lines("log level root off");
        assertThat(bob.lines("log level root usual")).containsExactly("root logs debug");
    }

    @Test
    void whatIsLoggedGoesToTheFileThatIsAskedForUntilItIsNotAnyMore() throws Exception {
        Path file = folder.resolve("own.log");
        alice.lines("log level GMS trace");
        alice.lines("log on " + file);
        GMS.trace("into the file");
        alice.lines("log off");
        GMS.trace("not into the file");
        assertThat(Files.readString(file)).contains("GMS: into the file").doesNotContain("not into");
    }

    @Test
    void theLastLinesAreShownAsManyAsAreAskedFor() {
        alice.lines("log level GMS debug");
        for (int i = 1; i <= 30; i++) GMS.debug("line {}", i);
        assertThat(alice.rows("log show 3"))
                .extracting(row -> row.get("text"))
                .containsExactly("line 28", "line 29", "line 30");
        assertThat(alice.rows("log show")).hasSize(20);
    }
}
