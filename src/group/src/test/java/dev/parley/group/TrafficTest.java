package dev.parley.group;

import static dev.parley.group.Loopback.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jgroups.jmx.ResourceDMBean;
import org.jgroups.protocols.DISCARD;
import org.jgroups.stack.ProtocolStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** The stock attributes where they hurt, without JGroups' defaults that need a network. */
    private static final String STOCK_LIKE = """
            <config>
                <%s/>
                <TCPPING/>
                <MERGE3 min_interval="1s" max_interval="5s"/>
                <FD_SOCK2/>
                <FD_ALL3 timeout="10s" interval="2s"/>
                <VERIFY_SUSPECT2 timeout="500ms"/>
                <pbcast.NAKACK2 use_mcast_xmit="false"/>
                <UNICAST3/>
                <pbcast.STABLE desired_avg_gossip="50s" max_bytes="4M"/>
                <pbcast.GMS print_local_addr="false" join_timeout="1s"/>
                <MFC max_credits="2M" min_threshold="0.4"/>
                <UFC max_credits="2M" min_threshold="0.4"/>
                <FRAG2 frag_size="60K"/>
            </config>
            """;

    @TempDir
    Path directory;

    private StackFile stockLike(String transport) throws Exception {
        return StackFile.load(Files.writeString(directory.resolve("stock.xml"), STOCK_LIKE.formatted(transport)));
    }

    @Test
    void multicastsReachAllOthersInOrderAndNeverComeBack() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
            List<String> sent =
                    IntStream.range(0, 500).mapToObj(i -> "message " + i).toList();
            for (String text : sent) ann.multicast(bytes(text));
            ann.multicast(new byte[0]);
            ben.send(ann.self(), bytes("only you"));
            ann.send(ann.self(), bytes("note to self"));
            await().atMost(PATIENCE)
                    .until(() -> loopback.heardBy(ben).messageCount.get() == 501);
            assertThat(loopback.heardBy(ben).textsFrom(ann.self()).subList(0, 500))
                    .isEqualTo(sent);
            await().atMost(PATIENCE)
                    .until(() -> loopback.heardBy(ann).messageCount.get() == 2);
            assertThat(loopback.heardBy(ann).texts()).containsExactlyInAnyOrder("only you", "note to self");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TCP_NIO2", "UDP ip_mcast=\"false\""})
    void otherTransportsCarryMessagesToo(String transport) throws Exception {
        try (Loopback loopback = new Loopback(stockLike(transport))) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
            assertThat(ann.addressOf(ben.self())).contains(ben.localAddress());
            for (int i = 0; i < 100; i++) ann.multicast(new byte[10_000]);
            await().atMost(PATIENCE)
                    .until(() -> loopback.heardBy(ben).messageCount.get() == 100);
            ben.close();
            loopback.awaitSize(1, ann);
            assertThat(loopback.heardBy(ann).departures())
                    .extracting(GroupEvent.Departure::reason)
                    .containsExactly(GroupEvent.Reason.LEFT);
        }
    }

    @Test
    void fiftyMegabytesPassThroughFlowControl() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
            byte[] payload = new byte[100_000];
            for (int i = 0; i < 250; i++) {
                ann.multicast(payload);
                ann.send(ben.self(), payload);
            }
            await().atMost(PATIENCE).until(() -> loopback.heardBy(ben).byteCount.get() == 50_000_000);
        }
    }

    @Test
    void fiveThousandMessagesSurviveTheLossOfEachTenth() throws Exception {
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
            DISCARD losses = new DISCARD();
            losses.setUpDiscardRate(0.1);
            ProtocolStack stack = ben.channel().getProtocolStack();
            stack.insertProtocol(losses, ProtocolStack.Position.ABOVE, Lookout.class);
            losses.setAddress(ben.channel().getAddress());
            losses.init();
            for (int i = 0; i < 2_500; i++) {
                ann.multicast(bytes("to all " + i));
                ann.send(ben.self(), bytes("to you " + i));
            }
            await().atMost(PATIENCE)
                    .until(() -> loopback.heardBy(ben).messageCount.get() == 5_000);
            assertThat(new ResourceDMBean(losses).getAttribute("dropped_up_messages"))
                    .isNotEqualTo(0);
        }
    }

    @Test
    void aFloodOfSmallMessagesIsNotDroppedInAStockStack() throws Exception {
        try (Loopback loopback = new Loopback(stockLike("TCP bundler.capacity=\"512\""))) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
            byte[] payload = new byte[Hardening.SMALLEST_PAYLOAD];
            for (int i = 0; i < 50_000; i++) ann.multicast(payload);
            await().atMost(PATIENCE)
                    .until(() -> loopback.heardBy(ben).messageCount.get() == 50_000);
            ResourceDMBean transport =
                    new ResourceDMBean(ann.channel().getProtocolStack().getTransport());
            assertThat(String.valueOf(transport.getAttribute("per_destination_bundler.num_drops_on_full_queue")))
                    .isEqualTo("0");
        }
    }

    @Test
    void anAddressThatSwallowsConnectionsStallsNobodyElse() throws Exception {
        try (BlackHole hole = new BlackHole();
                // The connection attempt to the hole lasts longer than this test is patient.
                Loopback loopback = new Loopback(stockLike("TCP sock_conn_timeout=\"60s\""))) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.join("ben", ann);
            loopback.awaitSize(2, ann, ben);
            ann.discovery().feed(List.of(hole.address()));
            ann.discovery().checkForOtherParts();
            await().atMost(PATIENCE).until(() -> threadsConnecting() > 0);
            for (int i = 0; i < 20; i++) ann.send(ben.self(), bytes("still here"));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> loopback.heardBy(ben).messageCount.get() == 20);
        }
    }

    private static long threadsConnecting() {
        return Thread.getAllStackTraces().values().stream()
                .filter(trace -> Arrays.stream(trace)
                        .anyMatch(frame -> frame.getMethodName().equals("connect")
                                && frame.getClassName().startsWith("org.jgroups.blocks.cs")))
                .count();
    }

    /** Listens with a full backlog, so that the system ignores who knocks. */
    private static final class BlackHole implements AutoCloseable {
        private final ServerSocket listener;
        private final List<Socket> fillers = new ArrayList<>();

        BlackHole() throws Exception {
            listener = new ServerSocket(0, 1, Loopback.ADDRESS);
            for (boolean full = false; !full; ) {
                Socket filler = new Socket();
                fillers.add(filler);
                try {
                    filler.connect(address(), 300);
                } catch (SocketTimeoutException e) {
                    full = true;
                }
            }
        }

        InetSocketAddress address() {
            return new InetSocketAddress(Loopback.ADDRESS, listener.getLocalPort());
        }

        @Override
        public void close() throws IOException {
            for (Socket filler : fillers) filler.close();
            listener.close();
        }
    }

    @Test
    void aListenerThatFailsLosesOnlyTheEventItFailedOn() throws Exception {
        Recorder touchy = new Recorder() {
            @Override
            public void messagesReceived(GroupEvent.MessagesReceived event) {
                super.messagesReceived(event);
                throw new IllegalStateException("touchy");
            }

            @Override
            public void viewChanged(GroupEvent.ViewChanged event) {
                super.viewChanged(event);
                throw new IllegalStateException("touchy");
            }
        };
        try (Loopback loopback = Loopback.withDefaultStack()) {
            JGroupsGroup ann = loopback.join("ann");
            JGroupsGroup ben = loopback.create("ben", touchy, ann);
            ben.connect();
            loopback.awaitSize(2, ann, ben);
            for (int i = 0; i < 200; i++) ann.multicast(bytes("message " + i));
            await().atMost(PATIENCE).until(() -> touchy.messageCount.get() == 200);
        }
    }
}
