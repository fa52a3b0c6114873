package dev.parley.acceptance;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/** The packaged program, as this build has made it. */
final class Program {
    private Program() {}

    /** The top of the checkout. */
    static Path root() {
        return Path.of(System.getProperty("parley.root", "."));
    }

    static Path jar() {
        Path jar = root().resolve("src/app/target/parley/parley.jar");
        if (!Files.exists(jar))
            throw new IllegalStateException(jar + " is not there; ./mvnw verify packages it before these tests.");
        return jar;
    }

    /** What the profile system makes before these tests. */
    static Path debianPackage() throws IOException {
        Path folder = root().resolve("src/package/target");
        try (DirectoryStream<Path> packages = Files.newDirectoryStream(folder, "parley_*.deb")) {
            return packages.iterator().next().toRealPath();
        } catch (NoSuchFileException | NoSuchElementException e) {
            throw new IllegalStateException(
                    "There is no package in " + folder + "; ./mvnw -Psystem verify makes it.", e);
        }
    }

    /** Java with the flags that keep the many short-lived processes of the tests small. */
    static List<String> jvm() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m");
    }

    /** What the launcher runs, without the launcher. */
    static List<String> command() {
        return Stream.concat(jvm().stream(), Stream.of("-jar", jar().toString()))
                .toList();
    }

    /** Nothing of the machine that the tests run on reaches a peer. */
    static Map<String, String> environment() {
        return Map.of("BOOTSTRAP_DATA_SERVER", "", "NO_COLOR", "", "JAVA_TOOL_OPTIONS", "");
    }
}
