package dev.parley.benchmarks;

import dev.parley.lab.Lab;
import dev.parley.lab.LabPeer;
import dev.parley.lab.LabSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Peers of the packaged program without a window, each a process with the JVM flags of the launcher. */
final class HeadlessPeers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Lab lab;

    HeadlessPeers(Scene scene, String... flags) throws IOException {
        lab = new Lab(new LabSettings(
                program(flags),
                Map.of("BOOTSTRAP_DATA_SERVER", "", "JAVA_TOOL_OPTIONS", ""),
                scene.folder("peers"),
                Optional.of(scene.service()),
                List.of("--bind-port", "0")));
    }

    /** Parley as the launcher starts it, and more of the JVM's flags. */
    static List<String> program(String... flags) {
        List<String> command = new ArrayList<>(Jvm.command());
        command.addAll(List.of(flags));
        Path program = Scene.root().resolve("src/app/target/parley");
        command.add("-XX:SharedArchiveFile=" + program.resolve("parley.jsa"));
        command.addAll(List.of("-jar", program.resolve("parley.jar").toString()));
        return command;
    }

    /** Where a peer of that name keeps its rooms. */
    Path rooms(String name) {
        return lab.dataFolder(name).resolve("peers").resolve(name).resolve("rooms");
    }

    /** Starts peers one after the other, and waits until all see all. */
    List<LabPeer> group(String... names) {
        List<LabPeer> peers = new ArrayList<>();
        for (String name : names) {
            LabPeer peer = lab.start(name);
            peer.awaitState(PATIENCE, "alone", "joined");
            peers.add(peer);
        }
        for (LabPeer peer : peers) peer.awaitMembers(List.of(names), PATIENCE);
        return peers;
    }

    /** Lets all leave in order, so that what their JVMs were told to record is written. */
    @Override
    public void close() {
        lab.peers().forEach(LabPeer::endInput);
        for (LabPeer peer : lab.peers()) peer.awaitExit(PATIENCE);
        lab.close();
    }
}
