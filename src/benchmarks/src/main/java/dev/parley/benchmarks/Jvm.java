package dev.parley.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Java as the launcher starts it. */
final class Jvm {
    private Jvm() {}

    /**
     * The command and its flags: those of the launcher, and then what the environment variable {@code MEMBER_FLAGS} says, for
     * example to record a profile.
     */
    static List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xlog:disable", "-Xlog:all=warning:stderr"));
        String more = System.getenv().getOrDefault("MEMBER_FLAGS", "");
        if (!more.isBlank()) command.addAll(Arrays.asList(more.strip().split("\\s+", -1)));
        return command;
    }
}
