package dev.parley.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Java as the launcher starts it. */
final class Jvm {
    private Jvm() {}

    /** The command and the launcher's flags. */
    static List<String> plain() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:MaxNewSize=40m",
                "-XX:+UnlockExperimentalVMOptions",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:TrimNativeHeapInterval=30000",
                "-Xlog:disable",
                "-Xlog:all=warning:stderr");
    }

    /**
     * The same and then what the environment variable {@code MEMBER_FLAGS} says, for example to record a profile: for what is
     * measured.
     */
    static List<String> command() {
        List<String> command = new ArrayList<>(plain());
        String more = System.getenv().getOrDefault("MEMBER_FLAGS", "");
        if (!more.isBlank()) command.addAll(Arrays.asList(more.strip().split("\\s+", -1)));
        return command;
    }
}
