package dev.parley.lab;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A program with two peers in a lab, one of them frozen, which says their process ids and then waits to be killed. */
final class LabParent {
    private LabParent() {}

    public static void main(String[] arguments) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FakePeer.class.getName());
        Lab lab = new Lab(new LabSettings(command, Map.of(), Path.of(arguments[0]), Optional.empty(), List.of()));
        LabPeer peer = lab.start("orphan");
        peer.awaitState(Duration.ofSeconds(20), "alone");
        System.out.println(peer.pid());
        LabPeer frozen = lab.start("frozen");
        frozen.awaitState(Duration.ofSeconds(20), "alone");
        frozen.freeze();
        System.out.println(frozen.pid());
        peer.awaitExit(Duration.ofDays(1));
    }
}
