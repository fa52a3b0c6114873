package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a checkout whose build only copies a small program. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String BUILDS = "builds";

    @TempDir
    private Path folder;

    private Path checkout;

    @BeforeEach
    void makeACheckout() throws Exception {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        Files.copy(Program.root().resolve("parley"), checkout.resolve("parley"));
        checkout.resolve("parley").toFile().setExecutable(true);
        Files.createDirectories(checkout.resolve("src/app/src/main/java"));
        Files.createDirectories(checkout.resolve("jgroups-config"));
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.writeString(checkout.resolve("src/app/src/main/java/Parley.java"), "");
        build("mkdir -p src/app/target/parley; cp '%s' src/app/target/parley/parley.jar"
                .formatted(SmallProgram.packInto(folder.resolve("built.jar"))));
    }

    @Test
    void theFirstStartBuildsWithOneLineAndTheNextStartsAtOnce() throws Exception {
        Run first = start(folder);
        Run second = start(folder);

        assertThat(first.status()).as(first.said()).isZero();
        assertThat(first.output()).isEqualTo("Parley\n");
        assertThat(first.errors().lines()).containsExactly("Building Parley ...");
        assertThat(second.output()).isEqualTo(first.output());
        assertThat(second.errors()).isEmpty();
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void aNewerSourceOneThatIsGoneAndANewerStackAreBuilt() throws Exception {
        start(folder);
        later(checkout.resolve("src/app/src/main/java/Parley.java"));
        start(folder);
        assertThat(builds()).isEqualTo(2);

        Files.delete(checkout.resolve("src/app/src/main/java/Parley.java"));
        later(checkout.resolve("src/app/src/main/java"));
        start(folder);
        assertThat(builds()).isEqualTo(3);

        later(Files.writeString(checkout.resolve("jgroups-config/mine.xml"), ""));
        start(folder);
        assertThat(builds()).isEqualTo(4);
    }

    @Test
    void itWorksFromAnyFolderAndThroughALinkAndPassesTheStatusOn() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a checkout/parley"));
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        assertThat(start(elsewhere).status()).isZero();

        Run run = Run.program(elsewhere, new byte[0], List.of(link.toString(), "--no-such-option"));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.output()).isEqualTo("Parley\n");
    }

    @Test
    void aBuildThatFailsShowsItsMessagesAndStartsNothing() throws Exception {
        build("echo 'Parley.java:7: error: it does not compile'; exit 1");

        Run run = start(folder);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors()).contains("Parley.java:7: error", "could not be built");
    }

    @Test
    void twoStartsAtOnceBuildOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Callable<Run>> starts = new ArrayList<>(List.of(() -> start(folder), () -> start(folder)));
        try {
            for (Future<Run> run : threads.invokeAll(starts))
                assertThat(run.get().output()).isEqualTo("Parley\n");
        } finally {
            threads.shutdownNow();
        }
        assertThat(builds()).isEqualTo(1);
    }

    @Test
    void anOldJavaIsNamedWithWhatToInstall() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk-11/bin"));
        Files.createFile(old.resolve("java")).toFile().setExecutable(true);
        Files.writeString(folder.resolve("jdk-11/release"), "JAVA_VERSION=\"11.0.2\"\n");

        Run run = startWithJavaHome(folder.resolve("jdk-11"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors().lines()).singleElement().asString().contains("Java 17", "11.0.2", "install");
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws Exception {
        Run run = startWithJavaHome(folder.resolve("nowhere"));

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.errors().lines()).singleElement().asString().contains("JAVA_HOME", "nowhere");
    }

    private Run start(Path from) throws IOException, InterruptedException {
        return Run.program(from, new byte[0], List.of(checkout.resolve("parley").toString(), "--version"));
    }

    private Run startWithJavaHome(Path home) throws IOException, InterruptedException {
        return Run.program(
                folder,
                new byte[0],
                List.of("env", "JAVA_HOME=" + home, checkout.resolve("parley").toString(), "--version"));
    }

    private void build(String commands) throws IOException {
        Path wrapper = Files.writeString(
                checkout.resolve("mvnw"), "#!/bin/sh\nset -e\necho built >>" + BUILDS + "\n" + commands);
        wrapper.toFile().setExecutable(true);
    }

    private int builds() throws IOException {
        return Files.readAllLines(checkout.resolve(BUILDS)).size();
    }

    private static void later(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(1)));
    }
}
