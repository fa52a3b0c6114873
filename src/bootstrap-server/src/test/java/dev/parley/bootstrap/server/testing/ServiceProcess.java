package dev.parley.bootstrap.server.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.bootstrap.BootstrapClient;
import dev.parley.bootstrap.BootstrapException;
import dev.parley.bootstrap.Peer;
import dev.parley.bootstrap.RoomNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A bootstrap service as a process of its own, with what it printed. */
public final class ServiceProcess implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("Bootstrap service ready at (http://\\S+), (?:store|database) \\S+\\R");

    /** A machine that does much else must not fail what is promised here. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int CLIENTS = 8;

    private final Process process;
    private final Path out;
    private final Path err;

    private ServiceProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /**
     * Starts a program of this class path, which finds none of the settings of whoever runs the test.
     *
     * @param directory gets the output, and is the user's home
     * @param environment what to add to that of the test
     */
    public static ServiceProcess start(
            Path directory, Class<?> program, Map<String, String> environment, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Duser.home=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(options));
        Path out = Files.createTempFile(directory, "service", ".out");
        Path err = Files.createTempFile(directory, "service", ".err");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("PARLEY_") || name.equals("PORT") || name.equals("XDG_DATA_HOME"));
        builder.environment().putAll(environment);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new ServiceProcess(builder.start(), out, err);
    }

    /** Waits for the line that says where the service is. */
    public String awaitUrl() {
        await().atMost(PATIENCE).until(() -> READY.matcher(out()).matches() || !process.isAlive());
        Matcher ready = READY.matcher(out());
        if (!ready.matches()) throw new AssertionError("not ready: " + out() + err());
        return ready.group(1);
    }

    public int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
            throw new AssertionError("still running: " + out() + err());
        return process.exitValue();
    }

    public void terminate() {
        process.destroy();
    }

    /**
     * Kills it while clients add peers to the lobby without a pause.
     *
     * @param prefix what the ids of the peers begin with
     * @param enough how many joins are answered before
     * @return the ids of all whose join was answered
     */
    public Set<String> killUnderJoins(BootstrapClient client, String prefix, int enough) throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int c = 0; c < CLIENTS; c++) {
                String own = prefix + c + "-";
                running.add(clients.submit(() -> joinUntilItFails(client, own, acknowledged)));
            }
            await().atMost(PATIENCE).until(() -> acknowledged.size() >= enough);
            process.destroyForcibly().waitFor();
            for (Future<?> each : running) each.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } finally {
            clients.shutdownNow();
        }
        return acknowledged;
    }

    private static void joinUntilItFails(BootstrapClient client, String prefix, Set<String> acknowledged) {
        try {
            for (int i = 0; ; i++) {
                client.join(RoomNames.LOBBY, new Peer(prefix + i, "n", "127.0.0.1", 7800, "tcp", "", 1));
                acknowledged.add(prefix + i);
            }
        } catch (BootstrapException e) {
            assertThat(e.getMessage()).contains("/join");
        }
    }

    public String out() {
        return text(out);
    }

    public String err() {
        return text(err);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
