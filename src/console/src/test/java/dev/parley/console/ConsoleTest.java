package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.ChatMessage;
import dev.parley.console.script.ScriptCall;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;
    private ConsolePeer peer;
    private Console console;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        peer = house.peer("alice");
        console = peer.console();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void anEmptyLineAndACommentHaveNoResult() {
        assertThat(console.execute("")).isEmpty();
        assertThat(console.execute("   ")).isEmpty();
        assertThat(console.execute("# msg not said")).isEmpty();
        assertThat(console.execute("  # neither")).isEmpty();
    }

    @Test
    void aResultCarriesTheLineExactlyAsGiven() {
        assertThat(peer.run("  echo  two  spaces ").command()).isEqualTo("  echo  two  spaces ");
        assertThat(peer.run(" nosuch  x").command()).isEqualTo(" nosuch  x");
    }

    @Test
    void echoTakesTheUntouchedRestOfTheLine() {
        assertThat(peer.lines("echo it's \"5  o'clock\" # no comment -x @file ${a}"))
                .containsExactly("it's \"5  o'clock\" # no comment -x @file ${a}");
    }

    @Test
    void whatIsToBeSaidMustBeThere() {
        assertThat(peer.error("tell bob")).isEqualTo("tell needs text; usage: tell name text");
        assertThat(peer.error("tell")).isEqualTo("tell needs name; usage: tell name text");
        assertThat(peer.error("msg   ")).isEqualTo("msg needs text; usage: msg text");
    }

    @Test
    void anUnknownCommandNamesTheNearestAndNeverPrintsTheHelp() {
        assertThat(peer.error("mgs hello")).isEqualTo("There is no command 'mgs'; did you mean 'msg'?");
        assertThat(peer.error("memberlst")).contains("'memberlist'");
        assertThat(peer.error("bootstrapjion")).contains("'bootstrapjoin'");
        assertThat(peer.error("zzzzzzzzzzzz"))
                .doesNotContain("did you mean")
                .contains("help")
                .contains("msg");
        assertThat(peer.error("wait"))
                .isEqualTo("wait needs another word: wait members N [seconds] or wait message text [seconds]");
        assertThat(peer.error("log of")).contains("log on file").contains("log off");
    }

    @Test
    void rubbishIsQuotedShortAndHarmless() {
        String rubbish = "\u0001\u001B[2J\u0007" + "x".repeat(1 << 20);
        assertThat(peer.error(rubbish)).doesNotContain("\u001B").hasSizeLessThan(300);
    }

    @Test
    void missingAndSurplusArgumentsAreOneSentenceWithTheUsage() {
        assertThat(peer.error("ping")).isEqualTo("ping needs name; usage: ping name");
        assertThat(peer.error("ping a b")).isEqualTo("ping has no use for 'b'; usage: ping name");
        assertThat(peer.error("quit now")).isEqualTo("quit has no use for 'now'; usage: quit");
        assertThat(peer.error("sleep x"))
                .contains("'x' is not a number of seconds")
                .contains("usage: sleep [seconds]");
        assertThat(peer.error("sleep -1")).contains("'-1' is not");
        assertThat(peer.error("sleep 86401")).contains("0 to 86400");
        assertThat(peer.error("history 0")).contains("'0' is not a number from 1");
        assertThat(peer.error("execute --strct x.txt")).contains("execute").contains("--strct");
        assertThat(peer.error("ping \"bob")).contains("quote");
        assertThat(peer.error("memberlistjoin localhost")).contains("host:port");
        assertThat(peer.error("memberlistconfigure BindPort")).contains("usage: memberlistconfigure [BindPort N]");
        assertThat(peer.error("memberlistconfigure Port 7800")).contains("'Port' is not the word BindPort");
        assertThat(peer.error("memberlistconfigure BindPort 70000")).contains("0 to 65535");
        assertThat(peer.error("memberlistconfigure BindPort 7 8")).contains("no use for '8'");
    }

    @Test
    void ctrlCStopsACommandAndLeavesTheNextAlone() {
        CompletableFuture<Optional<CommandResult>> sleeping = console.executeAsync("sleep 600");
        await().until(console::interrupt);
        assertThat(sleeping.join()).contains(new CommandResult.Failed("sleep 600", "Stopped by the user."));
        assertThat(peer.lines("echo still here")).containsExactly("still here");
        assertThat(console.interrupt()).isFalse();
    }

    @Test
    void ctrlCStopsAScriptAltogether() throws IOException {
        Path script = script("long.txt", "echo one", "sleep 600", "echo never");
        CompletableFuture<Optional<CommandResult>> result = console.executeAsync("execute " + script);
        await().until(() -> peer.started().contains("long.txt: sleep 600"));
        await().until(() -> console.interrupt() || result.isDone());
        assertThat(result.join().orElseThrow()).isInstanceOf(CommandResult.Failed.class);
        assertThat(innerCommands()).containsExactly("echo one", "sleep 600");
    }

    @Test
    void aScriptGivesAResultForEachInnerLineBeforeItsOwn() throws IOException {
        Path script = script("hello.txt", "# greeting", "", "echo one", "nosuch", "  echo two");
        CommandResult result = peer.run("execute " + script);
        assertThat(peer.started()).containsExactly("hello.txt: echo one", "hello.txt: nosuch", "hello.txt:   echo two");
        assertThat(innerCommands()).containsExactly("echo one", "nosuch", "  echo two");
        assertThat(((CommandResult.Done) result).lines()).containsExactly("hello.txt: 3 commands, 1 failed");
    }

    @Test
    void strictStopsAtTheFirstFailure() throws IOException {
        Path script = script("s.txt", "echo one", "nosuch", "echo two");
        assertThat(peer.error("execute " + script + " --strict")).isEqualTo("s.txt stopped at line 2, which failed.");
        assertThat(peer.error("execute --strict " + script)).contains("line 2");
        assertThat(innerCommands()).doesNotContain("echo two");
    }

    @Test
    void everyLineOfAScriptIsSaidOnceAndInOrderAndHasItsOwnResult() throws Exception {
        List<ConsolePeer> pair = house.joined("bea", "cem");
        ConsolePeer bea = pair.get(0);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            lines.add(i % 700 == 699 ? "echo between" : "msg " + i);
            if (i == 1_000) lines.add("msg " + "x".repeat(70_000));
            if (i == 1_500) lines.add("msg   ");
        }
        CommandResult result = bea.run("execute " + script("many.txt", lines.toArray(String[]::new)));
        assertThat(((CommandResult.Done) result).lines()).containsExactly("many.txt: 2502 commands, 2 failed");
        assertThat(bea.inner().stream().map(CommandResult::command)).containsExactlyElementsOf(lines);
        assertThat(bea.started())
                .containsExactlyElementsOf(
                        lines.stream().map(line -> "many.txt: " + line).toList());
        assertThat(bea.inner().stream()
                        .filter(CommandResult.Failed.class::isInstance)
                        .map(CommandResult::command))
                .containsExactly("msg " + "x".repeat(70_000), "msg   ");
        List<String> said = lines.stream()
                .filter(line -> line.matches("msg \\d+"))
                .map(line -> line.substring(4))
                .toList();
        for (ConsolePeer peer : pair)
            await().untilAsserted(() -> assertThat(
                            peer.session().chat().history(3_000).stream().map(ChatMessage::text))
                    .containsExactlyElementsOf(said));
    }

    @Test
    void strictStopsAtATextThatIsTooLongAmongMany() throws Exception {
        ConsolePeer bea = house.joined("bea", "cem").get(0);
        Path script = script("s.txt", "msg 1", "msg 2", "msg 3", "msg " + "x".repeat(70_000), "msg 5", "msg 6");
        assertThat(bea.error("execute --strict " + script)).isEqualTo("s.txt stopped at line 4, which failed.");
        assertThat(bea.session().chat().history(10).stream().map(ChatMessage::text))
                .containsExactly("1", "2", "3");
    }

    @Test
    void withoutAGroupEachLineOfAScriptFailsOnItsOwn() throws IOException {
        Path script = script("s.txt", "msg 1", "msg 2", "msg 3");
        peer.run("execute " + script);
        assertThat(innerCommands()).containsExactly("msg 1", "msg 2", "msg 3");
        assertThat(peer.inner()).allMatch(CommandResult.Failed.class::isInstance);
    }

    @Test
    void scriptsCallScriptsTenDeepAndNotDeeper() throws IOException {
        Path script = folder.resolve("again.txt");
        Files.writeString(script, "execute " + script);
        peer.run("execute " + script);
        assertThat(peer.inner()).hasSize(10);
        assertThat(((CommandResult.Failed) peer.inner().get(0)).error()).contains("at most 10 deep");
    }

    @Test
    void whatIsNoScriptIsRefusedInOneSentence() throws IOException {
        assertThat(peer.error("execute " + folder)).contains("is a folder");
        assertThat(peer.error("execute " + folder.resolve("missing.txt"))).contains("There is no file");
        Path binary = folder.resolve("binary");
        Files.write(binary, new byte[] {(byte) 0xca, (byte) 0xfe, 0, 1});
        assertThat(peer.error("execute " + binary)).contains("not a text");
        Path large = folder.resolve("large");
        Files.write(large, new byte[(10 << 20) + 1]);
        assertThat(peer.error("execute " + large)).contains("larger than 10 MB");
    }

    @Test
    void aScriptWithSpacesAndQuotesInItsNameRuns() throws IOException {
        Path script = script("it's \"odd\" .txt", "echo one");
        assertThat(console.executeScript(ScriptCall.of(script))).get().isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void quitEndsTheConsoleAndTheScriptItStandsIn() throws IOException {
        Path script = script("end.txt", "quit", "echo never");
        peer.run("execute " + script);
        assertThat(console.isEnding()).isTrue();
        assertThat(console.ended()).succeedsWithin(java.time.Duration.ofSeconds(5));
        assertThat(innerCommands()).containsExactly("quit");
    }

    @Test
    void clearIsToldToTheFaces() {
        peer.run("clear");
        assertThat(peer.cleared()).isEqualTo(1);
    }

    @Test
    void logOnWritesTheLogToAFileUntilLogOff() throws IOException {
        Path log = folder.resolve("console.log");
        peer.run("log on " + log);
        org.apache.logging.log4j.LogManager.getLogger("here").error("seen-1");
        peer.run("log off");
        org.apache.logging.log4j.LogManager.getLogger("here").error("seen-2");
        assertThat(Files.readString(log)).contains("seen-1").doesNotContain("seen-2");
        assertThat(peer.error("log on " + folder.resolve("no/such/folder.log"))).contains("cannot be written");
    }

    @Test
    void versionAndHelpAnswer() {
        assertThat(peer.lines("version").get(0)).startsWith("Parley 1.2.3, Java ");
        assertThat(peer.lines("help ping")).contains("  Example: ping bob");
        assertThat(peer.lines("help wait")).hasSizeGreaterThan(6);
        assertThat(peer.lines("help wait members")).first().isEqualTo("wait members N [seconds]");
        assertThat(peer.error("help pnig")).contains("'ping'");
    }

    @Test
    void aClosedConsoleRefusesInOneSentence() {
        console.close();
        assertThat(peer.error("echo x")).contains("ending");
    }

    private Path script(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private List<String> innerCommands() {
        return peer.inner().stream().map(CommandResult::command).toList();
    }
}
