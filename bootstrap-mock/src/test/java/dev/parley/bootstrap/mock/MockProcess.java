package dev.parley.bootstrap.mock;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The mock as a process of its own, with what it printed. */
final class MockProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Bootstrap service ready at (http://\\S+), store (\\S+)\\R");

    private final Process process;
    private final Path out;
    private final Path err;

    private MockProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param directory gets the output and is the home of its default store */
    static MockProcess start(Path directory, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.home=" + directory,
                "-cp",
                System.getProperty("java.class.path"),
                BootstrapMock.class.getName()));
        command.addAll(List.of(options));
        Path out = Files.createTempFile(directory, "mock", ".out");
        Path err = Files.createTempFile(directory, "mock", ".err");
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("XDG_DATA_HOME");
        builder.redirectOutput(out.toFile()).redirectError(err.toFile());
        return new MockProcess(builder.start(), out, err);
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
