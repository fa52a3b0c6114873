package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OlderHistoryTest {
    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new TestHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static List<String> numbered(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "m" + i).toList();
    }

    private static List<String> texts(List<ChatMessage> messages) {
        return messages.stream().map(ChatMessage::text).toList();
    }

    private TestPeer newcomer(String name, TestPeer old) throws Exception {
        TestPeer peer = house.peer(name);
        peer.session().join(Optional.empty());
        await().until(() -> old.session().chat().members().size()
                        == peer.session().chat().members().size()
                && peer.messages.size() >= 1_000);
        return peer;
    }

    @Test
    void aNewcomerGetsTheLastThousandAtOnceAndOlderOnesWhenItAsksForThem() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        alice.session().chat().sayAll(numbered(0, 3_000));
        TestPeer bob = newcomer("bob", alice);
        assertThat(bob.texts()).containsExactlyElementsOf(numbered(2_000, 3_000));

        assertThat(texts(bob.session().chat().history(1_500))).isEqualTo(numbered(1_500, 3_000));
        ChatMessage oldest = bob.session().chat().history(1_500).get(0);
        assertThat(texts(bob.session().chat().before(oldest, 700))).isEqualTo(numbered(800, 1_500));
        assertThat(texts(bob.session().chat().history(1_000_000))).isEqualTo(numbered(0, 3_000));
        assertThat(bob.messages).extracting(ChatMessage::id).doesNotHaveDuplicates();
    }

    @Test
    void whatWasSaidBeforeByManyInManyRunsIsFoundTooAndNothingIsAskedForTwice() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        List<String> said = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            TestPeer guest = house.peer("guest" + run);
            guest.session().join(Optional.empty());
            for (int i = 0; i < 400; i++) {
                TestPeer speaker = i % 3 == 0 ? guest : peers.get(i % 2);
                said.add(speaker.session().chat().say("m" + said.size()).text());
            }
            guest.session().leave();
        }
        TestPeer carol = newcomer("carol", peers.get(0));
        assertThat(texts(carol.session().chat().history(1_600)))
                .isEqualTo(texts(peers.get(0).session().chat().history(1_600)))
                .hasSameSizeAs(said);
    }

    @Test
    void whoEverybodyElseHasLeftFindsOnlyWhatItHas() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        alice.session().chat().sayAll(numbered(0, 1_200));
        TestPeer bob = newcomer("bob", alice);
        alice.session().leave();
        assertThat(bob.session().chat().history(5_000)).hasSize(1_000);
    }

    @Test
    void whatIsKeptHereIsReadAroundAMessageWithoutAskingOthers() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        alice.session().chat().sayAll(numbered(0, 2_500));
        TestPeer bob = newcomer("bob", alice);
        Chat chat = bob.session().chat();

        List<ChatMessage> kept = chat.kept(5_000);
        assertThat(texts(kept)).isEqualTo(numbered(1_500, 2_500));
        assertThat(texts(chat.kept(3))).isEqualTo(numbered(2_497, 2_500));
        assertThat(texts(chat.keptBefore(kept.get(10), 500))).isEqualTo(numbered(1_500, 1_510));
        assertThat(texts(chat.keptAfter(kept.get(10), 500))).isEqualTo(numbered(1_511, 2_011));
        assertThat(texts(chat.keptAfter(kept.get(990), 500))).isEqualTo(numbered(2_491, 2_500));
        assertThat(chat.keptAfter(kept.get(999), 500)).isEmpty();
        assertThat(bob.messages).hasSize(1_000);
    }
}
