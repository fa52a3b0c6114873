package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import dev.parley.chat.ChatMessage;
import dev.parley.chat.HistorySettings;
import dev.parley.chat.LocalBootstrap;
import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.chat.Session;
import dev.parley.chat.SessionSettings;
import dev.parley.group.JGroupsGroup;
import dev.parley.group.StackFile;
import dev.parley.lab.Lab;
import dev.parley.lab.LabPeer;
import dev.parley.lab.LabSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three peers on each stack that comes with Parley: they find each other and talk, and listen nowhere but where they are bound.
 * Stacks that need multicast are only run on a host of their own, a network namespace that nothing is attached to.
 */
@Tag("system")
class StackMatrixTest {
    private static final List<String> NAMES = List.of("ann", "ben", "cem");
    private static final String HOST = "parley-test-stack";

    /** The multicast address that {@code udp.xml} names. */
    private static final String GROUP = "239.77.80.1";

    @TempDir
    Path folder;

    static Stream<String> stacksWithoutMulticast() throws Exception {
        List<String> names = new ArrayList<>();
        for (String name : StackFile.bundledNames())
            if (!StackFile.bundled(name).transport().equals("udp")) names.add(name);
        return names.stream();
    }

    @ParameterizedTest
    @MethodSource("stacksWithoutMulticast")
    void threePeersJoinAndChat(String stack) throws Exception {
        Optional<GossipRouter> router =
                stack.equals("tcp-gossip-router") ? Optional.of(GossipRouter.start()) : Optional.empty();
        List<Session> peers = new ArrayList<>();
        try (BootstrapServer service = BootstrapServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                new BootstrapHandler(new MemoryPeerStore(BootstrapConfig.development())))) {
            for (String name : NAMES) {
                Session peer = session(name, StackFile.bundled(stack), service.url());
                peers.add(peer);
                peer.join(Optional.empty());
            }
            for (Session peer : peers)
                await().atMost(Stage.PATIENCE).until(() -> peer.chat().members().size() == NAMES.size());
            for (Session peer : peers) peer.chat().say("hello from " + peer.self());
            for (Session peer : peers)
                await().atMost(Stage.PATIENCE)
                        .untilAsserted(() -> assertThat(peer.chat().history(10))
                                .extracting(ChatMessage::text)
                                .containsExactlyInAnyOrder("hello from ann", "hello from ben", "hello from cem"));
            assertThat(listening("pid=" + ProcessHandle.current().pid() + ","))
                    .as("where %s listens", stack)
                    .isNotEmpty()
                    .allMatch(address -> address.contains("127.0.0.1"));
        } finally {
            peers.forEach(peer -> peer.close(Duration.ofSeconds(1)));
            router.ifPresent(GossipRouter::close);
        }
    }

    private Session session(String name, StackFile stack, URI service) throws IOException {
        return new Session(
                new SessionSettings(
                        new PeerName(name),
                        RoomName.LOBBY,
                        Optional.of(service),
                        stack,
                        List.of(),
                        new SessionSettings.Bind(Optional.empty(), OptionalInt.of(0)),
                        Files.createDirectories(folder.resolve(name)),
                        HistorySettings.inMemory()),
                JGroupsGroup.FACTORY,
                LocalBootstrap.none());
    }

    /** The local addresses of sockets that wait for others, of the lines in which this occurs. */
    private List<String> listening(String whose, String... host) throws Exception {
        List<String> command = new ArrayList<>(List.of(host));
        command.addAll(List.of("ss", "-H", "-lntup"));
        return Run.program(folder, new byte[0], command)
                .said()
                .lines()
                .filter(line -> line.contains(whose))
                .map(line -> line.strip().split("\\s+", -1)[4])
                .toList();
    }

    @Test
    void threePeersJoinAndChatOverMulticastOnAHostOfTheirOwn() throws Exception {
        ip("netns", "delete", HOST);
        assumeTrue(ip("netns", "add", HOST) == 0, "Network namespaces need iproute2 and root");
        try {
            assertThat(ip("-n", HOST, "link", "set", "lo", "up", "multicast", "on"))
                    .isZero();
            assertThat(ip("-n", HOST, "route", "add", "224.0.0.0/4", "dev", "lo"))
                    .isZero();
            List<String> command = new ArrayList<>(List.of("ip", "netns", "exec", HOST));
            command.addAll(Program.command());
            try (Lab lab = new Lab(new LabSettings(
                    command, Program.environment(), folder, Optional.empty(), List.of("--stack", "udp")))) {
                List<LabPeer> peers = new ArrayList<>();
                for (String name : NAMES) {
                    peers.add(lab.start(name));
                    peers.get(peers.size() - 1).awaitState(Stage.PATIENCE, "alone", "joined");
                }
                for (LabPeer peer : peers) peer.awaitMembers(NAMES, Stage.PATIENCE);
                for (LabPeer peer : peers) peer.run("msg hello from " + peer.name(), Stage.PATIENCE);
                for (LabPeer peer : peers)
                    for (String name : NAMES)
                        peer.awaitMessage(message -> message.text().equals("hello from " + name), Stage.PATIENCE);
                assertThat(listening("java", "ip", "netns", "exec", HOST))
                        .allMatch(address -> address.contains("127.0.0.1") || address.contains(GROUP))
                        .anyMatch(address -> address.contains(GROUP));
            }
        } finally {
            ip("netns", "delete", HOST);
        }
    }

    private int ip(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        return Run.program(folder, new byte[0], command).status();
    }

    /** The router that the stack's comment tells to start, on a free port, where the stack looks for it. */
    private static final class GossipRouter {
        private static final String PROPERTY = "parley.gossip_router";
        private final Process process;

        private GossipRouter(Process process) {
            this.process = process;
        }

        static GossipRouter start() throws IOException {
            int port;
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            Process process = new ProcessBuilder(
                            Program.root()
                                    .resolve("jgroups-config/gossip-router")
                                    .toString(),
                            "127.0.0.1",
                            "" + port)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            await().atMost(Stage.PATIENCE).until(() -> {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    return socket.isConnected();
                } catch (IOException e) {
                    return false;
                }
            });
            System.setProperty(PROPERTY, "127.0.0.1[" + port + "]");
            return new GossipRouter(process);
        }

        void close() {
            System.clearProperty(PROPERTY);
            process.destroyForcibly();
        }
    }
}
