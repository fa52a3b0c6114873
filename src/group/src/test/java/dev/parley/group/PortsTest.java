package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many members on one machine, and ports that somebody else has. */
class PortsTest {
    private static GroupSettings settings(StackFile stack, String name, int port) {
        return new GroupSettings(name, "room", stack, Optional.of(Loopback.ADDRESS), OptionalInt.of(port));
    }

    @Test
    void aRangeThatIsTakenIsNamedAsAWhole(@TempDir Path folder) throws Exception {
        String xml = StackFile.bundled("tcp").toXml();
        Path file = Files.writeString(
                folder.resolve("narrow.xml"), xml.replaceFirst("port_range=\"[^\"]*\"", "port_range=\"1\""));
        StackFile narrow = StackFile.load(file);
        try (ServerSocket first = twoInARow();
                ServerSocket second = new ServerSocket(first.getLocalPort() + 1, 1, Loopback.ADDRESS)) {
            int port = first.getLocalPort();
            assertThatThrownBy(() -> JGroupsGroup.FACTORY.create(settings(narrow, "ann", port), new Recorder()))
                    .isInstanceOf(GroupException.class)
                    .hasMessage("All ports from %d to %d on 127.0.0.1 are in use; choose others."
                            .formatted(port, second.getLocalPort()));
        }
    }

    @Test
    void aPortThatIsTakenIsPassedByForTheNextOneOfTheRange() throws Exception {
        try (ServerSocket taken = twoInARow()) {
            StackFile stack = StackFile.bundled("tcp");
            try (Group ann =
                    JGroupsGroup.FACTORY.create(settings(stack, "ann", taken.getLocalPort()), new Recorder())) {
                ann.connect();
                assertThat(ann.ports().first()).isEqualTo(taken.getLocalPort());
                assertThat(ann.ports().last()).isEqualTo(taken.getLocalPort() + 200);
                assertThat(ann.ports().transport())
                        .isBetween(ann.ports().first() + 1, ann.ports().last());
                assertThat(ann.ports().detector()).isPresent();
                assertThat(ann.discovery().detectorAnswers(ann.localAddress())).isTrue();
            }
        }
    }

    /** A hundred members need some twelve thousand threads. */
    @Tag("soak")
    @Test
    @Timeout(900)
    void aHundredMembersFindPortsOnOneMachineAndEachOther() throws Exception {
        List<Group> groups = new ArrayList<>();
        try {
            StackFile stack = StackFile.bundled("tcp");
            long begun = System.nanoTime();
            for (int i = 0; i < 100; i++) {
                Group group = JGroupsGroup.FACTORY.create(settings(stack, "p" + i, 21_000), new Recorder());
                groups.add(group);
                if (i > 0) group.discovery().feed(List.of(groups.get(0).localAddress()));
                group.connect();
            }
            await().atMost(Duration.ofMinutes(3))
                    .until(() ->
                            groups.stream().allMatch(group -> group.membership().size() == 100));
            System.out.printf(
                    "Figures: 100 members on one machine joined one after the other in %.1f s%n",
                    (System.nanoTime() - begun) / 1e9);
            List<Integer> ports =
                    groups.stream().map(group -> group.localAddress().getPort()).toList();
            assertThat(new HashSet<>(ports)).hasSize(100);
            assertThat(ports).allMatch(port -> port >= 21_000 && port <= 21_200);
        } finally {
            groups.forEach(Group::shutdown);
        }
    }

    /** A socket whose next port is free at the moment. */
    private static ServerSocket twoInARow() throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            ServerSocket socket = new ServerSocket(0, 1, Loopback.ADDRESS);
            try (ServerSocket next = new ServerSocket(socket.getLocalPort() + 1, 1, Loopback.ADDRESS)) {
                return next.isBound() ? socket : null;
            } catch (IOException | IllegalArgumentException e) {
                socket.close();
            }
        }
        throw new IOException("There are no two free ports in a row");
    }
}
