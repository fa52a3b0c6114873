package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The packaged program, as this build has made it. */
final class Program {
    private Program() {}

    /** The top of the checkout. */
    static Path root() {
        return Path.of(System.getProperty("parley.root", "."));
    }

    static Path jar() {
        Path jar = root().resolve("src/app/target/parley/parley.jar");
        assertThat(jar)
                .as("the packaged program, which ./mvnw verify makes before these tests")
                .exists();
        return jar;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** What the launcher runs, without the launcher. */
    static List<String> command() {
        return List.of(
                java(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-jar",
                jar().toString());
    }

    /** Nothing of the machine that the tests run on reaches a peer. */
    static Map<String, String> environment() {
        return Map.of("BOOTSTRAP_DATA_SERVER", "", "NO_COLOR", "", "JAVA_TOOL_OPTIONS", "");
    }
}
