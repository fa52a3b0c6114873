package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapSettings;
import dev.parley.group.Contact;
import dev.parley.group.Contact.Answer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a peer says while it joins, and why it is alone. */
class LookingForOthersTest {
    private static final Optional<URI> SERVICE = Optional.of(URI.create("http://localhost:8080"));

    private static Tried tried(String name, int port, Answer answer, String detail) {
        return new Tried(
                name, new Contact(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), answer, detail));
    }

    private static Search search(Optional<String> trouble, Tried... tried) {
        return new Search(SERVICE, trouble, Arrays.asList(tried));
    }

    @Test
    void aServiceThatListsNobodyElseIsNamedAndOthersCanBeInvited() {
        Search nobody = search(Optional.empty());
        assertThat(nobody.why()).isEqualTo("The service at http://localhost:8080 lists nobody else.");
        assertThat(nobody.advice())
                .containsExactly(
                        "Others find you when they start with --bootstrap http://localhost:8080 and the same room.");
    }

    @Test
    void eachWhoDidNotAnswerIsNamedWithTheReasonAndWhatToDo() {
        Search search = search(
                Optional.empty(),
                tried("bob", 7801, Answer.REFUSED, ""),
                tried("carol", 7802, Answer.SILENT, ""),
                tried("dave", 7803, Answer.OTHER_ROOM, "tea"));
        assertThat(search.why())
                .isEqualTo("bob 127.0.0.1:7801 refuses the connection, so nothing runs there any more."
                        + " carol 127.0.0.1:7802 takes the connection and says nothing."
                        + " dave 127.0.0.1:7803 is in another room, tea.");
        assertThat(search.advice())
                .containsExactly(
                        "Such entries are taken off the list within seconds; there is nothing to do.",
                        "Type 'join tea' to go there.");
    }

    @Test
    void everyKindOfAnswerHasItsOwnWords() {
        for (Answer answer : Answer.values())
            assertThat(tried("bob", 7801, answer, "JGroups 5.3").result()).isNotBlank();
        assertThat(Arrays.stream(Answer.values())
                        .map(answer -> tried("bob", 7801, answer, "").result()))
                .doesNotHaveDuplicates();
    }

    @Test
    void ofManyOnlySomeAreNamed() {
        Tried[] many = new Tried[5];
        for (int i = 0; i < many.length; i++) many[i] = tried("p" + i, 7801 + i, Answer.REFUSED, "");
        assertThat(search(Optional.empty(), many).why())
                .contains("p2 127.0.0.1:7803", "2 more cannot be met either.")
                .doesNotContain("p3");
    }

    @Test
    void aServiceThatDoesNotAnswerIsSaidFirst() {
        Optional<String> trouble = Optional.of("http://localhost:8080 cannot be reached.");
        assertThat(search(trouble).why()).isEqualTo("http://localhost:8080 cannot be reached.");
        assertThat(search(trouble, tried("bob", 7801, Answer.SILENT, "")).why())
                .startsWith("http://localhost:8080 cannot be reached. bob");
    }

    @Test
    void joiningTellsEachStepAndWhyOneIsAlone(@TempDir Path folder) throws Exception {
        try (TestHouse house = new TestHouse(folder);
                BootstrapClient service =
                        new BootstrapClient(BootstrapSettings.of(house.service().toString()))) {
            service.join("lobby", ListedPeers.entry("dead", ListedPeers.unusedPort()));
            TestPeer alice = house.peer("alice");

            JoinReport report = alice.session().join(Optional.empty());

            assertThat(report.alone()).isTrue();
            assertThat(report.search().notReached()).extracting(Tried::name).containsExactly("dead");
            await().untilAsserted(() -> assertThat(alice.notices)
                    .extracting(notice -> notice.text().replaceAll(":[0-9]+", ":N"))
                    .containsSubsequence(
                            "Joining lobby from 127.0.0.1:N.",
                            "Asking the bootstrap service at http://127.0.0.1:N.",
                            "It lists dead 127.0.0.1:N.",
                            "dead 127.0.0.1:N refuses the connection, so nothing runs there any more.",
                            "Contacted 0 of 1 listed peers. You are alone so far.",
                            "Such entries are taken off the list within seconds; there is nothing to do."));
        }
    }

    @Test
    void whoIsInTheGroupCountsAsReached(@TempDir Path folder) throws Exception {
        try (TestHouse house = new TestHouse(folder)) {
            List<TestPeer> peers = house.joined("alice", "bob");
            await().until(() ->
                    peers.get(0).session().bootstrap().list().peers().size() == 2);

            Search search = peers.get(0).session().lookForOthers();

            assertThat(search.reached()).extracting(Tried::name).containsExactly("bob");
            assertThat(search.notReached()).isEmpty();
            house.stopService();
            assertThat(peers.get(0).session().lookForOthers().trouble()).isPresent();
        }
    }
}
