package dev.parley.benchmarks;

import dev.parley.bootstrap.BootstrapConfig;
import dev.parley.bootstrap.server.BootstrapHandler;
import dev.parley.bootstrap.server.BootstrapServer;
import dev.parley.bootstrap.server.MemoryPeerStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** What a measurement needs around it: a bootstrap service on a free port of loopback, and a folder that is gone afterwards. */
final class Scene implements AutoCloseable {
    private final MemoryPeerStore store = new MemoryPeerStore(BootstrapConfig.development());
    private final BootstrapServer service;
    private final Path folder;

    Scene(String name) throws IOException {
        folder = Files.createTempDirectory("parley-" + name);
        service = BootstrapServer.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), new BootstrapHandler(store));
    }

    URI service() {
        return service.url();
    }

    /** A new folder in which processes keep their files. */
    Path folder(String name) throws IOException {
        return Files.createTempDirectory(folder, name);
    }

    /** The top of the checkout. */
    static Path root() {
        return Path.of(System.getProperty("parley.root", "."));
    }

    /** The stack that both sides run on. */
    static Path stack() {
        return root().resolve("jgroups-config/tcp.xml");
    }

    @Override
    public void close() {
        service.close();
        store.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
