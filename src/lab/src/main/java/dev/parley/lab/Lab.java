package dev.parley.lab;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Starts peers as processes of this machine and ends them all when it is closed. Methods may be called from any thread.
 *
 * <p>Peers read their commands from this process, so they leave in order by themselves when it dies however it dies; if it
 * ends in order without closing the lab, they are killed. A frozen peer is killed in either case.
 */
public final class Lab implements AutoCloseable {
    private final LabSettings settings;
    private final List<LabPeer> peers = new CopyOnWriteArrayList<>();
    private final Thread lastResort = new Thread(this::closePeers, "parley-lab-end");

    public Lab(LabSettings settings) {
        this.settings = settings;
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    public LabSettings settings() {
        return settings;
    }

    /**
     * Starts a headless peer of that name and returns at once; {@link LabPeer#awaitState} tells when it has joined.
     *
     * @param options after those that every peer of this lab gets
     * @throws LabException if the process cannot be started
     */
    public LabPeer start(String name, String... options) {
        LabPeer peer = new LabPeer(name, launch(name, List.of(options)));
        peers.add(peer);
        return peer;
    }

    /** All peers started so far, also those that have ended. */
    public List<LabPeer> peers() {
        return List.copyOf(peers);
    }

    /** Where a peer of that name keeps its data. */
    public Path dataFolder(String name) {
        return settings.folder().resolve(name);
    }

    /** Kills what still runs, and waits until it is gone. */
    @Override
    public void close() {
        closePeers();
        try {
            Runtime.getRuntime().removeShutdownHook(lastResort);
        } catch (IllegalStateException shuttingDown) {
            // The hook runs by now and finds nothing to do.
        }
    }

    private void closePeers() {
        peers.forEach(LabPeer::close);
    }

    private Process launch(String name, List<String> options) {
        ProcessBuilder builder = new ProcessBuilder(commandLine(name, options));
        settings.environment().forEach((variable, value) -> set(builder.environment(), variable, value));
        try {
            File folder = Files.createDirectories(settings.folder()).toFile();
            return builder.directory(folder).start();
        } catch (IOException e) {
            throw new LabException(
                    "Peer %s could not be started with '%s': %s"
                            .formatted(name, settings.command().get(0), e.getMessage()),
                    e);
        }
    }

    private List<String> commandLine(String name, List<String> options) {
        List<String> line = new ArrayList<>(settings.command());
        line.addAll(List.of("--nogui", "--json", "--name", name));
        line.addAll(List.of("--data-dir", dataFolder(name).toString()));
        settings.bootstrap().ifPresent(service -> line.addAll(List.of("--bootstrap", service.toString())));
        line.addAll(settings.options());
        line.addAll(options);
        return line;
    }

    private static void set(Map<String, String> environment, String variable, String value) {
        if (value.isEmpty()) environment.remove(variable);
        else environment.put(variable, value);
    }
}
