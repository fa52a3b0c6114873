package dev.parley.bootstrap.cloud;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An instance of the service as a process of its own, with what it printed. */
final class InstanceProcess implements AutoCloseable {
    private static final Pattern READY =
            Pattern.compile("Bootstrap service ready at (http://\\S+), database (\\S+)\\R");

    private final Process process;
    private final Path out;
    private final Path err;

    private InstanceProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param directory gets the output */
    static InstanceProcess start(Path directory, Map<String, String> environment) throws IOException {
        Path out = Files.createTempFile(directory, "instance", ".out");
        Path err = Files.createTempFile(directory, "instance", ".err");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BootstrapCloud.class.getName());
        builder.environment().keySet().removeIf(name -> name.startsWith("PARLEY_"));
        builder.environment().putAll(environment);
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new InstanceProcess(builder.start(), out, err);
    }

    /** Waits for the line that says where the service is. */
    String awaitUrl() {
        await().atMost(Duration.ofSeconds(60)).until(() -> READY.matcher(out()).matches() || !process.isAlive());
        Matcher ready = READY.matcher(out());
        if (!ready.matches()) throw new AssertionError("not ready: " + out() + err());
        return ready.group(1);
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) throw new AssertionError("still running: " + out() + err());
        return process.exitValue();
    }

    void terminate() {
        process.destroy();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String out() {
        return text(out);
    }

    String err() {
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
