package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.group.StackFile;
import dev.parley.group.StackPrint;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AboutTest {
    @TempDir
    Path folder;

    private TestHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new TestHouse(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private About aboutOf(TestPeer who, TestPeer seenBy) {
        return seenBy.session().about(house.group(who).self()).orElseThrow();
    }

    private void awaitAbouts(List<TestPeer> peers) {
        await().until(() -> peers.stream()
                .allMatch(peer -> peers.stream()
                        .allMatch(other ->
                                peer.session().about(house.group(other).self()).isPresent())));
    }

    @Test
    void everyMemberKnowsEveryonesProgramAndStack() throws Exception {
        List<TestPeer> peers = house.joined("ann", "ben", "cem", "dan", "eve");
        awaitAbouts(peers);
        for (TestPeer peer : peers)
            for (TestPeer other : peers)
                assertThat(aboutOf(other, peer))
                        .isEqualTo(new About(About.VERSION, house.group(other).stackPrint()));
        assertThat(peers.get(0).notices).noneMatch(notice -> notice.text().contains("stack"));
    }

    @Test
    void whoHasGoneIsForgotten() throws Exception {
        List<TestPeer> peers = house.joined("ann", "ben");
        awaitAbouts(peers);
        var ben = house.group(peers.get(1)).self();
        peers.get(1).session().leave();
        await().until(() -> peers.get(0).session().about(ben).isEmpty());
        assertThat(peers.get(1).session().about(ben)).isEmpty();
    }

    @Test
    void aStackThatDoesNotFitIsToldOnceToBothNamingBoth() throws Exception {
        TestPeer ann = house.joined("ann").get(0);
        TestPeer ben = house.peer("ben", StackFile.bundled("tcp").withBindPort(7_911));
        ben.session().join(Optional.empty());
        await().until(() -> complaints(ann).size() == 1 && complaints(ben).size() == 1);
        StackPrint anns = house.group(ann).stackPrint();
        assertThat(complaints(ben).get(0))
                .startsWith("ann runs another stack named tcp (%s) than this peer (%s)"
                        .formatted(anns.digits(), house.group(ben).stackPrint().digits()));
        ann.session().connection().advertise(java.time.Duration.ofSeconds(5));
        house.network().settle();
        assertThat(complaints(ann)).hasSize(1);
    }

    private static List<String> complaints(TestPeer peer) {
        return peer.notices.stream()
                .map(SessionEvent.NoticeGiven::text)
                .filter(text -> text.contains("stack"))
                .toList();
    }
}
