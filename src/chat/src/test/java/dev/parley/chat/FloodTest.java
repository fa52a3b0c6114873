package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.group.JGroupsGroup;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real stack, where flow control makes a sender wait for its receivers. */
class FloodTest {
    private static final int FLOOD = 800;
    private static final String KIBIBYTES = "x".repeat(8 * 1024);

    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new TestHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private TestPeer join(String name) throws Exception {
        TestPeer peer = house.peer(name, JGroupsGroup.FACTORY);
        peer.session().join(Optional.empty());
        return peer;
    }

    private static Thread flood(TestPeer peer, String mark) {
        Thread flooding = new Thread(() -> {
            try {
                for (int i = 0; i < FLOOD; i++) peer.session().chat().say(mark + i + KIBIBYTES);
            } catch (SessionException e) {
                throw new IllegalStateException(e);
            }
        });
        flooding.start();
        return flooding;
    }

    @Test
    void twoPeersThatFloodEachOtherAndANewcomerThatWantsPagesMeanwhileAllGetEverything() throws Exception {
        TestPeer alice = join("alice");
        TestPeer bob = join("bob");
        await().until(() -> alice.session().chat().members().size() == 2
                && bob.session().chat().members().size() == 2);
        for (int i = 0; i < 300; i++) alice.session().chat().say("before " + i + KIBIBYTES);

        List<Thread> floods = new ArrayList<>();
        floods.add(flood(alice, "a"));
        floods.add(flood(bob, "b"));
        TestPeer carol = join("carol");
        for (Thread flooding : floods) flooding.join(Duration.ofSeconds(90).toMillis());

        for (TestPeer peer : List.of(alice, bob))
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(peer.messages).hasSize(300 + 2 * FLOOD));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(carol.texts()).contains("a" + (FLOOD - 1) + KIBIBYTES, "b0" + KIBIBYTES));
        assertThat(alice.messages).extracting(ChatMessage::id).doesNotHaveDuplicates();
        assertThat(alice.session().chat().history(10_000))
                .extracting(ChatMessage::id)
                .isEqualTo(bob.session().chat().history(10_000).stream()
                        .map(ChatMessage::id)
                        .toList());
    }
}
