package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCommandsTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;
    private ConsolePeer alice;
    private ConsolePeer bob;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        List<ConsolePeer> peers = house.joined("alice", "bob");
        alice = peers.get(0);
        bob = peers.get(1);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anAliasIsTheCommandItStandsForWithWhatIsTypedBehind() {
        assertThat(alice.lines("alias hi = msg  \"hello\" #1")).containsExactly("hi = msg  \"hello\" #1");
        alice.lines("hi");
        alice.lines("hi  all of you");
        assertThat(bob.lines("wait message hello")).containsExactly("alice said:  \"hello\" #1");
        assertThat(bob.lines("wait message hello")).containsExactly("alice said:  \"hello\" #1  all of you");
    }

    @Test
    void anAliasPutsArgumentsWhereItSays() {
        alice.lines("alias greet=echo good $2 to $1, ${3:-sir} ($*)");
        assertThat(alice.lines("greet bob \"late evening\""))
                .containsExactly("good late evening to bob, sir (bob late evening)");
    }

    @Test
    void aliasesAreListedShownKeptAndTakenAway() throws Exception {
        assertThat(alice.lines("alias")).containsExactly("There is no alias; 'alias hi = msg hello' makes one");
        alice.lines("alias m = memberlist");
        alice.lines("alias hi = msg hello");
        assertThat(alice.lines("alias")).containsExactly("hi = msg hello", "m = memberlist");
        assertThat(alice.rows("alias m")).containsExactly(Map.of("name", "m", "command", "memberlist"));
        assertThat(house.peerOf(alice.folder()).lines("alias")).containsExactly("hi = msg hello", "m = memberlist");
        alice.lines("unalias m");
        assertThat(alice.lines("alias")).containsExactly("hi = msg hello");
        assertThat(alice.error("m")).startsWith("There is no command 'm'");
        assertThat(alice.error("unalias n")).isEqualTo("There is no alias 'n'; 'alias' lists all.");
        assertThat(alice.error("alias n")).contains("There is no alias 'n'");
    }

    @Test
    void anAliasTakesNoNameOfAnotherCommandAndNoOddOne() throws IOException {
        function("wave.parley", "me waves");
        assertThat(alice.error("alias msg = echo")).isEqualTo("There is a command 'msg' already; take another name.");
        assertThat(alice.error("alias wait = echo")).contains("already");
        assertThat(alice.error("alias wave = echo")).contains("already");
        assertThat(alice.error("alias -x = echo")).contains("no name for a command");
        assertThat(alice.error("alias x =")).contains("needs a command");
    }

    @Test
    void whatCallsItselfIsStoppedWithOneSentence() throws IOException {
        alice.lines("alias a = b");
        alice.lines("alias b = a");
        assertThat(alice.error("a")).contains("at most 10 deep").contains("does it call itself?");
        function("again.parley", "again");
        assertThat(alice.error("again")).contains("1 of 1 command failed");
        assertThat(alice.inner())
                .anySatisfy(result -> assertThat(result.toString()).contains("at most 10 deep"));
    }

    @Test
    void aScriptInTheFolderOfFunctionsIsACommandWithArguments() throws IOException {
        function(
                "greet.parley",
                "#!/usr/bin/env parley",
                "# greets somebody warmly",
                "msg good morning, $1!",
                "echo $*");
        alice.lines("greet \"dear bob\" and all");
        assertThat(bob.lines("wait message morning")).containsExactly("alice said: good morning, dear bob!");
        assertThat(alice.inner())
                .last()
                .isEqualTo(new CommandResult.Done("echo $*", List.of("dear bob and all"), List.of()));
        assertThat(alice.started()).isEmpty();
        assertThat(alice.lines("help greet")).contains("greet [argument ...]", "  greets somebody warmly");
    }

    @Test
    void aFunctionThatComesAndGoesIsACommandMeanwhile() throws IOException {
        assertThat(alice.error("wave")).startsWith("There is no command 'wave'");
        Path wave = function("wave", "me waves");
        alice.lines("wave");
        assertThat(bob.lines("wait message waves")).containsExactly("alice said: waves");
        Files.delete(wave);
        assertThat(alice.error("wave")).startsWith("There is no command 'wave'");
    }

    @Test
    void aFunctionWithAFailedCommandHasFailed() throws IOException {
        function("both", "ping nobody", "echo after");
        assertThat(alice.error("both")).isEqualTo("both: 1 of 2 commands failed.");
        assertThat(alice.inner()).last().isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void playRunsTheFunctionOfThatName() throws IOException {
        assertThat(alice.error("play"))
                .startsWith("There is nothing to play yet")
                .contains("functions", "play.parley");
        function("play.parley", "echo playing with $1");
        alice.lines("play \"my toys\"");
        assertThat(alice.inner()).last().asString().contains("playing with my toys");
    }

    @Test
    void ownCommandsAreInHelpAndCompletionBesideTheProgramsAndNeverInTheirPlace() throws IOException {
        function("wave", "# waves", "me waves");
        function("msg", "echo never");
        alice.lines("alias privately = tell");
        assertThat(alice.lines("help"))
                .anyMatch(line -> line.matches("  wave \\[argument ...] +waves"))
                .anyMatch(line -> line.matches("  privately \\[arguments] +alias of tell"));
        assertThat(values("wav")).containsExactly("wave");
        assertThat(values("privat")).containsExactly("privately");
        assertThat(values("privately b")).containsExactly("bob");
        assertThat(values("help wav")).containsExactly("wave");
        assertThat(values("unalias ")).containsExactly("privately");
        alice.lines("msg still said");
        assertThat(bob.lines("wait message still")).containsExactly("alice said: still said");
        assertThat(alice.console().problems())
                .containsExactly(
                        "Your command 'msg' cannot be run, because Parley has one of that name; give it another.");
    }

    @Test
    void aPluginThatIsBrokenIsSaidAndStopsNothing() throws Exception {
        Path plugins = Files.createDirectories(folder.resolve("carol/plugins"));
        Files.writeString(plugins.resolve("nojar.jar"), "this is no jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("empty.jar")))) {
            jar.putNextEntry(new ZipEntry("nothing"));
        }
        try (var jar = new JarOutputStream(Files.newOutputStream(plugins.resolve("lost.jar")))) {
            jar.putNextEntry(new ZipEntry("META-INF/services/dev.parley.console.api.Command"));
            jar.write("no.such.Command\n".getBytes(StandardCharsets.UTF_8));
        }
        ConsolePeer carol = house.peer("carol");

        assertThat(carol.console().problems())
                .hasSize(3)
                .anyMatch(problem -> problem.contains("empty.jar has no command"))
                .anyMatch(problem -> problem.contains("lost.jar is not loaded, because it is broken"))
                .anyMatch(problem -> problem.contains("nojar.jar is not loaded, because it is no jar"));
        assertThat(carol.lines("echo fine")).containsExactly("fine");
    }

    private Path function(String name, String... lines) throws IOException {
        Path functions = Files.createDirectories(alice.folder().resolve("functions"));
        return Files.write(functions.resolve(name), List.of(lines));
    }

    private List<String> values(String line) {
        return alice.console().complete(line, line.length()).candidates().stream()
                .map(Completion.Candidate::value)
                .toList();
    }
}
