package dev.parley.bootstrap.cloud;

import static org.awaitility.Awaitility.await;

import com.google.cloud.functions.HttpFunction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The invoker of the functions framework as a process of its own, with a function of these classes. */
final class InvokerProcess implements AutoCloseable {
    private static final Path INVOKER = Path.of("target/bootstrap-cloud/invoker/java-function-invoker.jar");

    private final Process process;
    private final int port;

    private InvokerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** @param directory gets the output */
    static InvokerProcess start(Path directory, Class<? extends HttpFunction> function, Map<String, String> environment)
            throws IOException {
        int port = FreePort.any();
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                INVOKER.toString(),
                "--classpath",
                System.getProperty("java.class.path"),
                "--target",
                function.getName(),
                "--port",
                Integer.toString(port));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("invoker.log").toFile());
        InvokerProcess invoker = new InvokerProcess(builder.start(), port);
        await().atMost(Duration.ofSeconds(60)).until(() -> invoker.answers() || !invoker.process.isAlive());
        return invoker;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
