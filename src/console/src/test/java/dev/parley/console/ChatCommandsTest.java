package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.ChatMessage;
import dev.parley.chat.SessionException;
import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChatCommandsTest {
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
    void aMessageArrivesExactlyAsTyped() {
        assertThat(alice.lines("msg  it's \"5  o'clock\" # -x @file ${a} ")).isEmpty();
        awaitTexts(bob, " it's \"5  o'clock\" # -x @file ${a} ");
    }

    @Test
    void actionsAndDirectMessagesAreOfTheirKind() {
        alice.run("me waves  slowly");
        alice.run("tell bob  it's \"you\"");
        assertThat(bob.lines("wait message you")).containsExactly("alice said:  it's \"you\"");
        assertThat(bob.lines("history").get(0)).matches("<[A-Z][a-z]{2} .*> \\* alice waves  slowly");
        assertThat(alice.error("tell nobody hello")).contains("nobody").contains("bob");
    }

    @Test
    void aMessageOfAMegabyteIsRefusedInOneSentence() {
        assertThat(alice.error("msg " + "x".repeat(1_000_000)))
                .contains("1,000,000")
                .hasSizeLessThan(200);
    }

    @Test
    void historyIsOneMessageALineAndRowsWithTheKeysOfAMessage() {
        alice.run("msg one\ntwo");
        alice.run("msg three");
        assertThat(alice.lines("history")).hasSize(2).first().asString().endsWith("alice> one ⏎ two");
        assertThat(alice.rows("history 1"))
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsOnlyKeys("id", "from", "self", "text", "time", "clock", "kind", "to", "late")
                        .containsEntry("text", "three")
                        .containsEntry("self", true)
                        .containsEntry("kind", "text"));
    }

    @Test
    void searchShowsWhatHistoryWouldAndSaysWhenThereIsNothing() {
        alice.run("msg the Quick fox");
        alice.run("msg slow fox");
        alice.run("msg quick");
        assertThat(alice.lines("search FOX quick")).singleElement().asString().endsWith("alice> the Quick fox");
        assertThat(alice.rows("search fox from:alice"))
                .isEqualTo(alice.rows("history").subList(0, 2));
        assertThat(alice.rows("search \"k fox\""))
                .extracting(row -> row.get("text"))
                .containsExactly("the Quick fox");
        assertThat(alice.lines("search whale")).containsExactly("Nothing of what is stored here matches whale.");
        assertThat(alice.rows("search whale")).isEmpty();
        assertThat(alice.error("search before:soon")).contains("before:soon is no time");
    }

    @Test
    void pingAnswersInMillisecondsUnderBothNames() {
        assertThat(alice.lines("ping bob")).singleElement().asString().matches("bob answered in [0-9.]+ ms");
        assertThat(alice.rows("chatmemberping bob").get(0))
                .containsEntry("name", "bob")
                .containsKey("milliseconds");
        assertThat(alice.error("ping nobody")).contains("nobody");
    }

    @Test
    void whoLeavesTheChatIsNoLongerListedAndMayComeBack() {
        assertThat(bob.lines("chatleave").get(0)).contains("still in the group");
        await().untilAsserted(
                        () -> assertThat(names(alice.rows("chatmemberlist"))).containsExactly("alice"));
        assertThat(names(alice.rows("memberlist"))).containsExactly("alice", "bob");
        assertThat(bob.error("msg hello")).contains("chatjoin");
        assertThat(bob.lines("chatjoin").get(0)).contains("lobby");
        await().untilAsserted(
                        () -> assertThat(names(alice.rows("chatmemberlist"))).containsExactly("alice", "bob"));
        assertThat(String.join("", alice.lines("chatmemberlist")))
                .startsWith("[")
                .contains("\"name\" : \"bob\"");
    }

    @Test
    void aNewNameIsShownToAllAndOneThatIsTakenGetsANumber() {
        assertThat(alice.lines("nick alicia")).containsExactly("You are shown as alicia");
        await().untilAsserted(() -> assertThat(names(bob.rows("memberlist"))).containsExactly("alicia", "bob"));
        assertThat(bob.lines("nick alicia"))
                .containsExactly("You are shown as alicia-2, because somebody has the name alicia");
        assertThat(alice.error("nick \"two words\"")).contains("without spaces");
        assertThat(alice.error("nick")).contains("usage: nick name");
        assertThat(String.join(" ", alice.lines("help nick"))).contains("until this peer ends");
    }

    @Test
    void receiptsAreATableOfMembersAndTheLastMessages() {
        assertThat(alice.lines("receipts"))
                .satisfiesExactly(
                        heading -> assertThat(heading).isEqualTo("name  received  missing  missing direct"),
                        line -> assertThat(line).matches("bob   0 +0 +0"),
                        line -> assertThat(line).contains("said nothing"));
        alice.run("msg hello");
        await().untilAsserted(() -> assertThat(alice.lines("receipts").get(2)).endsWith("> hello: received by all"));
        assertThat(alice.rows("receipts").get(0))
                .containsEntry("of", "member")
                .containsEntry("name", "bob")
                .containsEntry("received", 1L)
                .containsEntry("missing", 0L);
        assertThat(alice.rows("receipts").get(1)).containsEntry("waitingFor", List.of());
        bob.run("chatleave");
        await().untilAsserted(() ->
                assertThat(alice.lines("receipts")).containsExactly("Nobody else takes part in the chat"));
    }

    @Test
    void joinMovesToAnotherRoomAndLeaveLeaves() {
        assertThat(alice.lines("join").get(0)).isEqualTo("In room lobby as alice");
        assertThat(alice.lines("join kitchen").get(0)).isEqualTo("In room kitchen as alice");
        assertThat(bob.lines("wait members 1")).containsExactly("1 member: bob");
        assertThat(alice.lines("leave")).containsExactly("Left room kitchen");
        assertThat(alice.error("msg hello")).contains("join");
        assertThat(alice.lines("memberlist").get(0)).contains("in no group");
        assertThat(alice.error("join two words")).contains("usage: join [room]");
        assertThat(alice.error("join \"two words\"")).contains("without spaces");
    }

    @Test
    void waitMembersListensUntilThereAreExactlySoMany() throws Exception {
        CompletableFuture<Optional<CommandResult>> waiting = alice.console().executeAsync("wait members 3 60");
        house.peer("carol").run("join");
        assertThat(waiting.join()).get().isInstanceOf(CommandResult.Done.class);
        assertThat(alice.lines("wait members 3")).containsExactly("3 members: alice, bob, carol");
        assertThat(alice.error("wait members 2 0.01"))
                .isEqualTo("After 0.01 s the group has 3 members, not 2: alice, bob, carol.");
        assertThat(alice.error("wait members 0")).contains("'0' is not a number from 1");
    }

    @Test
    void waitMessageCountsWhatCameSinceTheLastOneAndNotOwnOnes() {
        bob.run("msg build done");
        bob.run("msg later");
        assertThat(alice.lines("wait message \"build done\"")).containsExactly("bob said: build done");
        assertThat(alice.lines("wait message later 5")).containsExactly("bob said: later");
        assertThat(alice.error("wait message later 0.01"))
                .isEqualTo("After 0.01 s nobody has said 'later'; nothing else was said either.");
        alice.run("msg later");
        awaitTexts(bob, "build done", "later", "later");
        bob.run("msg hm");
        awaitTexts(alice, "build done", "later", "later", "hm");
        assertThat(alice.error("wait message later 0"))
                .isEqualTo("After 0 s nobody has said 'later'; 1 other thing was said, the last by bob: 'hm'.");
    }

    @Test
    void aThousandMessagesInAScriptAllArriveInTheirOrder() throws IOException {
        Path script = folder.resolve("many.txt");
        List<String> texts =
                IntStream.range(0, 1_000).mapToObj(i -> "hello " + i).toList();
        Files.write(script, texts.stream().map(text -> "msg " + text).toList());
        alice.run("execute " + script);
        assertThat(alice.inner()).hasSize(1_000).allMatch(CommandResult.Done.class::isInstance);
        awaitTexts(bob, texts.toArray(String[]::new));
    }

    private static List<Object> names(List<java.util.Map<String, Object>> rows) {
        return rows.stream().map(row -> row.get("name")).toList();
    }

    private static void awaitTexts(ConsolePeer peer, String... texts) {
        await().untilAsserted(() -> assertThat(texts(peer)).containsExactly(texts));
    }

    private static List<String> texts(ConsolePeer peer) throws SessionException {
        return peer.session().chat().history(2_000).stream()
                .map(ChatMessage::text)
                .toList();
    }
}
