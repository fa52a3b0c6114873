package dev.parley.console.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

/**
 * Where the peers of a lab keep their files, gone when it is closed. A lock in it lasts as long as this process, so that the next
 * lab of this user removes what a process has left that was killed.
 */
final class LabFolder implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger();
    private static final String NAME = "parley-lab-";

    /** Sorts before all else in the folder, so it is what is deleted last. */
    private static final String LOCK = ".lock";

    private final Path path;
    private final FileChannel lock;

    private LabFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /**
     * A new one, after those of this user are removed whose process is gone.
     *
     * @param place where temporary files go
     */
    static LabFolder create(Path place) throws IOException {
        String own = NAME + ProcessHandle.current().pid() + "-";
        while (true) {
            Path path = Files.createTempDirectory(place, own);
            FileChannel lock =
                    FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            // Somebody else who tidies up may have come between the file and its lock.
            if (lock.tryLock() != null && Files.exists(path.resolve(LOCK))) {
                tidy(place, own, Files.getOwner(path));
                return new LabFolder(path, lock);
            }
            lock.close();
        }
    }

    Path path() {
        return path;
    }

    /** Leaves alone what is of this process: on POSIX systems closing a file that is locked elsewhere in it would unlock it. */
    private static void tidy(Path place, String own, UserPrincipal user) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(place, NAME + "*")) {
            for (Path folder : folders)
                if (!folder.getFileName().toString().startsWith(own)) removeIfLeft(folder, user);
        }
    }

    private static void removeIfLeft(Path folder, UserPrincipal user) {
        try {
            if (!Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)) return;
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                    FileLock lock = channel.tryLock()) {
                if (lock != null) delete(folder);
            }
        } catch (IOException | OverlappingFileLockException e) {
            LOG.debug("{} is left to whose it is", folder, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> lastFirst;
        try (Stream<Path> files = Files.walk(folder)) {
            lastFirst = files.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        for (Path file : lastFirst) Files.deleteIfExists(file);
    }

    @Override
    public void close() {
        try {
            lock.close();
            delete(path);
        } catch (IOException e) {
            LOG.warn("{} is left behind", path, e);
        }
    }
}
