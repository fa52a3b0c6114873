package dev.parley.acceptance;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.lab.DeliveryCheck;
import dev.parley.lab.DeliveryReport;
import dev.parley.lab.FinalLog;
import dev.parley.lab.Lab;
import dev.parley.lab.LabPeer;
import dev.parley.lab.LabSettings;
import dev.parley.lab.PeerAccount;
import dev.parley.lab.Witness;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service, and peers of the packaged program that use it; all end with it. */
final class Stage implements AutoCloseable {
    /** For everything that must happen but says no figure: a busy machine needs a while. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    /** As deep as {@code history} goes. */
    private static final int WHOLE_LOG = 1_000_000;

    private final Service service;
    private final Lab lab;
    private final Witness witness = new Witness();
    private final Path folder;

    Stage(Path folder) throws IOException {
        this(folder, BootstrapConfig.development().maxPeers());
    }

    /** @param places how many peers the service lists */
    Stage(Path folder, int places) throws IOException {
        this.folder = folder;
        service = Service.start(places);
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

    /** Hears all that peers started here write. */
    Witness witness() {
        return witness;
    }

    /** Starts a peer and does not wait for it. */
    LabPeer start(String name, String... options) {
        LabPeer peer = lab.start(name, options);
        witness.follow(peer);
        return peer;
    }

    /** Whether all that was ever said here has reached these, who survive, as it should. */
    DeliveryReport delivery(Collection<LabPeer> survivors) {
        Map<String, PeerAccount> accounts = new LinkedHashMap<>();
        for (String name : witness.names()) accounts.put(name, witness.account(name));
        for (LabPeer survivor : survivors) {
            FinalLog log = witness.log(survivor.run("history " + WHOLE_LOG, PATIENCE));
            accounts.put(survivor.name(), witness.account(survivor.name(), log));
        }
        return DeliveryCheck.of(List.copyOf(accounts.values()));
    }

    /** Starts peers one after the other, so that the first is the coordinator, and waits until all see all. */
    List<LabPeer> group(String... names) {
        return group(List.of(names));
    }

    /** The same with these options for each. */
    List<LabPeer> group(List<String> names, String... options) {
        List<LabPeer> peers = names.stream()
                .map(name -> {
                    LabPeer peer = start(name, options);
                    peer.awaitState(PATIENCE, "alone", "joined");
                    return peer;
                })
                .toList();
        for (LabPeer peer : peers) peer.awaitMembers(names, PATIENCE);
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
