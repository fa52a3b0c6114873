package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.bootstrap.server.PeerStore;
import dev.parley.bootstrap.server.Room;
import dev.parley.bootstrap.server.StoreException;
import dev.parley.group.GroupEvent.Departure;
import dev.parley.group.GroupEvent.Reason;
import dev.parley.group.Membership;
import dev.parley.group.StackFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Many members' upkeep in virtual time against a real service whose requests are counted. */
class UpkeepSimulationTest {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration SETTLED = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    /** Who asked the service, and when. */
    private record Asked(int member, Duration at) {}

    /** Counts what is asked of the service. */
    private record CountingStore(PeerStore store, Runnable asked) implements PeerStore {
        @Override
        public Room read(String room) throws StoreException {
            asked.run();
            return store.read(room);
        }

        @Override
        public Room update(String room, UnaryOperator<Room> change) throws StoreException {
            asked.run();
            return store.update(room, change);
        }

        @Override
        public List<String> rooms() throws StoreException {
            return store.rooms();
        }

        @Override
        public void close() {
            store.close();
        }
    }

    /** A group of members that exist only as far as their upkeep is concerned. */
    private final class Crowd implements AutoCloseable {
        private final VirtualTime time = new VirtualTime(42);
        private final List<Asked> asked = new CopyOnWriteArrayList<>();
        private final MemoryPeerStore list = new MemoryPeerStore(new BootstrapConfig(3, 10, 0));
        private final BootstrapServer service;
        private final BootstrapAccess access;
        private final Map<Integer, BootstrapUpkeep> upkeeps = new LinkedHashMap<>();
        private final Map<Integer, SimulatedGroup> groups = new LinkedHashMap<>();

        Crowd(int size) throws Exception {
            service = BootstrapServer.start(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    new BootstrapHandler(
                            new CountingStore(list, () -> asked.add(new Asked(time.owner(), time.now())))));
            access = new BootstrapAccess(ServiceSettings.at(service.url()), LocalBootstrap.none(), folder);
            StackFile stack = StackFile.bundled("tcp");
            for (int i = 0; i < size; i++) groups.put(i, new SimulatedGroup(i, stack));
            Membership all = membership();
            groups.forEach((i, group) -> {
                group.install(all);
                PeerList peers = new PeerList(() -> new PeerName("p" + i), access, notice -> {}, notice -> {});
                upkeeps.put(i, new BootstrapUpkeep(peers, time.clockworkOf(i)));
            });
            upkeeps.forEach((i, upkeep) -> {
                time.pass(Duration.ofMillis(5));
                upkeep.connected(groups.get(i), RoomName.LOBBY, List.of(), 0);
            });
            time.pass(SETTLED);
        }

        private Membership membership() {
            return new Membership(
                    "p|" + groups.size(),
                    groups.values().stream().map(SimulatedGroup::member).toList());
        }

        private List<Integer> listed() {
            return list.read("lobby").peers().values().stream()
                    .map(peer -> Integer.parseInt(peer.name().substring(1)))
                    .toList();
        }

        /** These crash at once, the others install the view without them; tells what that costs in all. */
        private List<Asked> crash(Collection<Integer> victims) {
            List<Departure> left = victims.stream()
                    .map(victim -> new Departure(groups.get(victim).member(), Reason.CRASHED))
                    .toList();
            victims.forEach(victim -> {
                groups.remove(victim);
                upkeeps.remove(victim).close();
            });
            return install(left, false);
        }

        private List<Asked> install(List<Departure> left, boolean merged) {
            Membership view = membership();
            int before = asked.size();
            groups.forEach((i, group) -> {
                group.install(view);
                upkeeps.get(i).viewChanged(new Conversation.ViewNews(group, view, left, merged));
            });
            time.pass(SETTLED);
            return List.copyOf(asked.subList(before, asked.size()));
        }

        @Override
        public void close() {
            upkeeps.values().forEach(BootstrapUpkeep::close);
            access.close();
            service.close();
            list.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000})
    void aViewChangeCostsAtMostThreeRequestsInAllAndRepairsTheList(int size) throws Exception {
        try (Crowd crowd = new Crowd(size)) {
            assertThat(crowd.listed()).containsExactly(0, 1, 2);

            assertThat(crowd.crash(List.of(1))).as("a listed member").hasSizeLessThanOrEqualTo(3);
            assertThat(crowd.listed()).containsExactly(0, 2, 3);
            assertThat(crowd.crash(List.of(0))).as("the coordinator").hasSizeLessThanOrEqualTo(3);
            assertThat(crowd.listed()).containsExactly(2, 3, 4);
            assertThat(crowd.crash(List.of(size - 1)))
                    .as("one who is not listed")
                    .hasSizeLessThanOrEqualTo(3);
            assertThat(crowd.install(List.of(), true)).as("a merge").hasSizeLessThanOrEqualTo(3);
            assertThat(crowd.install(List.of(), false)).as("a newcomer").isEmpty();
            assertThat(crowd.listed()).containsExactly(2, 3, 4);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1_000})
    void halfTheGroupCostsOneMoreRequestForEachListedMember(int size) throws Exception {
        try (Crowd crowd = new Crowd(size)) {
            List<Integer> half = new ArrayList<>();
            for (int i = 0; i < size / 2; i++) half.add(i);
            // One question, three taken off, three others take their places.
            assertThat(crowd.crash(half)).hasSizeLessThanOrEqualTo(7);
            assertThat(crowd.listed()).containsExactly(size / 2, size / 2 + 1, size / 2 + 2);
        }
    }

    @ParameterizedTest
    @CsvSource({"100, 4", "1000, 2"})
    void atRestNobodyAsksMoreThanOnceAMinute(int size, int minutes) throws Exception {
        rest(size, Duration.ofMinutes(minutes));
    }

    /** The figures themselves, for a day's work. */
    @Tag("soak")
    @ParameterizedTest
    @ValueSource(ints = {100, 1_000})
    void inAnHourOfRestNobodyAsksMoreThanOnceAMinute(int size) throws Exception {
        rest(size, Duration.ofHours(1));
    }

    private void rest(int size, Duration length) throws Exception {
        try (Crowd crowd = new Crowd(size)) {
            int before = crowd.asked.size();
            crowd.time.pass(length);

            List<Asked> atRest = crowd.asked.subList(before, crowd.asked.size());
            Map<Integer, List<Asked>> byMember = atRest.stream().collect(Collectors.groupingBy(Asked::member));
            assertThat(byMember).as("all members look around").hasSize(size);
            byMember.values().forEach(asked -> {
                for (int i = 1; i < asked.size(); i++)
                    assertThat(asked.get(i).at().minus(asked.get(i - 1).at())).isGreaterThan(A_MINUTE);
            });
            System.out.printf(
                    "Figures: %d members at rest for %s: %.2f requests a minute and member%n",
                    size, length, (double) atRest.size() / size / length.toMinutes());
        }
    }
}
