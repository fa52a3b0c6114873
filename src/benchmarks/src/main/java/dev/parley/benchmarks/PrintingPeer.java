package dev.parley.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that runs the lines it is given, and whose printed lines are looked at, but not taken apart, as they come. */
final class PrintingPeer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    /** What some line is to contain, and when the first such line was read. */
    private final Map<String, CompletableFuture<Printed>> awaited = new ConcurrentHashMap<>();

    private final Process process;
    private final PrintStream input;

    /** A line, and when it was read, by {@link System#nanoTime()}. */
    record Printed(String line, long nanos) {}

    /** @param errors gets what the process has to say of itself */
    PrintingPeer(List<String> command, Path errors) throws IOException {
        process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Reads from now on. */
    PrintingPeer reading() {
        Thread reader = new Thread(this::read, "output-of-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) look(line);
        } catch (IOException e) {
            // It has been closed.
        }
    }

    private void look(String line) {
        for (Map.Entry<String, CompletableFuture<Printed>> one : awaited.entrySet())
            if (line.contains(one.getKey())) one.getValue().complete(new Printed(line, System.nanoTime()));
    }

    /** From now on looks for a line that contains this. */
    void expect(String part) {
        awaited.put(part, new CompletableFuture<>());
    }

    /** The expected line. */
    Printed printed(String part) throws IOException, InterruptedException {
        try {
            return awaited.get(part).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("It did not print " + part, e);
        } finally {
            awaited.remove(part);
        }
    }

    void run(String line) {
        input.println(line);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
