package dev.parley.bootstrap.cloud;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.cloud.firestore.Firestore;
import com.google.cloud.firestore.FirestoreOptions;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Google's emulator of Firestore: one that runs, or the one that is installed. */
final class FirestoreEmulator implements AutoCloseable {
    private static final String PROGRAM = "cloud_firestore_emulator";
    private static final Path DEBIAN_FOLDER = Path.of("/usr/lib/google-cloud-sdk/platform/cloud-firestore-emulator");
    private static final AtomicInteger PROJECTS = new AtomicInteger();

    private final String host;
    private final Optional<Process> process;

    private FirestoreEmulator(String host, Optional<Process> process) {
        this.host = host;
        this.process = process;
    }

    /** Skips the test, and says why, if there is none. */
    static FirestoreEmulator find(Path directory) throws IOException {
        String running = System.getenv("FIRESTORE_EMULATOR_HOST");
        if (running != null) return new FirestoreEmulator(running, Optional.empty());
        Optional<Path> program = installed();
        if (program.isEmpty()) System.err.println("Skipped the tests of Firestore: there is no " + PROGRAM + ".");
        assumeTrue(program.isPresent(), "there is no " + PROGRAM + " and no FIRESTORE_EMULATOR_HOST");
        return start(program.get(), directory);
    }

    String host() {
        return host;
    }

    /** One that is empty. */
    static String anyProject() {
        return "demo-" + PROJECTS.incrementAndGet() + "-"
                + ProcessHandle.current().pid();
    }

    Firestore firestore(String project) {
        return FirestoreOptions.newBuilder()
                .setProjectId(project)
                .setEmulatorHost(host)
                .setCredentials(new FirestoreOptions.EmulatorCredentials())
                .build()
                .getService();
    }

    /** The script that starts it leaves a process of its own behind. */
    @Override
    public void close() {
        process.ifPresent(script -> {
            script.descendants().forEach(ProcessHandle::destroyForcibly);
            script.destroyForcibly().onExit().join();
        });
    }

    private static Optional<Path> installed() {
        Stream<Path> folders = Stream.concat(
                Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(Path::of), Stream.of(DEBIAN_FOLDER));
        return folders.map(folder -> folder.resolve(PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static FirestoreEmulator start(Path program, Path directory) throws IOException {
        int port = FreePort.any();
        Process process = new ProcessBuilder(program.toString(), "start", "--host=127.0.0.1", "--port=" + port)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("emulator.log").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(() -> answers(port) || !process.isAlive());
        return new FirestoreEmulator("127.0.0.1:" + port, Optional.of(process));
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
