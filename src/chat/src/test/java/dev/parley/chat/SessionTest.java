package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.parley.group.GroupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new TestHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatOneSaysAllHearOnceAndTheSpeakerToo() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");

        peers.get(1).session().chat().say("hello");

        for (TestPeer peer : peers) await().until(() -> peer.texts().equals(List.of("hello")));
        ChatMessage heard = peers.get(0).messages.get(0);
        assertThat(heard.from()).isEqualTo("bob");
        assertThat(heard.self()).isFalse();
        assertThat(heard.late()).isFalse();
        assertThat(peers.get(1).messages.get(0).self()).isTrue();
        assertThat(peers.get(1).messages.get(0).id()).isEqualTo(heard.id());
    }

    @Test
    void theStateGoesFromLeftOverJoiningToAloneAndJoined() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        house.peer("bob").session().join(Optional.empty());

        await().until(() -> alice.session().state() == SessionState.JOINED);
        assertThat(alice.stateNames())
                .startsWith(SessionState.LEFT, SessionState.JOINING, SessionState.ALONE, SessionState.JOINED);
        assertThat(alice.session().settled()).isCompletedWithValue(SessionState.ALONE);
    }

    @Test
    void howTheLastJoinWentCanBeAskedForLater() throws Exception {
        TestPeer alice = house.peer("alice");
        assertThat(alice.session().lastJoin()).isEmpty();
        JoinReport first = alice.session().join(Optional.empty());
        assertThat(alice.session().lastJoin()).contains(first);
        assertThat(first.members()).containsExactly("alice");

        TestPeer bob = house.peer("bob");
        bob.session().join(Optional.empty());
        assertThat(bob.session().lastJoin().orElseThrow().contacted())
                .containsExactly(house.group(alice).localAddress());
    }

    @Test
    void membersOfOneNameAreToldApartTheSameEverywhere() throws Exception {
        TestPeer first = house.joined("alice@1").get(0);
        TestPeer second = house.peer("alice@2");
        second.session().join(Optional.empty());
        TestPeer third = house.peer("alice@3");
        third.session().join(Optional.empty());

        for (TestPeer peer : List.of(first, second, third))
            await().until(() -> peer.session().roster().names().equals(List.of("alice", "alice-2", "alice-3")));
        assertThat(second.session().self()).isEqualTo("alice-2");
    }

    @Test
    void aNewcomerGetsWhatWasSaidBefore() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        for (int i = 0; i < 40; i++) peers.get(i % 2).session().chat().say("m" + i);

        TestPeer carol = house.peer("carol");
        carol.session().join(Optional.empty());

        await().until(() -> carol.log().size() == 40);
        assertThat(carol.log()).isEqualTo(peers.get(0).log());
        assertThat(carol.messages).allMatch(ChatMessage::late);
    }

    @Test
    void aNewcomerGetsNoMoreThanTheLastThousand() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        for (int i = 0; i < 1_100; i++) alice.session().chat().say("m" + i);

        TestPeer bob = house.peer("bob");
        bob.session().join(Optional.empty());
        alice.session().chat().say("last");

        await().until(() -> bob.texts().contains("last") && bob.texts().size() >= 1_000);
        assertThat(bob.texts()).doesNotContain("m0", "m99").contains("m101", "m1099");
    }

    @Test
    void whatWasSaidOnBothSidesOfAPartitionAllGet() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol", "dave");
        house.network()
                .partition(
                        List.of(house.group(peers.get(0)), house.group(peers.get(1))),
                        List.of(house.group(peers.get(2)), house.group(peers.get(3))));
        for (TestPeer peer : peers)
            await().until(() -> peer.session().roster().names().size() == 2);
        for (int i = 0; i < 20; i++) peers.get(i % 4).session().chat().say("m" + i);

        house.network().heal();

        for (TestPeer peer : peers) await().until(() -> peer.log().size() == 20);
        for (TestPeer peer : peers) {
            assertThat(peer.log()).isEqualTo(peers.get(0).log());
            assertThat(peer.texts()).doesNotHaveDuplicates().hasSize(20);
        }
    }

    @Test
    void whoHasLeftTheChatHearsNothingAndCatchesUpOnReturn() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        TestPeer bob = peers.get(1);
        bob.session().chat().leave();
        await().until(() -> peers.get(0).session().chat().members().size() == 1);

        peers.get(0).session().chat().say("missed");
        house.network().settle();
        assertThat(bob.session().chat().history(10)).isEmpty();
        assertThatThrownBy(() -> bob.session().chat().say("unheard"))
                .isInstanceOf(SessionException.class)
                .hasMessageContaining("chatjoin");

        bob.session().chat().join();
        await().until(() -> bob.texts().equals(List.of("missed")));
        assertThat(bob.messages.get(0).late()).isTrue();
    }

    @Test
    void aDirectMessageReachesNobodyElse() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        peers.get(0).session().chat().tell("bob", "psst");
        peers.get(0).session().chat().say("all");

        for (TestPeer peer : peers) await().until(() -> peer.texts().contains("all"));
        assertThat(peers.get(1).messages.get(0).kind()).isEqualTo(ChatMessage.Kind.DIRECT);
        assertThat(peers.get(1).messages.get(0).to()).contains("bob");
        assertThat(peers.get(2).texts()).containsExactly("all");
    }

    @Test
    void aPingTellsTheRoundTripAndWhoIsNotThere() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        Duration roundTrip = peers.get(0).session().chat().ping("bob", Duration.ofSeconds(5));
        assertThat(roundTrip).isPositive();
        assertThatThrownBy(() -> peers.get(0).session().chat().ping("nobody", Duration.ofSeconds(5)))
                .hasMessage("There is no member 'nobody'; here are: alice, bob.");
    }

    @Test
    void anOrderlyEndLeavesNothingUnheard() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        TestPeer dave = house.peer("dave");
        dave.session().join(Optional.empty());
        List<String> said = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            dave.session().chat().say("m" + i);
            said.add("m" + i);
        }
        dave.session().close();

        for (TestPeer peer : peers) assertThat(peer.log()).isEqualTo(said);
        assertThat(dave.notices).noneMatch(notice -> notice.text().contains("confirmed"));
    }

    @Test
    void aMessageIsNeitherEmptyNorOverSixtyFourKibibytes() throws Exception {
        TestPeer alice = house.joined("alice").get(0);
        assertThat(alice.session().chat().say("x".repeat(64 * 1024)).text()).hasSize(64 * 1024);
        assertThatThrownBy(() -> alice.session().chat().say("é".repeat(32 * 1024 + 1)))
                .hasMessageContaining("at most 65,536");
        assertThatThrownBy(() -> alice.session().chat().say(" ")).hasMessageContaining("nothing to say");
    }

    @Test
    void aDepartureIsToldWithItsReason() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        house.network().crash(house.group(peers.get(2)));
        peers.get(1).session().leave();

        TestPeer alice = peers.get(0);
        await().until(() -> alice.session().state() == SessionState.ALONE);
        assertThat(alice.views.stream().flatMap(view -> view.left().stream()))
                .containsExactly(
                        new SessionEvent.Departed("carol", GroupEvent.Reason.CRASHED),
                        new SessionEvent.Departed("bob", GroupEvent.Reason.LEFT));
        assertThat(peers.get(1).session().state()).isEqualTo(SessionState.LEFT);
    }

    @Test
    void anotherRoomIsAnotherGroupAndTheWayBackKeepsTheLog() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        TestPeer bob = peers.get(1);
        bob.session().chat().say("before");
        bob.session().join(Optional.of(new RoomName("kitchen")));
        assertThat(bob.session().room()).isEqualTo(new RoomName("kitchen"));
        bob.session().chat().say("nobody here");
        peers.get(0).session().chat().say("meanwhile");
        bob.session().join(Optional.of(RoomName.LOBBY));

        await().until(() -> bob.log().equals(List.of("before", "meanwhile")));
        bob.session().chat().say("back");
        await().until(() -> peers.get(0).log().equals(List.of("before", "meanwhile", "back")));
    }

    @Test
    void theStepsOfTheEstablishedScriptWorkBeforeAndAfterJoining() throws Exception {
        house.joined("alice");
        Session bob = house.peer("bob").session();
        for (int round = 0; round < 2; round++) {
            bob.connection().configure(OptionalInt.empty());
            bob.connection().create();
            assertThat(bob.bootstrap().join().peers())
                    .containsKey(bob.connection().localNode().id().toString());
            bob.connection().startBroadcasts();
            assertThat(bob.connection().connect(List.of()).members()).containsExactly("alice", "bob");
            bob.chat().join();
            assertThat(bob.chat().members()).hasSizeGreaterThanOrEqualTo(1);
            bob.chat().say("hello");
        }
    }

    @Test
    void whatIsDoneOutOfOrderIsRefusedWithTheNextStep() throws Exception {
        Session alice = house.peer("alice").session();
        assertThatThrownBy(() -> alice.bootstrap().join()).hasMessageContaining("memberlistcreate");
        assertThatThrownBy(() -> alice.connection().connect(List.of())).hasMessageContaining("memberlistcreate");
        assertThatThrownBy(() -> alice.chat().join()).hasMessageContaining("join");
        assertThatThrownBy(() -> alice.chat().say("hello")).hasMessageContaining("join");
        assertThatThrownBy(() -> alice.connection().configure(OptionalInt.of(70_000)))
                .hasMessageContaining("65535");
    }

    @Test
    void advertisingCountsWhoAnswers() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        assertThat(peers.get(0).session().connection().advertise(Duration.ofSeconds(5)))
                .isEqualTo(2);
    }

    @Test
    void aServiceThatDoesNotAnswerLeavesAPeerAloneWithASentence() throws Exception {
        house.stopService();
        TestPeer alice = house.peer("alice");
        alice.session().start();

        await().until(() -> alice.session().state() == SessionState.ALONE);
        assertThat(alice.notices).anyMatch(notice -> notice.level() == SessionEvent.Level.WARN);
    }
}
