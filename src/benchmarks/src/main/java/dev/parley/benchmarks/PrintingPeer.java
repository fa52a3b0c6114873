package dev.parley.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A headless peer whose printed lines are looked at, but not taken apart, as they come. */
final class PrintingPeer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    /** What some line is to contain, and when the first such line was read. */
    private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();

    private final Process process;
    private final PrintStream input;

    private PrintingPeer(Process process) {
        this.process = process;
        this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** Starts a peer that finds others through the scene's service. */
    static PrintingPeer start(Scene scene, String name) throws IOException {
        List<String> command = new ArrayList<>(HeadlessPeers.program());
        Path data = scene.folder(name);
        command.addAll(List.of("--nogui", "--json", "--name", name, "--data-dir", data.toString(), "--bind-port", "0"));
        command.addAll(List.of("--bootstrap", scene.service().toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(data.resolve("errors").toFile())
                .start();
        PrintingPeer peer = new PrintingPeer(process);
        Thread reader = new Thread(peer::read, "output-of-" + name);
        reader.setDaemon(true);
        reader.start();
        return peer;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) look(line);
        } catch (IOException e) {
            // It has been closed.
        }
    }

    private void look(String line) {
        for (Map.Entry<String, CompletableFuture<Long>> one : awaited.entrySet())
            if (line.contains(one.getKey())) one.getValue().complete(System.nanoTime());
    }

    /** From now on looks for a line that contains this. */
    void expect(String part) {
        awaited.put(part, new CompletableFuture<>());
    }

    /** When the expected line was read, by {@link System#nanoTime()}. */
    long printed(String part) throws IOException, InterruptedException {
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
