package dev.parley.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Prints the start of Parley to its window's first frame as a multiple of that of an empty JavaFX window in the same run, and
 * how long the members, which come with the window's parts, take to be drawn. Started by {@code src/acceptance/window-ratio}.
 */
public final class WindowRatio {
    private static final int BLACK = 0;
    /** The ground of the members in the light theme. */
    private static final int MEMBERS = 0xf4f5f8;

    private static final int MEMBERS_X = 126;
    private static final int MIDDLE_Y = VirtualDisplay.HEIGHT / 2;
    private static final String SETTINGS = """
            theme=light
            window.x=0
            window.y=0
            window.width=%d
            window.height=%d
            """.formatted(VirtualDisplay.WIDTH, VirtualDisplay.HEIGHT);

    private final Path folder;
    private final VirtualDisplay display;

    private WindowRatio(Path folder, VirtualDisplay display) {
        this.folder = folder;
        this.display = display;
    }

    /** Argument: the number of rounds, 10 if none. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        Path folder = Files.createTempDirectory("window-ratio");
        try (VirtualDisplay display = VirtualDisplay.open(folder)) {
            new WindowRatio(folder, display).measure(rounds);
        }
    }

    private void measure(int rounds) throws Exception {
        List<Double> empty = new ArrayList<>();
        List<Double> first = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            List<Double> bare = start(emptyWindow(), pixel -> pixel != BLACK);
            List<Double> parley = start(parley(round), pixel -> pixel != BLACK, pixel -> pixel == MEMBERS);
            // The first round warms the machine's caches, not ours.
            if (round == 0) continue;
            empty.add(bare.get(0));
            first.add(parley.get(0));
            whole.add(parley.get(1));
            System.out.printf(
                    "round %2d: empty window %5.0f ms, parley %5.0f ms, with all its parts %5.0f ms%n",
                    round, bare.get(0), parley.get(0), parley.get(1));
        }
        System.out.printf(
                "median: empty window %.0f ms, parley %.0f ms, ratio %.2f (at most 1.5), with all its parts %.0f ms%n",
                median(empty), median(first), median(first) / median(empty), median(whole));
    }

    /** Starts a program on the black display and tells after how many milliseconds each of these was seen in turn. */
    private List<Double> start(List<String> command, IntPredicate... signs) throws Exception {
        List<Double> millis = new ArrayList<>();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("program.out").toFile());
        builder.environment().put("DISPLAY", display.name());
        long begun = System.nanoTime();
        Process process = builder.start();
        try {
            for (IntPredicate sign : signs) {
                awaitPixel(process, sign);
                millis.add((System.nanoTime() - begun) / 1e6);
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        awaitPixel(null, pixel -> pixel == BLACK);
        return millis;
    }

    private void awaitPixel(Process process, IntPredicate sign) throws IOException, InterruptedException {
        while (!sign.test(display.pixel(MEMBERS_X, MIDDLE_Y))) {
            if (process != null && !process.isAlive())
                throw new IOException("It ended: " + Files.readString(folder.resolve("program.out")));
            Thread.sleep(1);
        }
    }

    private List<String> parley(int round) throws IOException {
        Path data = Files.createDirectories(folder.resolve("data" + round));
        Files.writeString(data.resolve("settings"), SETTINGS);
        return List.of(
                Program.root().resolve("parley").toString(),
                "--data-dir",
                data.toString(),
                "--serve",
                "127.0.0.1:0",
                "--bind-port",
                "0",
                "alice");
    }

    private static List<String> emptyWindow() {
        return List.of(
                Program.jvm().get(0),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                EmptyWindow.Main.class.getName());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
