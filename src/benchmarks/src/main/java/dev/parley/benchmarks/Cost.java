package dev.parley.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What members in one process cost at rest: threads, heap, resident memory, open files and the time of processors up to then,
 * sessions beside bare JGroups channels. Run by {@code src/benchmarks/cost [N...]}.
 */
final class Cost {
    private static final double LIMIT = 1.3;

    /** So many need the stack for many: on the usual one they are not together after ten minutes. */
    private static final int MANY = 100;

    private final Scene scene;
    private final Verdicts verdicts;

    private Cost(Scene scene, Verdicts verdicts) {
        this.scene = scene;
        this.verdicts = verdicts;
    }

    /** Arguments: the numbers of members; 1, 2, 10, 32 and 100 if none. */
    public static void main(String[] arguments) throws Exception {
        List<Integer> sizes = new ArrayList<>();
        for (String argument : arguments) sizes.add(Integer.parseInt(argument));
        Verdicts verdicts = new Verdicts(System.out);
        try (Scene scene = new Scene("cost")) {
            for (int size : sizes.isEmpty() ? List.of(1, 2, 10, 32, 100) : sizes)
                new Cost(scene, verdicts).measure(size);
        }
        System.exit(verdicts.status());
    }

    private void measure(int size) throws IOException {
        Crowd.Cost raw = run(Crowd.RAW, size);
        Crowd.Cost session = run(Crowd.SESSION, size);
        compare(size, "threads", raw.threads(), session.threads(), 1);
        compare(size, "heap, MB", raw.heap(), session.heap(), 1e6);
        compare(size, "resident, MB", raw.resident(), session.resident(), 1e6);
        compare(size, "resident once the young generation was full, MB", raw.filled(), session.filled(), 1e6);
        compare(size, "open files", raw.files(), session.files(), 1);
        compare(size, "CPU in all, s", raw.cpu(), session.cpu(), 1e3);
    }

    private void compare(int size, String what, long raw, long session, double unit) {
        double ratio = (double) session / raw;
        verdicts.atMost(
                LIMIT,
                ratio,
                "N=%d, %s: raw %,.1f, session %,.1f, ratio %.2f"
                        .formatted(size, what, raw / unit, session / unit, ratio));
    }

    private Crowd.Cost run(String kind, int size) throws IOException {
        Path folder = scene.folder(kind);
        List<String> command = new ArrayList<>(Jvm.command());
        command.addAll(List.of(
                "-Dparley.root=" + Scene.root(), "-cp", System.getProperty("java.class.path"), Crowd.class.getName()));
        Path stack = size < MANY ? Scene.stack() : Scene.root().resolve("src/benchmarks/tcp-nio-large.xml");
        command.addAll(
                List.of(kind, "" + size, stack.toString(), scene.service().toString(), folder.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("err").toFile())
                .start();
        String[] lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .strip()
                .split("\n", -1);
        String last = lines[lines.length - 1];
        if (!last.matches("[0-9 ]+"))
            throw new IOException("The members have not come together: " + Files.readString(folder.resolve("err")));
        return Crowd.Cost.parse(last);
    }
}
