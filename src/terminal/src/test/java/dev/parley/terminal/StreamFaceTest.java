package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.Session;
import dev.parley.chat.SessionEvent;
import dev.parley.chat.SessionState;
import dev.parley.console.Console;
import dev.parley.console.ConsoleSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StreamFaceTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    private final Session session = new Session();
    private Console console;

    @BeforeEach
    void open() {
        console = new Console(session, ConsoleSettings.in(folder, "1"));
        session.settled.complete(SessionState.ALONE);
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void pipedLinesRunInOrderAndTheEndLeaves() {
        assertThat(plain("echo one\r\n\n# two\necho three", reading())).isZero();
        assertThat(text()).isEqualTo("one\nthree\n");
        assertThat(session.started).isTrue();
        assertThat(session.left).isTrue();
    }

    @Test
    void aFailedCommandMakesTheStatusOneAndTheRestStillRuns() {
        assertThat(plain("nosuch\necho after\n", reading())).isEqualTo(1);
        assertThat(text()).startsWith("error: There is no command 'nosuch'").endsWith("\nafter\n");
    }

    @Test
    void scriptsRunBeforeCommandsAndInputIsNotRead() throws IOException {
        Path script = Files.writeString(folder.resolve("s.txt"), "echo from script\n");
        assertThat(plain("echo from input\n", plan(List.of(script), List.of("nosuch", "echo command"), false)))
                .isEqualTo(1);
        assertThat(text())
                .containsSubsequence("s.txt] echo from script", "from script", "1 command", "error:", "command")
                .doesNotContain("from input");
    }

    @Test
    void aFailureInsideAScriptCounts() throws IOException {
        Path script = Files.writeString(folder.resolve("s.txt"), "nosuch\n");
        assertThat(plain("", plan(List.of(script), List.of(), false))).isEqualTo(1);
    }

    @Test
    void stayReadsOnAndGoesOnAfterTheEndOfInputUntilQuit() {
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(
                () -> plain("echo input\n", plan(List.of(), List.of("echo command"), true)));
        await().untilAsserted(() -> assertThat(text()).isEqualTo("command\ninput\n"));
        assertThat(status).isNotDone();
        console.execute("quit");
        assertThat(status).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
    }

    @Test
    void quitEndsTheReading() {
        assertThat(plain("quit\necho never\n", reading())).isZero();
        assertThat(text()).isEmpty();
    }

    @Test
    void withoutAGroupItGoesOnAfterItsPatienceWithANotice() {
        Session lonely = new Session();
        try (Console other = new Console(lonely, ConsoleSettings.in(folder, "1"))) {
            LaunchPlan plan =
                    new LaunchPlan(List.of(), List.of("echo on"), false, false, List.of(), Duration.ofMillis(1));
            assertThat(new PlainFace(lonely, other, InputStream.nullInputStream(), out, Palette.PLAIN).run(plan))
                    .isZero();
        }
        assertThat(text()).isEqualTo("warning: Not in the group after 0 s; going on without.\non\n");
    }

    @Test
    void aManualRunNeitherStartsNorWaits() {
        Session lonely = new Session();
        try (Console other = new Console(lonely, ConsoleSettings.in(folder, "1"))) {
            LaunchPlan plan =
                    new LaunchPlan(List.of(), List.of("echo on"), true, false, List.of(), LaunchPlan.USUAL_PATIENCE);
            new PlainFace(lonely, other, InputStream.nullInputStream(), out, Palette.PLAIN).run(plan);
        }
        assertThat(lonely.started).isFalse();
        assertThat(text()).isEqualTo("on\n");
    }

    @Test
    void noticesOfTheLaunchComeFirst() {
        LaunchPlan plan = new LaunchPlan(
                List.of(),
                List.of("echo on"),
                false,
                false,
                List.of(new SessionEvent.NoticeGiven(SessionEvent.Level.INFO, "The log goes there.")),
                LaunchPlan.USUAL_PATIENCE);
        assertThat(plain("", plan)).isZero();
        assertThat(text()).isEqualTo("-- The log goes there.\non\n");
    }

    @Test
    void binaryRubbishGivesSentencesAndHarmsNothing() {
        byte[] rubbish = new byte[100_000];
        new Random(7).nextBytes(rubbish);
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes(rubbish);
        input.writeBytes("\necho alive\n".getBytes(StandardCharsets.UTF_8));
        int status = new PlainFace(session, console, new ByteArrayInputStream(input.toByteArray()), out, Palette.PLAIN)
                .run(reading());
        assertThat(status).isEqualTo(1);
        assertThat(text()).endsWith("\nalive\n").doesNotContain("\u001B").doesNotContain("Exception");
        assertThat(text().lines())
                .filteredOn(line -> !line.equals("alive"))
                .allMatch(line -> line.startsWith("error: "));
    }

    @Test
    void anEndlessLineIsRefusedWithoutRunning() {
        String endless = "echo " + "x".repeat(3 << 20);
        assertThat(json(endless + "\necho after\n", reading())).isEqualTo(1);
        List<JsonNode> objects = objects();
        assertThat(objects.get(0).get("error").asString())
                .contains("3,145,733 bytes")
                .contains("not run");
        assertThat(objects.get(0).get("command").asString()).hasSizeLessThan(300);
        assertThat(objects.get(1).get("lines").get(0).asString()).isEqualTo("after");
    }

    @Test
    void everythingForProgramsIsOneObjectALine() throws IOException {
        Path script = Files.writeString(folder.resolve("s.txt"), "echo inner\nclear\n");
        assertThat(json("memberlist\nexecute " + script + "\nmsg grüße 😀\nnosuch\nhelp\n", reading()))
                .isEqualTo(1);
        assertThat(objects())
                .extracting(object -> object.get("type").asString())
                .containsOnly("result", "message");
        assertThat(objects())
                .filteredOn(object -> object.get("type").asString().equals("result"))
                .extracting(object -> object.get("command").asString())
                .containsExactly(
                        "memberlist", "echo inner", "clear", "execute " + script, "msg grüße 😀", "nosuch", "help");
    }

    private int plain(String input, LaunchPlan plan) {
        return new PlainFace(session, console, stream(input), out, Palette.PLAIN).run(plan);
    }

    private int json(String input, LaunchPlan plan) {
        return new JsonFace(session, console, stream(input), out).run(plan);
    }

    private List<JsonNode> objects() {
        return text().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static LaunchPlan reading() {
        return plan(List.of(), List.of(), false);
    }

    private static LaunchPlan plan(List<Path> scripts, List<String> commands, boolean stay) {
        return new LaunchPlan(scripts, commands, false, stay, List.of(), LaunchPlan.USUAL_PATIENCE);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
