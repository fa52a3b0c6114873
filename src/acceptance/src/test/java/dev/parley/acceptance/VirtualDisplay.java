package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A display in memory, which Xvfb keeps, without a window manager, driven by xdotool. Its programs lose it when this is closed.
 */
final class VirtualDisplay implements AutoCloseable {
    static final int WIDTH = 1280;
    static final int HEIGHT = 800;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final Path folder;
    private final Process server;
    private final String name;

    private VirtualDisplay(Path folder, Process server, String name) {
        this.folder = folder;
        this.server = server;
        this.name = name;
    }

    /** Opens one and returns once programs can use it. */
    static VirtualDisplay open(Path folder) throws IOException, InterruptedException {
        requireTools();
        Process server = new ProcessBuilder(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        WIDTH + "x" + HEIGHT + "x24",
                        "-fbdir",
                        folder.toString(),
                        "-nolisten",
                        "tcp",
                        "-nocursor",
                        "-ac")
                .redirectError(folder.resolve("xvfb.err").toFile())
                .start();
        BufferedReader output = server.inputReader(StandardCharsets.UTF_8);
        String number = output.readLine();
        if (number == null)
            throw new IllegalStateException("Xvfb did not start: " + Files.readString(folder.resolve("xvfb.err")));
        return new VirtualDisplay(folder, server, ":" + number.strip());
    }

    private static void requireTools() throws IOException, InterruptedException {
        Process which = new ProcessBuilder("which", "Xvfb", "xdotool", "xprop")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (which.waitFor() != 0)
            throw new IllegalStateException(
                    "A window in memory needs Xvfb, xdotool and xprop; apt install xvfb xdotool x11-utils.");
    }

    /** As the variable {@code DISPLAY} has it. */
    String name() {
        return name;
    }

    /** Waits for a window of this class, gives it the keyboard, and moves the mouse out of it. */
    VirtualDisplay awaitWindow(String windowClass) {
        AtomicReference<String> found = new AtomicReference<>();
        await().atMost(Stage.PATIENCE).pollInterval(BETWEEN_LOOKS).untilAsserted(() -> {
            Run run = run("xdotool", "search", "--onlyvisible", "--class", "^" + windowClass + "$");
            assertThat(run.outputLines()).as("windows of class " + windowClass).isNotEmpty();
            found.set(run.outputLines().get(0));
        });
        assertThat(run("xprop", "-id", found.get(), "WM_CLASS").output()).contains("\"" + windowClass + "\"");
        return moveTheMouseOut().xdotool("windowfocus", "--sync", found.get());
    }

    VirtualDisplay type(String text) {
        return xdotool("type", "--delay", "20", text);
    }

    /** A key by the name that xdotool has for it, such as {@code Return} or {@code ctrl+q}. */
    VirtualDisplay press(String key) {
        return xdotool("key", key);
    }

    VirtualDisplay click(int x, int y) {
        xdotool("mousemove", Integer.toString(x), Integer.toString(y), "click", "1");
        return moveTheMouseOut();
    }

    /** Waits until it shows this colour on a good part of its width. */
    VirtualDisplay awaitColour(Color colour) {
        await().atMost(Stage.PATIENCE).pollInterval(BETWEEN_LOOKS).until(() -> {
            BufferedImage picture = picture();
            return Arrays.stream(picture.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH))
                            .filter(pixel -> pixel == colour.getRGB())
                            .count()
                    > 10 * WIDTH;
        });
        return this;
    }

    /** Waits until it shows the same for a while. */
    BufferedImage awaitRest() {
        AtomicReference<BufferedImage> last = new AtomicReference<>(picture());
        int[] same = {0};
        await().atMost(Stage.PATIENCE).pollInterval(BETWEEN_LOOKS).until(() -> {
            BufferedImage now = picture();
            same[0] = equal(now, last.getAndSet(now)) ? same[0] + 1 : 0;
            return same[0] >= 2;
        });
        return last.get();
    }

    BufferedImage picture() {
        return screen().picture(WIDTH, HEIGHT);
    }

    /** The colour of one point. */
    int pixel(int x, int y) {
        return screen().pixel(x, y);
    }

    private FrameBuffer screen() {
        return new FrameBuffer(folder.resolve("Xvfb_screen0"));
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }

    private static boolean equal(BufferedImage one, BufferedImage other) {
        for (int y = 0; y < HEIGHT; y++)
            for (int x = 0; x < WIDTH; x++) if (one.getRGB(x, y) != other.getRGB(x, y)) return false;
        return true;
    }

    /** So that no row is drawn as the one under the mouse. */
    private VirtualDisplay moveTheMouseOut() {
        return xdotool("mousemove", Integer.toString(WIDTH), Integer.toString(HEIGHT));
    }

    private VirtualDisplay xdotool(String... arguments) {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(arguments));
        Run run = run(command.toArray(String[]::new));
        assertThat(run.status()).as("%s: %s", command, run.said()).isZero();
        return this;
    }

    private Run run(String... command) {
        List<String> line = new ArrayList<>(List.of("env", "DISPLAY=" + name));
        line.addAll(List.of(command));
        try {
            return Run.program(folder, new byte[0], line);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
