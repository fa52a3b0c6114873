package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.Peer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who takes part in the chat under which name, and who has received what. */
class MembersTest {
    private static final byte HELLO = 1;
    private static final byte ACK = 7;
    private static final byte MAP_DIGEST = 14;

    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new TestHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private static Chat chat(TestPeer peer) {
        return peer.session().chat();
    }

    private static void awaitNames(TestPeer peer, String... names) {
        await().untilAsserted(() -> assertThat(peer.session().roster().names()).containsExactly(names));
    }

    @Test
    void aNewNameIsSeenByAllAndCarriedByLaterMessages() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        TestPeer alice = peers.get(0);
        TestPeer bob = peers.get(1);
        chat(alice).say("before");
        await().until(() -> bob.texts().contains("before"));
        int views = bob.views.size();

        assertThat(alice.session().rename(new PeerName("alicia"))).isEqualTo("alicia");
        chat(alice).say("after");

        await().until(() -> bob.texts().contains("after"));
        assertThat(bob.messages).extracting(ChatMessage::from).containsExactly("alice", "alicia");
        assertThat(bob.views.subList(views, bob.views.size())).singleElement().satisfies(view -> {
            assertThat(view.roster().names()).containsExactly("alicia", "bob");
            assertThat(view.joined()).isEmpty();
        });
        assertThat(alice.session().self()).isEqualTo("alicia");
        assertThat(alice.states.get(alice.states.size() - 1).self()).isEqualTo("alicia");
    }

    @Test
    void aNewNameStandsInTheBootstrapListAsLongAsThatHasAPlace() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        await().until(() -> alice.session().bootstrap().list().peers().size() == 1);
        alice.session().rename(new PeerName("alicia"));
        await().untilAsserted(() -> assertThat(
                        alice.session().bootstrap().list().peers().values())
                .extracting(Peer::name)
                .containsExactly("alicia"));
    }

    @Test
    void aNameThatIsTakenGetsANumberAndIsThereWithoutOneWhenTheOtherGoes() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        assertThat(peers.get(1).session().rename(new PeerName("alice"))).isEqualTo("alice-2");
        for (TestPeer peer : peers) awaitNames(peer, "alice", "alice-2", "carol");
        peers.get(0).session().leave();
        for (TestPeer peer : peers.subList(1, 3)) awaitNames(peer, "alice", "carol");
        assertThat(peers.get(1).session().self()).isEqualTo("alice");
    }

    @Test
    void aNameTakenOutsideTheGroupIsTheOneToJoinWith() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        TestPeer bob = house.peer("bob");
        assertThat(bob.session().rename(new PeerName("robert"))).isEqualTo("robert");
        assertThat(bob.session().self()).isEqualTo("robert");
        bob.session().join(Optional.empty());
        awaitNames(alice, "alice", "robert");
        bob.session().join(Optional.of(new RoomName("kitchen")));
        assertThat(bob.session().self()).isEqualTo("robert");
    }

    @Test
    void whatAPeerSaysOfItselfAnewIsLaterByItsClockEvenIfNothingWasSaidYet() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        List<Stamp> clocks = new CopyOnWriteArrayList<>();
        house.network().watchMulticasts(payload -> {
            if (payload[1] == HELLO) clocks.add(clockOf(payload));
        });
        peers.get(0).session().rename(new PeerName("alicia"));
        chat(peers.get(0)).leave();
        chat(peers.get(0)).join();
        awaitNames(peers.get(1), "alicia", "bob");
        await().until(() -> clocks.size() == 3);
        assertThat(clocks).isSorted().doesNotHaveDuplicates().doesNotContain(Stamp.ZERO);
    }

    private static Stamp clockOf(byte[] hello) {
        try {
            return ((WireMessage.Hello) new WireCodec().decode(hello)).clock();
        } catch (WireException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aNewNameReachesANewcomer() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        peers.get(0).session().rename(new PeerName("alicia"));
        TestPeer carol = house.peer("carol");
        carol.session().join(Optional.empty());
        awaitNames(carol, "alicia", "bob", "carol");
    }

    @Test
    void afterAMergeBothAlicesAreToldApartTheSameEverywhere() throws Exception {
        List<TestPeer> peers = house.joined("alice@1", "bob", "alice@2", "dave");
        house.network()
                .partition(
                        List.of(house.group(peers.get(0)), house.group(peers.get(1))),
                        List.of(house.group(peers.get(2)), house.group(peers.get(3))));
        awaitNames(peers.get(1), "alice", "bob");
        awaitNames(peers.get(3), "alice", "dave");
        peers.get(3).session().rename(new PeerName("alice"));
        awaitNames(peers.get(2), "alice", "alice-2");
        house.network().heal();
        for (TestPeer peer : peers) awaitNames(peer, "alice", "bob", "alice-2", "alice-3");
    }

    @Test
    void whoHasLeftTheChatIsNeitherToldNorPinged() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        chat(peers.get(1)).leave();
        await().until(() -> chat(peers.get(0)).members().size() == 1);
        assertThatThrownBy(() -> chat(peers.get(0)).tell("bob", "psst"))
                .hasMessage("bob does not take part in the chat.");
        assertThatThrownBy(() -> chat(peers.get(0)).ping("bob", Duration.ofSeconds(5)))
                .hasMessage("bob does not take part in the chat.");
        assertThat(peers.get(0).session().roster().names()).containsExactly("alice", "bob");
    }

    @Test
    void historyInAbsenceIsWhatWasStoredAndOwnNumbersGoOnAfterwards() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        TestPeer bob = peers.get(1);
        chat(bob).say("one");
        await().until(() -> peers.get(0).texts().contains("one"));
        chat(bob).leave();
        await().until(() -> chat(peers.get(0)).members().size() == 1);
        chat(peers.get(0)).say("missed");
        chat(peers.get(0)).act("waves");
        house.network().settle();
        assertThat(bob.log()).containsExactly("one");

        chat(bob).join();
        await().untilAsserted(() -> assertThat(bob.log()).containsExactly("one", "missed", "waves"));
        assertThat(chat(bob).say("two").id().number()).isEqualTo(2);
        await().untilAsserted(() -> assertThat(peers.get(0).log()).containsExactly("one", "missed", "waves", "two"));
    }

    @Test
    void whoseHelloIsLostIsAskedAgain() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        UUID id = house.group(alice).self();
        AtomicInteger lost = new AtomicInteger();
        house.network()
                .lose((from, to, payload) -> from.equals(id) && payload[1] == HELLO && lost.getAndIncrement() == 0);
        TestPeer bob = house.peer("bob");
        bob.session().join(Optional.empty());

        await().until(() -> chat(bob).members().size() == 2);
        assertThat(lost).hasValueGreaterThanOrEqualTo(2);
    }

    @Test
    void tenWhoJoinAtOnceKnowAllOthersAfterAHelloAndADigestEach() throws Exception {
        int members = 10;
        AtomicInteger multicasts = new AtomicInteger();
        house.network().watchMulticasts(payload -> {
            if (payload[1] == HELLO || payload[1] == MAP_DIGEST) multicasts.incrementAndGet();
        });
        List<TestPeer> peers = new ArrayList<>();
        for (int i = 0; i < members; i++) peers.add(house.peer("peer" + i));
        peers.forEach(peer -> peer.session().start());
        for (TestPeer peer : peers)
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> chat(peer).members().size() == members);
        house.network().settle();
        for (TestPeer peer : peers)
            assertThat(peer.session().roster().names())
                    .isEqualTo(peers.get(0).session().roster().names());
        assertThat(multicasts).hasValueLessThanOrEqualTo(2 * members);
    }

    @Test
    void receiptsSayWhoHasWhatOfOnesMessages() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol", "dave");
        TestPeer alice = peers.get(0);
        chat(peers.get(3)).leave();
        await().until(() -> chat(alice).members().size() == 3);
        assertThat(chat(alice).receipts().members())
                .containsExactly(new ReceiptReport.Member("bob", 0, 0, 0), new ReceiptReport.Member("carol", 0, 0, 0));
        assertThat(chat(alice).receipts().messages()).isEmpty();

        for (int i = 1; i <= 7; i++) chat(alice).say("m" + i);
        chat(alice).tell("bob", "psst");
        await().untilAsserted(() -> assertThat(chat(alice).receipts().members())
                .containsExactly(new ReceiptReport.Member("bob", 7, 0, 0), new ReceiptReport.Member("carol", 7, 0, 0)));

        UUID bob = house.group(peers.get(1)).self();
        house.network().lose((from, to, payload) -> from.equals(bob) && payload[1] == ACK);
        chat(alice).say("m8");
        chat(alice).tell("bob", "psst again");
        chat(alice).tell("bob", "and again");
        await().untilAsserted(() -> assertThat(chat(alice).receipts().members())
                .containsExactly(new ReceiptReport.Member("bob", 7, 1, 2), new ReceiptReport.Member("carol", 8, 0, 0)));
        assertThat(chat(alice).receipts().messages())
                .extracting(message -> message.message().text() + message.waitingFor())
                .containsExactly("m4[]", "m5[]", "m6[]", "m7[]", "m8[bob]");
    }

    @Test
    void withNobodyElseInTheChatThereAreNoReceipts() throws Exception {
        TestPeer alice = house.peer("alice");
        assertThatThrownBy(() -> chat(alice).receipts()).hasMessageContaining("type join");
        alice.session().join(Optional.empty());
        assertThat(chat(alice).receipts().members()).isEmpty();
        chat(alice).say("hello?");
        assertThat(chat(alice).receipts().messages())
                .singleElement()
                .satisfies(message -> assertThat(message.waitingFor()).isEmpty());
    }
}
