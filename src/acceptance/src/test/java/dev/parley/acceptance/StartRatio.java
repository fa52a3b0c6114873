package dev.parley.acceptance;

import dev.parley.lab.LabPeer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jgroups.Event;
import org.jgroups.JChannel;
import org.jgroups.stack.IpAddress;

/**
 * Prints how long a headless peer takes from its start to {@code joined} as the second member, as a multiple of what a bare
 * JGroups member of the same stack takes; the two are measured by turns. Run by
 * {@code src/acceptance/start-ratio [ROUNDS]}. Both JVMs have the same flags.
 */
final class StartRatio {
    private static final String STACK = "jgroups-config/tcp.xml";
    private static final String GROUP = "start-ratio";
    private static final int ATTEMPTS = 5;

    private final Path folder;

    private StartRatio(Path folder) {
        this.folder = folder;
    }

    /** Argument: the number of rounds, 10 if none. */
    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        new StartRatio(Files.createTempDirectory("start-ratio")).measure(rounds);
    }

    private void measure(int rounds) throws Exception {
        List<Double> bare = new ArrayList<>();
        List<Double> parley = new ArrayList<>();
        try (Stage stage = new Stage(folder);
                JChannel first = new JChannel(Program.root().resolve(STACK).toString())) {
            first.connect(GROUP);
            stage.group("first");
            for (int round = 0; round <= rounds; round++) {
                double bareMillis = bareThatJoins(first);
                double parleyMillis = parley(stage);
                // The first round warms the machine's caches, not ours.
                if (round == 0) continue;
                bare.add(bareMillis);
                parley.add(parleyMillis);
                System.out.printf("round %2d: bare %5.0f ms, parley %5.0f ms%n", round, bareMillis, parleyMillis);
            }
        }
        System.out.printf(
                "median: bare %.0f ms, parley %.0f ms, ratio %.2f (at most 3)%n",
                median(bare), median(parley), median(parley) / median(bare));
    }

    /** A bare member may time out on a busy machine and end up alone; that is no start to compare with. */
    private double bareThatJoins(JChannel first) throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            OptionalDouble millis = bare(first);
            if (millis.isPresent()) return millis.getAsDouble();
        }
        throw new IOException("The bare member did not join in " + ATTEMPTS + " attempts; is the machine very busy?");
    }

    private OptionalDouble bare(JChannel first) throws IOException, InterruptedException {
        IpAddress address = (IpAddress) first.down(new Event(Event.GET_PHYSICAL_ADDRESS, first.getAddress()));
        InetSocketAddress contact = new InetSocketAddress(address.getIpAddress(), address.getPort());
        List<String> command = new ArrayList<>(Program.jvm());
        command.addAll(List.of(
                "-Dparley.initial_hosts=" + contact.getAddress().getHostAddress() + "[" + contact.getPort() + "]",
                "-cp",
                System.getProperty("java.class.path"),
                BareMember.class.getName(),
                Program.root().resolve(STACK).toString(),
                GROUP));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("bare.err").toFile())
                .start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            Optional<String> joined = output.lines().filter("joined"::equals).findFirst();
            double millis = (System.nanoTime() - begun) / 1e6;
            return joined.isPresent() ? OptionalDouble.of(millis) : OptionalDouble.empty();
        } finally {
            process.getOutputStream().close();
            process.waitFor();
        }
    }

    private double parley(Stage stage) {
        long begun = System.nanoTime();
        LabPeer second = stage.start("second");
        second.awaitState(Stage.PATIENCE, "joined");
        double millis = (System.nanoTime() - begun) / 1e6;
        second.endInput();
        second.awaitExit(Stage.PATIENCE);
        return millis;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
