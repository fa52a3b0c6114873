package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program in a terminal, which tmux keeps; its screen outlives the program until this is closed. */
final class Tmux implements AutoCloseable {
    private static final int COLUMNS = 100;
    private static final int LINES = 40;

    private final Path folder;
    private final String socket;

    private Tmux(Path folder) {
        this.folder = folder;
        this.socket = socketOfItsOwn(folder);
    }

    /** A server that was told to end may still answer at its socket: whoever starts next needs another one. */
    private static String socketOfItsOwn(Path folder) {
        return folder.resolve("tmux-" + UUID.randomUUID() + ".socket").toString();
    }

    /** Starts Parley with these arguments; when it ends, the screen says with what status. */
    static Tmux running(Path folder, String... arguments) {
        return showing(
                folder,
                COLUMNS,
                LINES,
                Stream.concat(Program.command().stream(), Arrays.stream(arguments))
                        .toList());
    }

    /** Starts any program; when it ends, the screen says with what status. */
    static Tmux showing(Path folder, int columns, int lines, List<String> command) {
        Tmux tmux = new Tmux(folder);
        String line = command.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        tmux.send(
                "-f",
                "/dev/null",
                "new-session",
                "-d",
                "-x",
                Integer.toString(columns),
                "-y",
                Integer.toString(lines),
                "sh",
                "-c",
                "trap : INT; " + line + "; echo \"ended with $?\"; read -r rest");
        return tmux;
    }

    Tmux type(String text) {
        return send("send-keys", "-l", text);
    }

    /** A key by tmux's name for it, such as {@code Enter} or {@code C-c}. */
    Tmux press(String key) {
        return send("send-keys", key);
    }

    /** Pastes a text as the terminal's own paste does: bracketed, if the program has asked for that. */
    Tmux paste(String text) {
        send("set-buffer", text);
        return send("paste-buffer", "-p", "-d");
    }

    /** Gives the window another size, as dragging its edge does. */
    Tmux resize(int columns, int lines) {
        return send("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(lines));
    }

    /** The last line of the screen that is not empty, without spaces at its end. */
    String lastLine() {
        return screen().lines()
                .filter(line -> !line.isBlank())
                .reduce("", (before, line) -> line)
                .stripTrailing();
    }

    void awaitLastLine(String expected) {
        await().atMost(Stage.PATIENCE)
                .untilAsserted(() -> assertThat(lastLine()).as(screen()).isEqualTo(expected));
    }

    void awaitText(String expected) {
        await().atMost(Stage.PATIENCE).untilAsserted(() -> assertThat(screen()).contains(expected));
    }

    /** Ends the terminal, and the program with it. */
    @Override
    public void close() {
        send("kill-server");
    }

    /** What it shows, with the escape sequences for colours and weight. */
    String colouredScreen() {
        return capture("-e");
    }

    /** What it shows, as text. */
    String screen() {
        return capture("-p");
    }

    private String capture(String option) {
        return run("capture-pane", "-p", option).output();
    }

    private Tmux send(String... command) {
        run(command);
        return this;
    }

    private Run run(String... command) {
        List<String> line =
                new ArrayList<>(List.of("env", "TERM=xterm-256color", "LC_ALL=C.UTF-8", "tmux", "-u", "-S", socket));
        line.addAll(List.of(command));
        try {
            Run run = Run.program(folder, new byte[0], line);
            assertThat(run.status()).as(run.said()).isZero();
            return run;
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
