package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run to its end.
 *
 * @param output its standard output
 * @param errors its standard error
 */
record Run(int status, String output, String errors) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Runs Parley with these arguments and no input. */
    static Run parley(Path folder, String... arguments) throws IOException, InterruptedException {
        return parley(folder, new byte[0], arguments);
    }

    /** Runs Parley with these arguments and this input. */
    static Run parley(Path folder, byte[] input, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Program.command());
        command.addAll(List.of(arguments));
        return program(folder, input, command);
    }

    /** Runs any program in a folder. */
    static Run program(Path folder, byte[] input, List<String> command) throws IOException, InterruptedException {
        return program(folder, input, command, PATIENCE);
    }

    /** Runs any program in a folder, and waits so long for its end. */
    static Run program(Path folder, byte[] input, List<String> command, Duration patience)
            throws IOException, InterruptedException {
        Path in = Files.write(Files.createTempFile(folder, "run", ".in"), input);
        Path out = Files.createTempFile(folder, "run", ".out");
        Path err = Files.createTempFile(folder, "run", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        for (Map.Entry<String, String> variable : Program.environment().entrySet())
            builder.environment().remove(variable.getKey());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS))
                    .as("%s ends within %s; it said: %s", command, patience, text(out))
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Run(process.exitValue(), text(out), text(err));
    }

    List<String> outputLines() {
        return output.lines().toList();
    }

    /** All it has said, on both streams. */
    String said() {
        return output + errors;
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
