package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.parley.chat.OrderDesk.Answer;
import dev.parley.chat.OrderDesk.Outcome;
import dev.parley.group.Group;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members tell each other what to do, and none does what its user has not allowed. */
class RemoteOrderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration A_MOMENT = Duration.ofMillis(100);
    private static final byte ORDER_ANSWER = 18;

    private TestHouse house;
    private TestPeer alice;
    private TestPeer bob;
    private TestPeer carol;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new TestHouse(folder);
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        alice = peers.get(0);
        bob = peers.get(1);
        carol = peers.get(2);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static OrderDesk orders(TestPeer peer) {
        return peer.session().orders();
    }

    @Test
    void anOrderIsCarriedOutByThoseWhoAllowItAndTheAnswersSayWhoDidNot() throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        for (TestPeer peer : List.of(bob, carol))
            orders(peer).handle("paint", (from, words) -> {
                if (!peer.session().permissions().faults()) throw new SessionException("Not allowed here.");
                heard.add(from + " wants " + words);
                return "Painted " + words.get(0) + ".";
            });
        carol.session().permissions().allowFaults(true);

        List<Answer> answers = orders(alice).orderAll("paint", List.of("red", "with \"quotes\" |"), PATIENCE);

        assertThat(answers)
                .containsExactly(
                        new Answer("bob", Outcome.REFUSED, "Not allowed here."),
                        new Answer("carol", Outcome.DONE, "Painted red."));
        assertThat(heard).containsExactly("alice wants [red, with \"quotes\" |]");
        await().untilAsserted(() -> assertThat(carol.notices)
                .extracting(SessionEvent.NoticeGiven::text)
                .contains("By order of alice: Painted red."));
        assertThat(bob.notices).extracting(SessionEvent.NoticeGiven::text).noneMatch(text -> text.contains("order"));
        await().untilAsserted(() -> assertThat(bob.events)
                .extracting(Timeline.Entry::kind, Timeline.Entry::text)
                .contains(tuple("order", "alice has ordered (paint, refused): Not allowed here.")));
    }

    @Test
    void whoKnowsNoOrdersOfAKindSaysSo() throws Exception {
        assertThat(orders(alice).orderAll("juggle", List.of(), PATIENCE))
                .containsExactly(
                        new Answer("bob", Outcome.REFUSED, "This peer takes no orders of that kind: update it."),
                        new Answer("carol", Outcome.REFUSED, "This peer takes no orders of that kind: update it."));
    }

    @Test
    void whoHasGoneBackToAnEarlierNameIsCalledByIt() throws Exception {
        for (String name : List.of("robert", "bob")) {
            bob.session().rename(new PeerName(name));
            for (TestPeer peer : List.of(alice, carol))
                await().until(() -> peer.session().roster().named(name).isPresent());
        }
        List<String> heard = new CopyOnWriteArrayList<>();
        orders(carol).handle("paint", (from, words) -> {
            heard.add(from);
            return "Painted.";
        });

        assertThat(orders(alice).orderAll("paint", List.of(), PATIENCE))
                .extracting(Answer::member)
                .containsExactly("bob", "carol");
        orders(bob).orderAll("paint", List.of(), PATIENCE);
        assertThat(heard).containsExactly("alice", "bob");
    }

    @Test
    void whoDoesNotAnswerInTimeIsSilentAndWhatItSaysLaterIsNotHeard() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        orders(bob).handle("wait", (from, words) -> {
            awaitUninterrupted(open);
            done.add("waited");
            return "Waited.";
        });
        orders(carol).handle("wait", (from, words) -> "At once.");

        assertThat(orders(alice).orderAll("wait", List.of(), A_MOMENT))
                .containsExactly(new Answer("bob", Outcome.SILENT, ""), new Answer("carol", Outcome.DONE, "At once."));
        open.countDown();
        await().until(() -> done.size() == 1);
        orders(bob).handle("wait", (from, words) -> "Soon.");
        assertThat(orders(alice).orderAll("wait", List.of(), PATIENCE))
                .extracting(Answer::sentence)
                .containsExactly("Soon.", "At once.");
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nobodyWaitsForAMemberThatHasGone(boolean answersCameBefore) throws Exception {
        CountDownLatch open = new CountDownLatch(answersCameBefore ? 0 : 1);
        orders(bob).handle("go", (from, words) -> {
            awaitUninterrupted(open);
            return "Gone.";
        });
        orders(carol).handle("go", (from, words) -> "Gone.");
        Group lost = house.group(carol);
        AtomicBoolean bobHasAnswered = new AtomicBoolean();
        house.network().lose((from, to, payload) -> {
            if (payload[1] != ORDER_ANSWER) return false;
            if (from.equals(lost.self())) return true;
            bobHasAnswered.set(true);
            return false;
        });
        List<Answer> answers = new ArrayList<>();
        Thread ordering = new Thread(() -> {
            try {
                answers.addAll(orders(alice).orderAll("go", List.of(), PATIENCE.multipliedBy(10)));
            } catch (SessionException e) {
                throw new IllegalStateException(e);
            }
        });
        ordering.start();
        await().until(() -> carol.events.stream().anyMatch(event -> event.kind().equals("order")));
        if (answersCameBefore) await().untilTrue(bobHasAnswered);
        house.network().crash(lost);
        await().until(() -> alice.session().chat().members().size() == 2);
        open.countDown();

        ordering.join(PATIENCE.toMillis());
        assertThat(answers)
                .containsExactly(new Answer("bob", Outcome.DONE, "Gone."), new Answer("carol", Outcome.SILENT, ""));
    }

    @Test
    void ordersPiledUpFasterThanTheyAreCarriedOutAreNotHeard() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        List<String> done = new CopyOnWriteArrayList<>();
        orders(bob).handle("pile", (from, words) -> {
            awaitUninterrupted(open);
            done.add(words.get(0));
            return "Done.";
        });
        for (int i = 0; i < OrderTalk.MOST_IN_HAND + 5; i++)
            orders(alice).orderAll("pile", List.of("" + i), Duration.ZERO);
        alice.session().chat().say("after all orders");
        await().until(() -> bob.texts().contains("after all orders"));
        open.countDown();
        await().until(() -> done.size() == OrderTalk.MOST_IN_HAND);

        assertThat(orders(alice).orderAll("pile", List.of("last"), PATIENCE).get(0))
                .isEqualTo(new Answer("bob", Outcome.DONE, "Done."));
        assertThat(done).hasSize(OrderTalk.MOST_IN_HAND + 1).endsWith("7", "last");
    }

    @Test
    void whatOneWasNotAskedForOrSaysUnderAnothersNumberIsNotHeard() throws Exception {
        WireCodec codec = new WireCodec();
        house.group(bob)
                .send(
                        house.group(alice).self(),
                        codec.encode(new WireMessage.OrderAnswer(42, true, "I have done what nobody asked for.")));
        house.group(bob).send(house.group(alice).self(), new byte[] {1, 17, 0});
        await().until(() -> alice.session().chat().ignored() == 1);
        assertThat(alice.notices)
                .extracting(SessionEvent.NoticeGiven::text)
                .containsOnlyOnce("What bob sends is ignored as far as it is malformed or forged (too short).");
        assertThat(orders(alice).orderAll("juggle", List.of(), PATIENCE)).hasSize(2);
    }

    @Test
    void anOrderNeedsAGroupAndABoundedNumberOfWords() throws Exception {
        assertThatThrownBy(() -> orders(alice).orderAll("fault", List.of("x".repeat(64 * 1024)), PATIENCE))
                .isInstanceOf(SessionException.class)
                .hasMessage("The order has 65,541 bytes and an order has at most 65,536: name less at once.");
        alice.session().leave();
        assertThatThrownBy(() -> orders(alice).orderAll("fault", List.of(), PATIENCE))
                .hasMessage("Not in the group: type join.");
    }

    @Test
    void nothingIsAllowedByDefault() {
        assertThat(alice.session().permissions().faults()).isFalse();
        assertThat(alice.session().permissions().stack()).isFalse();
        alice.session().permissions().allowStack(true);
        assertThat(alice.session().permissions().stack()).isTrue();
    }
}
