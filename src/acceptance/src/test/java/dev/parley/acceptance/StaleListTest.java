package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.Peer;
import dev.parley.group.Group;
import dev.parley.group.GroupEvent;
import dev.parley.group.GroupListener;
import dev.parley.group.GroupSettings;
import dev.parley.group.JGroupsGroup;
import dev.parley.group.StackFile;
import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists that name nobody who is of any use. */
class StaleListTest {
    private static final List<String> NEWCOMERS = List.of("ann", "ben");

    private final List<AutoCloseable> open = new ArrayList<>();

    @TempDir
    private Path folder;

    /** Who the dead are. */
    private enum Dead {
        REFUSING,
        SILENT,
        BOTH
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable listener : open) listener.close();
    }

    @Test
    void aListFullOfTheDeadKeepsTwoNewcomersNotApartAndIsCleared() throws Exception {
        assertThat(meet(folder, Dead.BOTH, 8)).isLessThan(Stage.PATIENCE);
    }

    /** The figures themselves: {@code -Dsoak.runs} (10) runs each. */
    @Tag("soak")
    @ParameterizedTest
    @CsvSource({"REFUSING, 3", "REFUSING, 8", "SILENT, 3", "SILENT, 8"})
    @Timeout(3_600)
    void howLongTwoNewcomersNeedToFindEachOtherAmongTheDead(Dead dead, int places) throws Exception {
        Figures figures = new Figures("two newcomers, %d places, the dead are %s".formatted(places, dead));
        for (int run = 0; run < Integer.getInteger("soak.runs", 10); run++)
            figures.add(meet(folder.resolve("run-" + run), dead, places));
        figures.print();
        assertThat(figures.worst()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void otherRoomsProgramsAndVersionsAreNamedAndKeepNobodyApart() throws Exception {
        try (Stage stage = new Stage(folder, 3);
                Group tea = memberOf("tea")) {
            Listener program = opened(Listener.talkative());
            Listener version = opened(Listener.jgroups(5, 3));
            stage.service().list(entry("room", tea.localAddress().getPort()));
            stage.service().list(entry("program", program.port()));
            stage.service().list(entry("version", version.port()));

            LabPeer ann = stage.start("ann");
            ann.awaitState(Stage.PATIENCE, "alone");
            for (String reason :
                    List.of("is in another room, tea", "is another program", "speaks another version, JGroups 5.3"))
                ann.await(PeerOutput.Notice.class, notice -> notice.text().contains(reason), Stage.PATIENCE);
            assertThat(ann.run("alone", Stage.PATIENCE).rows())
                    .extracting(row -> row.get("name"), row -> row.get("answer"), row -> row.get("detail"))
                    .containsExactlyInAnyOrder(
                            tuple("room", "other_room", "tea"),
                            tuple("program", "other_program", ""),
                            tuple("version", "other_version", "JGroups 5.3"));

            stage.start("ben").awaitMembers(NEWCOMERS, Stage.PATIENCE);
            ann.awaitMembers(NEWCOMERS, Stage.PATIENCE);
            assertThat(tea.membership().size()).isEqualTo(1);
        }
    }

    /** How long two who have just come up need to see each other; returns when the list is in order, too. */
    private Duration meet(Path where, Dead dead, int places) throws Exception {
        try (Stage stage = new Stage(where, places)) {
            for (int i = 0; i < places; i++) {
                boolean refuses = dead == Dead.REFUSING || (dead == Dead.BOTH && i % 2 == 0);
                int port = refuses ? unusedPort() : opened(Listener.silent()).port();
                stage.service().list(entry("dead" + i, port));
            }
            List<LabPeer> newcomers = NEWCOMERS.stream().map(stage::start).toList();
            for (LabPeer newcomer : newcomers) newcomer.awaitState(Stage.PATIENCE, "alone", "joined");
            long up = System.nanoTime();
            for (LabPeer newcomer : newcomers) newcomer.awaitMembers(NEWCOMERS, Stage.PATIENCE);
            Duration together = Figures.since(up);
            await().atMost(Stage.PATIENCE)
                    .untilAsserted(() -> assertThat(stage.service().listed()).containsExactlyElementsOf(NEWCOMERS));
            return together;
        }
    }

    private <T extends AutoCloseable> T opened(T listener) {
        open.add(listener);
        return listener;
    }

    private static Peer entry(String name, int port) {
        return new Peer("id-" + name, name, "127.0.0.1", port, "tcp", "0", 1_700_000_000L);
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Group memberOf(String room) throws Exception {
        Group group = JGroupsGroup.FACTORY.create(
                new GroupSettings(
                        "otto",
                        room,
                        StackFile.bundled("tcp"),
                        Optional.of(InetAddress.getLoopbackAddress()),
                        OptionalInt.of(0)),
                new Deaf());
        group.connect();
        return group;
    }

    /** Wants to know nothing. */
    private static final class Deaf implements GroupListener {
        @Override
        public void viewChanged(GroupEvent.ViewChanged event) {}

        @Override
        public void suspected(GroupEvent.Suspected event) {}

        @Override
        public void messagesReceived(GroupEvent.MessagesReceived event) {}

        @Override
        public void whispered(GroupEvent.Whispered event) {}

        @Override
        public void stackMet(GroupEvent.StackMet event) {}

        @Override
        public void disconnected(GroupEvent.Disconnected event) {}
    }
}
