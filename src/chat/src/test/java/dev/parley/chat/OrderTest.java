package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.group.Group;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderTest {
    private static final InstantSource NOW = InstantSource.system();

    private TestHouse house;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        house = new TestHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private TestPeer join(String name, InstantSource clock) throws Exception {
        TestPeer peer = house.peer(name, clock);
        peer.session().join(Optional.empty());
        return peer;
    }

    private static InstantSource offBy(Duration offset) {
        return () -> NOW.instant().plus(offset);
    }

    private static void awaitAllHeard(List<TestPeer> peers, int messages) throws Exception {
        for (TestPeer peer : peers) await().until(() -> peer.messages.size() == messages);
    }

    /** Who has heard everything says what comes next, so that each text is an answer to all before it. */
    private static List<String> talkInTurns(List<TestPeer> peers, int turns) throws Exception {
        List<String> said = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            said.add(peers.get(turn % peers.size())
                    .session()
                    .chat()
                    .say("turn " + turn)
                    .text());
            awaitAllHeard(peers, said.size());
        }
        return said;
    }

    @Test
    void anAnswerStandsNeverAboveItsQuestionThoughClocksAreAnHourOff() throws Exception {
        List<TestPeer> peers = new ArrayList<>();
        peers.add(join("right", NOW));
        peers.add(join("ahead", offBy(Duration.ofHours(1))));
        peers.add(join("behind", offBy(Duration.ofHours(-1))));
        for (TestPeer peer : peers)
            await().until(() -> peer.session().chat().members().size() == 3);

        List<String> said = talkInTurns(peers, 12);

        for (TestPeer peer : peers) assertThat(peer.log()).isEqualTo(said);
    }

    @Test
    void aLiveMessageOfAClockAnHourOffIsShownWithTheTimeItCame() throws Exception {
        TestPeer right = join("right", NOW);
        TestPeer ahead = join("ahead", offBy(Duration.ofHours(1)));
        await().until(() -> right.session().chat().members().size() == 2);
        Instant before = NOW.instant();
        ahead.session().chat().say("hello");
        awaitAllHeard(List.of(right), 1);
        assertThat(right.messages.get(0).time())
                .isBetween(before.truncatedTo(java.time.temporal.ChronoUnit.MILLIS), NOW.instant());
        assertThat(right.session().chat().history(1).get(0).time())
                .isEqualTo(right.messages.get(0).time());
    }

    @Test
    void aNewcomerWhoseClockIsAheadSpeaksInTheTimeOfTheGroup() throws Exception {
        TestPeer right = join("right", NOW);
        right.session().chat().say("first");
        TestPeer ahead = join("ahead", offBy(Duration.ofHours(1)));
        awaitAllHeard(List.of(right, ahead), 1);
        await().until(() -> ahead.session().chat().members().size() == 2);
        ahead.session().chat().say("second");
        awaitAllHeard(List.of(right), 2);
        assertThat(Math.abs(right.messages.get(1).clock().millis() - NOW.millis()))
                .isLessThan(Duration.ofMinutes(1).toMillis());
    }

    @Test
    void whatIsSaidAfterARestartComesAfterwardsThoughTheClockWasSetBackAndNobodyIsThere() throws Exception {
        TestPeer first = join("alice", NOW);
        first.session().chat().say("before");
        first.session().close();
        TestPeer again = join("alice", offBy(Duration.ofHours(-1)));
        again.session().chat().say("after");
        assertThat(again.log()).containsExactly("before", "after");
    }

    @Test
    void aHostileClockDegradesTheOrderToTheOrderOfAnswersAndNothingElse() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob", "carol");
        Group hostile = house.group(peers.get(2));
        Stamp nearTheEnd = new Stamp(HybridClock.LAST.millis(), 7);
        ChatMessage last = peers.get(2).session().chat().say("harmless");
        say(hostile, last, nearTheEnd, "from the year 9000");
        List<TestPeer> honest = peers.subList(0, 2);
        awaitAllHeard(honest, 2);

        List<String> said = new ArrayList<>(List.of("harmless", "from the year 9000"));
        for (int turn = 0; turn < 6; turn++) {
            said.add(honest.get(turn % 2).session().chat().say("turn " + turn).text());
            awaitAllHeard(honest, said.size());
        }

        for (TestPeer peer : honest) assertThat(peer.log()).isEqualTo(said);
        assertThat(honest.get(1).messages.get(2).time()).isBetween(NOW.instant().minusSeconds(60), NOW.instant());
    }

    @Test
    void aStampBeyondTimeIsIgnoredAndItsSenderNamedOnce() throws Exception {
        List<TestPeer> peers = house.joined("alice", "bob");
        TestPeer alice = peers.get(0);
        Stamp beyond = new Stamp(HybridClock.LAST.millis() + 1, 0);
        ChatMessage last = peers.get(1).session().chat().say("honest");
        for (int i = 0; i < 3; i++) say(house.group(peers.get(1)), last, beyond, "never");
        peers.get(1).session().chat().say("honest too");
        awaitAllHeard(List.of(alice), 2);
        assertThat(alice.texts()).containsExactly("honest", "honest too");
        assertThat(alice.notices)
                .filteredOn(notice -> notice.text().contains("ignored"))
                .hasSize(1);
        assertThat(alice.session().chat().ignored()).isEqualTo(3);
    }

    /** Speaks on the wire as the author of a message, next after it. */
    private static void say(Group group, ChatMessage last, Stamp clock, String text) throws Exception {
        MessageId id = new MessageId(
                last.id().author(), last.id().incarnation(), last.id().number() + 1, false);
        LogEntry entry = new LogEntry(
                id, ChatMessage.Kind.TEXT, clock, clock.millis(), clock.millis(), "", Optional.empty(), text);
        group.multicast(new WireCodec().encode(new WireMessage.Said(entry)));
    }

    @Test
    void allHaveOneLogAfterRandomPartitionsInWhichEverybodyTalks() throws Exception {
        Random random = new Random(42);
        List<TestPeer> peers = house.joined("alice", "bob", "carol", "dave", "erin");
        int said = 0;
        Map<String, String> answersTo = new HashMap<>();
        for (int round = 0; round < 8; round++) {
            cut(peers, random);
            for (int i = 0; i < 25; i++) {
                TestPeer speaker = peers.get(random.nextInt(peers.size()));
                String text = "m" + said++;
                if (!speaker.messages.isEmpty()) {
                    List<String> heard = speaker.texts();
                    answersTo.put(text, heard.get(heard.size() - 1));
                }
                speaker.session().chat().say(text);
            }
            house.network().heal();
        }
        awaitAllHeard(peers, said);
        List<String> log = peers.get(0).log();
        for (TestPeer peer : peers) assertThat(peer.log()).isEqualTo(log);
        answersTo.forEach((answer, question) -> assertThat(log.indexOf(answer)).isGreaterThan(log.indexOf(question)));
    }

    private void cut(List<TestPeer> peers, Random random) {
        List<Group> one = new ArrayList<>();
        List<Group> other = new ArrayList<>();
        for (TestPeer peer : peers) (random.nextBoolean() ? one : other).add(house.group(peer));
        house.network().partition(one, other);
    }
}
