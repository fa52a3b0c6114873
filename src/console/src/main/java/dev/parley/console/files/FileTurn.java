package dev.parley.console.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/** Lets threads and processes take turns at a file. Any thread. */
public final class FileTurn {
    private static final int ATTEMPTS = 1_000;
    private static final long PAUSE_NANOS = 1_000_000;

    private FileTurn() {}

    /** What is done in one's turn. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /** Does it while nobody else with the same file does; a lock held in the same process is waited for too. */
    public static void at(FileChannel channel, Work work) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                FileLock lock = channel.lock();
                try {
                    work.run();
                } finally {
                    lock.release();
                }
                return;
            } catch (OverlappingFileLockException e) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        throw new IOException("locked for too long");
    }

    /** The same by an empty file beside it, for files that are replaced as a whole. */
    public static void beside(Path file, Work work) throws IOException {
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path turn = absolute.resolveSibling(absolute.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(turn, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            at(channel, work);
        }
    }
}
