package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.Chat;
import dev.parley.chat.RoomName;
import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

    private final Session session = new Session();
    private final Transcript heard = new Transcript();
    private Console console;

    @BeforeEach
    void open() {
        console = new Console(session, ConsoleSettings.in(folder, "1.2.3"));
        console.listen(heard);
    }

    @AfterEach
    void close() {
        console.close();
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
        assertThat(run("  echo  two  spaces ").command()).isEqualTo("  echo  two  spaces ");
        assertThat(run(" nosuch  x").command()).isEqualTo(" nosuch  x");
    }

    @Test
    void echoAndMsgTakeTheUntouchedRestOfTheLine() {
        assertThat(lines("echo it's \"5  o'clock\" # no comment -x @file ${a}"))
                .containsExactly("it's \"5  o'clock\" # no comment -x @file ${a}");
        run("msg  don't  -x --help @" + folder);
        assertThat(session.chat().said).last().extracting("text").isEqualTo(" don't  -x --help @" + folder);
    }

    @Test
    void tellTakesANameAndTheUntouchedRest() {
        run("tell   bob  it's \"you\"");
        assertThat(session.chat().said).last().extracting("text").isEqualTo("bob: it's \"you\"");
        assertThat(error("tell bob")).isEqualTo("tell needs text; usage: tell name text");
        assertThat(error("tell")).isEqualTo("tell needs name; usage: tell name text");
        assertThat(error("msg   ")).isEqualTo("msg needs text; usage: msg text");
    }

    @Test
    void anUnknownCommandNamesTheNearestAndNeverPrintsTheHelp() {
        assertThat(error("mgs hello")).isEqualTo("There is no command 'mgs'; did you mean 'msg'?");
        assertThat(error("memberlst")).contains("'memberlist'");
        assertThat(error("bootstrapjion")).contains("'bootstrapjoin'");
        assertThat(error("zzzzzzzzzzzz"))
                .doesNotContain("did you mean")
                .contains("help")
                .contains("msg");
        assertThat(error("wait"))
                .isEqualTo("wait needs another word: wait members N [seconds] or wait message text [seconds]");
        assertThat(error("log of")).contains("log on file").contains("log off");
    }

    @Test
    void rubbishIsQuotedShortAndHarmless() {
        String rubbish = "\u0001\u001B[2J\u0007" + "x".repeat(1 << 20);
        assertThat(error(rubbish)).doesNotContain("\u001B").hasSizeLessThan(300);
    }

    @Test
    void missingAndSurplusArgumentsAreOneSentenceWithTheUsage() {
        assertThat(error("ping")).isEqualTo("ping needs name; usage: ping name");
        assertThat(error("ping a b")).isEqualTo("ping has no use for 'b'; usage: ping name");
        assertThat(error("quit now")).isEqualTo("quit has no use for 'now'; usage: quit");
        assertThat(error("sleep x")).contains("'x' is not a number of seconds").contains("usage: sleep [seconds]");
        assertThat(error("sleep -1")).contains("'-1' is not");
        assertThat(error("sleep 86401")).contains("0 to 86400");
        assertThat(error("history 0")).contains("'0' is not a number from 1");
        assertThat(error("execute --strct x.txt")).contains("execute").contains("--strct");
        assertThat(error("ping \"bob")).contains("quote");
        assertThat(error("memberlistjoin localhost")).contains("host:port");
        assertThat(error("memberlistconfigure BindPort")).contains("usage: memberlistconfigure [BindPort N]");
        assertThat(error("memberlistconfigure Port 7800")).contains("'Port' is not the word BindPort");
        assertThat(error("memberlistconfigure BindPort 70000")).contains("0 to 65535");
        assertThat(error("memberlistconfigure BindPort 7 8")).contains("no use for '8'");
    }

    @Test
    void ctrlCStopsACommandAndLeavesTheNextAlone() {
        CompletableFuture<Optional<CommandResult>> sleeping = console.executeAsync("sleep 600");
        await().until(console::interrupt);
        assertThat(sleeping.join()).contains(new CommandResult.Failed("sleep 600", "Stopped by the user."));
        assertThat(lines("echo still here")).containsExactly("still here");
        assertThat(console.interrupt()).isFalse();
    }

    @Test
    void ctrlCStopsAScriptAltogether() throws IOException {
        Path script = script("long.txt", "echo one", "sleep 600", "echo never");
        CompletableFuture<Optional<CommandResult>> result = console.executeAsync("execute " + script);
        await().until(() -> heard.started.contains("long.txt: sleep 600"));
        await().until(() -> console.interrupt() || result.isDone());
        assertThat(result.join().orElseThrow()).isInstanceOf(CommandResult.Failed.class);
        assertThat(heard.commands()).containsExactly("echo one", "sleep 600");
    }

    @Test
    void aScriptGivesAResultForEachInnerLineBeforeItsOwn() throws IOException {
        Path script = script("hello.txt", "# greeting", "", "echo one", "nosuch", "  echo two");
        CommandResult result = run("execute " + script);
        assertThat(heard.started).containsExactly("hello.txt: echo one", "hello.txt: nosuch", "hello.txt:   echo two");
        assertThat(heard.commands()).containsExactly("echo one", "nosuch", "  echo two");
        assertThat(((CommandResult.Done) result).lines()).containsExactly("hello.txt: 3 commands, 1 failed");
    }

    @Test
    void strictStopsAtTheFirstFailure() throws IOException {
        Path script = script("s.txt", "echo one", "nosuch", "echo two");
        assertThat(error("execute " + script + " --strict")).isEqualTo("s.txt stopped at line 2, which failed.");
        assertThat(error("execute --strict " + script)).contains("line 2");
        assertThat(heard.commands()).doesNotContain("echo two");
    }

    @Test
    void scriptsCallScriptsTenDeepAndNotDeeper() throws IOException {
        Path script = folder.resolve("again.txt");
        Files.writeString(script, "execute " + script);
        run("execute " + script);
        assertThat(heard.results).hasSize(10);
        assertThat(((CommandResult.Failed) heard.results.get(0)).error()).contains("at most 10 deep");
    }

    @Test
    void whatIsNoScriptIsRefusedInOneSentence() throws IOException {
        assertThat(error("execute " + folder)).contains("is a folder");
        assertThat(error("execute " + folder.resolve("missing.txt"))).contains("There is no file");
        Path binary = folder.resolve("binary");
        Files.write(binary, new byte[] {(byte) 0xca, (byte) 0xfe, 0, 1});
        assertThat(error("execute " + binary)).contains("not a text");
        Path large = folder.resolve("large");
        Files.write(large, new byte[(10 << 20) + 1]);
        assertThat(error("execute " + large)).contains("larger than 10 MB");
    }

    @Test
    void aScriptWithSpacesAndQuotesInItsNameRuns() throws IOException {
        Path script = script("it's \"odd\" .txt", "echo one");
        assertThat(console.executeScript(script)).get().isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void aThousandMessagesInAScriptTakeLessThanASecond() throws IOException {
        Path script = folder.resolve("many.txt");
        Files.write(script, Collections.nCopies(1_000, "msg hello everybody"));
        run("execute " + script);
        long start = System.nanoTime();
        run("execute " + script);
        assertThat(System.nanoTime() - start).isLessThan(1_000_000_000L);
        assertThat(session.chat().said).hasSize(2_000);
    }

    @Test
    void quitEndsTheConsoleAndTheScriptItStandsIn() throws IOException {
        Path script = script("end.txt", "quit", "echo never");
        run("execute " + script);
        assertThat(console.isEnding()).isTrue();
        assertThat(console.ended()).succeedsWithin(java.time.Duration.ofSeconds(5));
        assertThat(heard.commands()).containsExactly("quit");
    }

    @Test
    void clearIsToldToTheFaces() {
        run("clear");
        assertThat(heard.cleared).isEqualTo(1);
    }

    @Test
    void waitMembersListensUntilThereAreSoMany() {
        CompletableFuture<Optional<CommandResult>> waiting = console.executeAsync("wait members 2 60");
        show("alice");
        show("alice", "bob");
        assertThat(((CommandResult.Done) waiting.join().orElseThrow()).lines())
                .containsExactly("2 members: alice, bob");
        assertThat(error("wait members 3 0.01")).isEqualTo("After 0.01 s there are 2 members, not 3: alice, bob.");
    }

    @Test
    void waitMessageCountsWhatCameSinceTheLastOneAndNotOwnOnes() {
        receive(1, "bob", "build done");
        receive(2, "bob", "later");
        assertThat(lines("wait message \"build done\"")).containsExactly("bob said: build done");
        assertThat(lines("wait message later 5")).containsExactly("bob said: later");
        assertThat(error("wait message later 0.01"))
                .isEqualTo("After 0.01 s nobody has said 'later'; nothing else was said either.");
        run("msg later");
        receive(3, "bob", "hm");
        assertThat(error("wait message later 0"))
                .isEqualTo("After 0 s nobody has said 'later'; 1 other thing was said, the last by bob: 'hm'.");
    }

    @Test
    void logOnWritesTheLogToAFileUntilLogOff() throws IOException {
        Path log = folder.resolve("console.log");
        run("log on " + log);
        org.apache.logging.log4j.LogManager.getLogger("here").error("seen-1");
        run("log off");
        org.apache.logging.log4j.LogManager.getLogger("here").error("seen-2");
        assertThat(Files.readString(log)).contains("seen-1").doesNotContain("seen-2");
        assertThat(error("log on " + folder.resolve("no/such/folder.log"))).contains("cannot be written");
    }

    @Test
    void versionAndHelpAnswer() {
        assertThat(lines("version").get(0)).startsWith("Parley 1.2.3, Java ");
        assertThat(lines("help ping")).contains("  Example: ping bob");
        assertThat(lines("help wait")).hasSizeGreaterThan(6);
        assertThat(lines("help wait members")).first().isEqualTo("wait members N [seconds]");
        assertThat(error("help pnig")).contains("'ping'");
    }

    @Test
    void aClosedConsoleRefusesInOneSentence() {
        console.close();
        assertThat(error("echo x")).contains("ending");
    }

    private void receive(long number, String from, String text) {
        session.emit(new SessionEvent.MessagesAdded(RoomName.LOBBY, List.of(Chat.message(number, from, text))));
    }

    private void show(String... names) {
        session.emit(new SessionEvent.ViewShown(RoomName.LOBBY, Session.roster(names), List.of(), List.of(), false));
    }

    private Path script(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private CommandResult run(String line) {
        return console.execute(line).orElseThrow();
    }

    private List<String> lines(String line) {
        CommandResult result = run(line);
        assertThat(result).isInstanceOf(CommandResult.Done.class);
        return ((CommandResult.Done) result).lines();
    }

    private String error(String line) {
        CommandResult result = run(line);
        assertThat(result).isInstanceOf(CommandResult.Failed.class);
        return ((CommandResult.Failed) result).error();
    }

    /** What a face would hear. */
    private static final class Transcript implements ResultListener {
        private final List<String> started = Collections.synchronizedList(new ArrayList<>());
        private final List<CommandResult> results = Collections.synchronizedList(new ArrayList<>());
        private int cleared;

        @Override
        public void scriptLineStarted(Instant time, String file, String line) {
            started.add(file + ": " + line);
        }

        @Override
        public void scriptLineEnded(CommandResult result) {
            results.add(result);
        }

        @Override
        public void clearRequested() {
            cleared++;
        }

        private List<String> commands() {
            return List.copyOf(results).stream().map(CommandResult::command).toList();
        }
    }
}
