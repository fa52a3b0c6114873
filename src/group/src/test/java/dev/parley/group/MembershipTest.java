package dev.parley.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.parley.group.GroupEvent.Departure;
import dev.parley.group.GroupEvent.Reason;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void membersAgreeOnWhoIsThereAndSeeWhoLeftAndWhoCrashed() throws Exception {
        try (Loopback loopback = Loopback.withSlow(Map.of(
                "FD_ALL3", Map.of("timeout", "100s", "interval", "20s"), "pbcast.GMS", Map.of("join_timeout", "5s")))) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            JGroupsGroup cat = loopback.join("cat", ann);
            JGroupsGroup dan = loopback.join("dan", ann);
            loopback.awaitSize(4, ann, ben, cat, dan);

            assertThat(dan.membership().members())
                    .extracting(Member::logicalName)
                    .containsExactly("ann", "ben", "cat", "dan");
            assertThat(dan.membership()).isEqualTo(ann.membership());
            assertThat(ann.membership().viewId()).isEqualTo("ann|3");
            assertThat(ann.membership().member(dan.self())).isPresent();
            assertThat(ann.addressOf(dan.self())).contains(dan.localAddress());
            assertThat(loopback.heardBy(dan).views.get(0).joined())
                    .extracting(Member::logicalName)
                    .containsExactly("ann", "ben", "cat");

            dan.disconnect(Duration.ofSeconds(5));
            loopback.awaitSize(3, ann, ben, cat);
            for (Group witness : List.of(ann, ben, cat))
                assertThat(loopback.heardBy(witness).departures())
                        .extracting(departure -> departure.member().logicalName(), Departure::reason)
                        .containsExactly(tuple("dan", Reason.LEFT));
            assertThat(loopback.heardBy(dan).disconnections).hasValue(1);
            assertThat(dan.membership()).isEqualTo(Membership.NONE);
            assertThatThrownBy(() -> dan.multicast(new byte[1])).isInstanceOf(GroupException.class);

            ann.shutdown();
            await().atMost(PATIENCE)
                    .until(() ->
                            ben.membership().size() == 2 && cat.membership().size() == 2);
            for (Group witness : List.of(ben, cat)) {
                assertThat(loopback.heardBy(witness).departures())
                        .extracting(departure -> departure.member().logicalName(), Departure::reason)
                        .containsExactly(tuple("dan", Reason.LEFT), tuple("ann", Reason.CRASHED));
                assertThat(witness.membership().coordinator())
                        .hasValueSatisfying(
                                member -> assertThat(member.logicalName()).isEqualTo("ben"));
            }
            assertThat(loopback.heardBy(ann).views)
                    .noneMatch(view -> view.left().size() > 1);
            assertThat(loopback.heardBy(ann).disconnections).hasValue(1);
        }
    }

    @Test
    void aMemberWhoseTransportStopsIsDetectedAndKeepsItsLastView() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
            ben.shutdownTransport();
            assertThat(ben.membership().size()).isEqualTo(2);
            loopback.awaitSize(1, ann);
            assertThat(ann.protocols())
                    .extracting(ProtocolReport::name)
                    .startsWith("FRAG4")
                    .endsWith("TCPPING", "TCP");
            assertThat(ann.protocols().get(12).counters()).containsKey("num_msgs_sent");
        }
    }

    @Test
    void aListThatNamesOneLiveMemberWhoIsNotTheCoordinatorSufficesToJoin() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            JGroupsGroup cat = loopback.join("cat", ben);
            assertThat(loopback.heardBy(cat).views.get(0).membership().size()).isEqualTo(3);
            loopback.awaitSize(3, ann, ben, cat);
        }
    }

    @Test
    void twoWhoStartAtOnceEndUpTogether() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.create("ann");
            JGroupsGroup ben = loopback.create("ben", ann);
            ann.discovery().feed(List.of(ben.localAddress()));
            CompletableFuture<Void> other = CompletableFuture.runAsync(() -> connect(ann));
            connect(ben);
            other.join();
            loopback.awaitSize(2, ann, ben);
        }
    }

    @Test
    void twoPartsMergeSoonAfterOneOfThemHearsOfTheOther() throws Exception {
        try (Loopback loopback =
                Loopback.withSlow(Map.of("MERGE3", Map.of("min_interval", "100s", "max_interval", "200s")))) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben");
            ann.discovery().feed(List.of(ben.localAddress()));
            ann.discovery().checkForOtherParts();
            await().atMost(PATIENCE)
                    .until(() ->
                            ann.membership().size() == 2 && ben.membership().size() == 2);
            assertThat(loopback.heardBy(ben).lastView().merged()).isTrue();
            assertThat(ann.membership()).isEqualTo(ben.membership());
        }
    }

    @Test
    void anEmptyListReplacesTheOneBefore() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.create("ben", ann);
            ben.discovery().feed(List.of());
            assertThat(ben.discovery().fed()).isEmpty();
            ben.connect();
            assertThat(ben.membership().size()).isEqualTo(1);
        }
    }

    @Test
    void theOwnAddressIsLeftOutOfTheList() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.create("ann");
            InetSocketAddress other = new InetSocketAddress(Loopback.ADDRESS, 9);
            ann.discovery().feed(List.of(ann.localAddress(), other, other));
            assertThat(ann.discovery().fed()).containsExactly(other);
            assertThat(ann.discovery().fedByList()).isTrue();
        }
    }

    @Test
    void theAddressIsKnownBeforeConnectingAndNobodyElseCanTakeIt() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.create("ann");
            InetSocketAddress reserved = ann.localAddress();
            assertThat(reserved.getPort()).isPositive();
            assertThatThrownBy(() -> new ServerSocket(reserved.getPort(), 1, Loopback.ADDRESS).close())
                    .isInstanceOf(BindException.class);
            assertThatThrownBy(() -> new Socket(reserved.getAddress(), reserved.getPort()).close())
                    .isInstanceOf(ConnectException.class);
            ann.connect();
            assertThat(ann.localAddress()).isEqualTo(reserved);
            new Socket(reserved.getAddress(), reserved.getPort()).close();
            assertThatThrownBy(ann::connect)
                    .isInstanceOf(GroupException.class)
                    .hasMessage("This group was connected before; create another to come back.");
        }
    }

    @Test
    void aPortInUseIsSaidInOneSentenceOrTheNextOfTheRangeIsTaken() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, Loopback.ADDRESS)) {
            int port = busy.getLocalPort();
            StackFile onlyOne = withPortRange(0);
            assertThatThrownBy(() -> create(onlyOne, port).close())
                    .isInstanceOf(GroupException.class)
                    .hasMessage("Port " + port + " on 127.0.0.1 is in use; choose another.");
            try (Group group = create(withPortRange(20), port)) {
                assertThat(group.localAddress().getPort()).isBetween(port + 1, port + 20);
            }
        }
    }

    @Test
    void aPortThatTurnsOutToBeOfNoUseIsReplaced() throws Exception {
        List<ServerSocket> inTheWay = new ArrayList<>();
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.create("ann");
            while (!takeAllForFailureDetection(ann.localAddress().getPort(), inTheWay)) ann = loopback.create("ann");
            int reserved = ann.localAddress().getPort();
            ann.connect();
            assertThat(ann.localAddress().getPort()).isNotEqualTo(reserved);
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
        } finally {
            for (ServerSocket socket : inTheWay) socket.close();
        }
    }

    /** Takes all ports that FD_SOCK2 may listen on beside this one; tells whether nobody else had any of them. */
    private static boolean takeAllForFailureDetection(int port, List<ServerSocket> taken) throws IOException {
        try {
            for (int i = 0; i <= 3; i++) taken.add(new ServerSocket((port + 1000 + i) % 65_536, 1, Loopback.ADDRESS));
            return true;
        } catch (BindException e) {
            return false;
        }
    }

    @Test
    void theWildcardAddressIsRefused() {
        assertThatThrownBy(() -> JGroupsGroup.FACTORY.create(
                        new GroupSettings(
                                "ann",
                                "room",
                                StackFile.bundled("tcp"),
                                Optional.of(InetAddress.getByName("0.0.0.0")),
                                OptionalInt.of(0)),
                        new Recorder()))
                .isInstanceOf(GroupException.class)
                .hasMessage("A member binds to one address that others can reach, not to 0.0.0.0; choose one of this"
                        + " machine.");
    }

    private static StackFile withPortRange(int range) throws StackFileException {
        StackFile stack = StackFile.bundled("tcp");
        List<StackFile.Protocol> protocols = new ArrayList<>(stack.protocols());
        protocols.set(0, protocols.get(0).with("port_range", String.valueOf(range)));
        return new StackFile("tcp", "test", protocols);
    }

    private static Group create(StackFile stack, int port) throws GroupException {
        return JGroupsGroup.FACTORY.create(
                new GroupSettings("ann", "room", stack, Optional.of(Loopback.ADDRESS), OptionalInt.of(port)),
                new Recorder());
    }

    private static void connect(Group group) {
        try {
            group.connect();
        } catch (GroupException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void closingTwiceIsClosingOnceAndLeavesNoThread() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("lonelyann");
            assertThat(threadsOf("lonelyann")).isNotEmpty();
            ann.close();
            ann.close();
            ann.shutdown();
            assertThat(loopback.heardBy(ann).disconnections).hasValue(1);
            await().atMost(PATIENCE).until(() -> threadsOf("lonelyann").isEmpty());
        }
    }

    private static List<String> threadsOf(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(thread -> thread.contains(name))
                .toList();
    }
}
