package dev.parley.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.SessionEvent;
import dev.parley.console.script.ScriptCall;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import dev.parley.group.GroupException;
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
import java.util.concurrent.CountDownLatch;
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
    private ConsoleHouse house;
    private ConsolePeer peer;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        peer = house.peer("alice");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void pipedLinesRunInOrder() {
        assertThat(plain("echo one\r\n\n# two\necho three", reading())).isZero();
        assertThat(text()).isEqualTo("one\nthree\n");
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
        peer.console().execute("quit");
        assertThat(status).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
    }

    @Test
    void quitEndsTheReading() {
        assertThat(plain("quit\necho never\n", reading())).isZero();
        assertThat(text()).isEmpty();
    }

    @Test
    void aRunWaitsForTheGroupAndLeavesItInOrderAtTheEnd() throws Exception {
        ConsolePeer bob = house.joined("bob").get(0);
        assertThat(plain("", plan(false, List.of("msg hello")))).isZero();
        assertThat(bob.lines("wait message hello")).containsExactly("alice said: hello");
        assertThat(bob.lines("wait members 1")).containsExactly("1 member: bob");
        assertThat(text()).containsSubsequence("-- in lobby as alice at 127.0.0.1:", "alice> hello", "-- left lobby");
    }

    @Test
    void programsSeeStatesViewsAndMessages() throws Exception {
        house.joined("bob");
        assertThat(json("", plan(false, List.of("msg hello")))).isZero();
        assertThat(ofType("state"))
                .extracting(object -> object.get("state").asString())
                .containsExactly("joining", "joined", "left");
        assertThat(ofType("view").get(0).get("joined").toString()).isEqualTo("[\"bob\"]");
        assertThat(ofType("view").get(0).get("members").toString()).isEqualTo("[\"bob\",\"alice\"]");
        assertThat(ofType("message")).singleElement().satisfies(message -> {
            assertThat(message.get("self").asBoolean()).isTrue();
            assertThat(message.get("late").asBoolean()).isFalse();
        });
        assertThat(ofType("notice")).isNotEmpty();
    }

    @Test
    void aStartThatFailedIsNotWaitedFor() throws Exception {
        peer = house.peer("lonely", (settings, listener) -> {
            throw new GroupException("No network today.");
        });
        assertThat(plain("", plan(false, List.of("echo on")))).isZero();
        assertThat(text()).isEqualTo("warning: No network today.\nwarning: Not in the group; going on without.\non\n");
    }

    @Test
    void withoutAGroupItGoesOnAfterItsPatienceWithANotice() throws Exception {
        CountDownLatch network = new CountDownLatch(1);
        peer = house.peer("slow", (settings, listener) -> {
            awaitOpen(network);
            throw new GroupException("No network today.");
        });
        LaunchPlan plan = new LaunchPlan(List.of(), List.of("echo on"), false, false, List.of(), Duration.ofMillis(1));
        CompletableFuture<Integer> status = CompletableFuture.supplyAsync(() -> plain("", plan));
        await().untilAsserted(() ->
                assertThat(text()).isEqualTo("warning: Not in the group after 0 s; going on without.\non\n"));
        network.countDown();
        assertThat(status).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aManualRunJoinsNothing() {
        assertThat(plain("", plan(true, List.of("memberlist")))).isZero();
        assertThat(text()).startsWith("No members").doesNotContain("--");
    }

    @Test
    void noticesOfTheLaunchComeFirst() {
        LaunchPlan plan = new LaunchPlan(
                List.of(),
                List.of("echo on"),
                true,
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
        int status = new PlainFace(
                        peer.session(),
                        peer.console(),
                        new ByteArrayInputStream(input.toByteArray()),
                        out,
                        Palette.PLAIN)
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
                .containsOnly("result");
        assertThat(objects())
                .filteredOn(object -> object.get("type").asString().equals("result"))
                .extracting(object -> object.get("command").asString())
                .containsExactly(
                        "memberlist", "echo inner", "clear", "execute " + script, "msg grüße 😀", "nosuch", "help");
    }

    private int plain(String input, LaunchPlan plan) {
        return new PlainFace(peer.session(), peer.console(), stream(input), out, Palette.PLAIN).run(plan);
    }

    private int json(String input, LaunchPlan plan) {
        return new JsonFace(peer.session(), peer.console(), stream(input), out).run(plan);
    }

    private List<JsonNode> objects() {
        return text().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<JsonNode> ofType(String type) {
        return objects().stream()
                .filter(object -> object.get("type").asString().equals(type))
                .toList();
    }

    private static LaunchPlan reading() {
        return plan(List.of(), List.of(), false);
    }

    private static LaunchPlan plan(boolean manual, List<String> commands) {
        return new LaunchPlan(List.of(), commands, manual, false, List.of(), LaunchPlan.USUAL_PATIENCE);
    }

    /** Without a group, so that only what commands say is shown. */
    private static LaunchPlan plan(List<Path> scripts, List<String> commands, boolean stay) {
        return new LaunchPlan(
                scripts.stream().map(ScriptCall::of).toList(),
                commands,
                true,
                stay,
                List.of(),
                LaunchPlan.USUAL_PATIENCE);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
