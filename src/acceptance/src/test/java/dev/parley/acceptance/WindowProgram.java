package dev.parley.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Parley with its window, which covers a display; killed, if it still runs, when this is closed. */
final class WindowProgram implements AutoCloseable {
    private static final Map<String, String> COVERING = Map.of(
            "window.x",
            "0",
            "window.y",
            "0",
            "window.width",
            Integer.toString(VirtualDisplay.WIDTH),
            "window.height",
            Integer.toString(VirtualDisplay.HEIGHT));

    private final Process process;
    private final VirtualDisplay display;

    private WindowProgram(Process process, VirtualDisplay display) {
        this.process = process;
        this.display = display;
    }

    /**
     * Starts it and waits for its window.
     *
     * @param data a fresh data directory
     * @param settings of the user, as the file has them
     */
    static WindowProgram open(VirtualDisplay display, Path data, Map<String, String> settings, String... arguments)
            throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("settings"), lines(COVERING) + lines(settings));
        List<String> command = new ArrayList<>(Program.jvm());
        // The login name is what is proposed to somebody who has not said a name.
        command.addAll(List.of("-Duser.name=alice", "-jar", Program.jar().toString(), "--data-dir", data.toString()));
        command.addAll(Arrays.asList(arguments));
        // Piped input would be taken for commands, and the program for one without a window.
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("window.out").toFile());
        Program.environment().keySet().forEach(builder.environment()::remove);
        builder.environment().put("DISPLAY", display.name());
        WindowProgram program = new WindowProgram(builder.start(), display);
        try {
            display.awaitWindow("parley");
            return program;
        } catch (RuntimeException | Error e) {
            program.close();
            e.addSuppressed(new AssertionError("It said: " + Files.readString(data.resolve("window.out"))));
            throw e;
        }
    }

    VirtualDisplay display() {
        return display;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static String lines(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
