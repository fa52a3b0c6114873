package dev.parley.app;

import dev.parley.chat.PeerName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** One peer's own folder, locked as long as the peer runs; the system frees the lock of a process that was killed. */
final class PeerFolder implements AutoCloseable {
    private final PeerName name;
    private final Path path;
    private final FileChannel lock;
    private final Optional<Path> temporaryRoot;
    private final Optional<String> notice;

    PeerFolder(PeerName name, Path path, FileChannel lock) {
        this(name, path, lock, Optional.empty(), Optional.empty());
    }

    private PeerFolder(
            PeerName name, Path path, FileChannel lock, Optional<Path> temporaryRoot, Optional<String> notice) {
        this.name = name;
        this.path = path;
        this.lock = lock;
        this.temporaryRoot = temporaryRoot;
        this.notice = notice;
    }

    /** The same folder, deleted with all below {@code root} when it is closed. */
    PeerFolder temporary(Path root, String why) {
        return new PeerFolder(name, path, lock, Optional.of(root), Optional.of(why));
    }

    /** The name whose folder this is: the wanted one, or one with a number. */
    PeerName name() {
        return name;
    }

    Path path() {
        return path;
    }

    /** The folder that all peers of this user share; one that was made for this run if it is a temporary one. */
    Path shared() {
        return path.getParent().getParent();
    }

    /** Why it is a temporary folder, if it is. */
    Optional<String> notice() {
        return notice;
    }

    /** Frees the folder for the next peer of that name. Idempotent. */
    @Override
    public void close() {
        try {
            lock.close();
            if (temporaryRoot.isPresent()) deleteAll(temporaryRoot.get());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " could not be cleaned up", e);
        }
    }

    private static void deleteAll(Path root) throws IOException {
        if (!Files.exists(root)) return;
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.deleteIfExists(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
