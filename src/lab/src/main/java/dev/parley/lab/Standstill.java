package dev.parley.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * When a process stands still: a signal is sent before all threads have heard of it, so what is written to the process right
 * after may still be answered. Known from {@code /proc} (proc(5), the state in {@code stat}); elsewhere nobody can tell.
 */
final class Standstill {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = 1_000_000;

    private final Path tasks;

    Standstill(long pid) {
        tasks = Path.of("/proc", Long.toString(pid), "task");
    }

    /** Returns once all threads have stopped, or there is no such process any more. */
    void await() {
        if (!Files.isDirectory(tasks)) return;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached()) {
            if (System.nanoTime() - end > 0) throw new LabException("The process does not stand still: " + tasks);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private boolean reached() {
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.allMatch(Standstill::stopped);
        } catch (IOException | UncheckedIOException gone) {
            return true;
        }
    }

    /** The state comes behind the name, which stands in brackets and may hold anything. */
    private static boolean stopped(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return "TtZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) >= 0;
        } catch (IOException gone) {
            return true;
        }
    }
}
