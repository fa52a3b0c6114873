package dev.parley.acceptance;

import dev.parley.lab.Lab;
import dev.parley.lab.LabPeer;
import dev.parley.lab.LabSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A service, and peers of the packaged program that use it; all end with it. */
final class Stage implements AutoCloseable {
    /** For everything that must happen but says no figure: a busy machine needs a while. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Service service;
    private final Lab lab;
    private final Path folder;

    Stage(Path folder) throws IOException {
        this.folder = folder;
        service = Service.start();
        lab = new Lab(new LabSettings(
                Program.command(),
                Program.environment(),
                folder,
                Optional.of(service.url()),
                List.of("--bind-port", "0")));
    }

    Service service() {
        return service;
    }

    Lab lab() {
        return lab;
    }

    /** Starts a peer and does not wait for it. */
    LabPeer start(String name, String... options) {
        return lab.start(name, options);
    }

    /** Starts peers one after the other, so that the first is the coordinator, and waits until all see all. */
    List<LabPeer> group(String... names) {
        List<LabPeer> peers = Arrays.stream(names)
                .map(name -> {
                    LabPeer peer = start(name);
                    peer.awaitState(PATIENCE, "alone", "joined");
                    return peer;
                })
                .toList();
        for (LabPeer peer : peers) peer.awaitMembers(List.of(names), PATIENCE);
        return peers;
    }

    /** The options of a peer of this stage that is run to its end. */
    String[] options(String name, String... more) {
        List<String> usual = List.of(
                "--nogui",
                "--name",
                name,
                "--data-dir",
                folder.resolve(name).toString(),
                "--bootstrap",
                service.url().toString(),
                "--bind-port",
                "0");
        return java.util.stream.Stream.concat(usual.stream(), Arrays.stream(more))
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        lab.close();
        service.close();
    }
}
