package dev.parley.benchmarks;

import dev.parley.chat.LargeRoom;
import dev.parley.chat.RoomSearch;
import dev.parley.lab.LabPeer;
import dev.parley.lab.PeerOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A room of a million messages: how long it takes to open and to search, and how much memory a headless peer in it needs. Run by
 * {@code src/benchmarks/million-messages [MESSAGES]}.
 */
final class MillionMessages {
    private static final long SEED = 20_261_122;
    private static final int LATEST = 1_000;
    private static final int ROUNDS = 5;
    private static final double MOST_MILLIS = 1_000;
    private static final int QUERIES_EACH = 20;
    private static final double MOST_MILLIS_USUAL = 50;
    private static final double MOST_MILLIS_TINY = 300;
    private static final double MOST_MEGABYTES = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Verdicts verdicts;

    private MillionMessages(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** Argument: the number of messages, a million if none. */
    public static void main(String[] arguments) throws Exception {
        int messages = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        Verdicts verdicts = new Verdicts(System.out);
        try (Scene scene = new Scene("million-messages");
                HeadlessPeers peers = new HeadlessPeers(scene)) {
            MillionMessages measured = new MillionMessages(verdicts);
            Path file = Files.createDirectories(peers.rooms("alice")).resolve("lobby.db");
            measured.write(file, messages);
            measured.open(file);
            measured.search(file, messages);
            measured.memory(peers);
        }
        System.exit(verdicts.status());
    }

    private void write(Path file, int messages) throws Exception {
        long begun = System.nanoTime();
        LargeRoom.write(file, messages, SEED);
        double seconds = (System.nanoTime() - begun) / 1e9;
        verdicts.figure("%,d messages written in %.1f s, %,.0f/s; %,d MB"
                .formatted(messages, seconds, messages / seconds, Files.size(file) / 1_000_000));
    }

    private void open(Path file) throws Exception {
        List<Double> millis = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) millis.add(LargeRoom.millisToOpen(file, LATEST));
        double median = Verdicts.median(millis);
        verdicts.atMost(
                MOST_MILLIS,
                median,
                "open and read the latest %,d: %.0f ms, the first time %.0f ms"
                        .formatted(LATEST, median, millis.get(0)));
    }

    private void search(Path file, int messages) throws Exception {
        LargeRoom.Queries queries = LargeRoom.queries(QUERIES_EACH, SEED);
        try (RoomSearch search = new RoomSearch(file)) {
            long begun = System.nanoTime();
            search.awaitIndexed(messages);
            verdicts.figure("the index caught up after %.1f s".formatted((System.nanoTime() - begun) / 1e9));
            search.millis(queries.usual().subList(0, queries.usual().size() / 4));
            judge(MOST_MILLIS_USUAL, "three characters and more", search.millis(queries.usual()));
            judge(MOST_MILLIS_TINY, "one or two characters", search.millis(queries.tiny()));
        }
    }

    private void judge(double most, String what, List<Double> millis) {
        double median = Verdicts.median(millis);
        verdicts.atMost(
                most,
                median,
                "%d searches for %s: p50 %.1f ms, the slowest %.0f ms"
                        .formatted(millis.size(), what, median, Collections.max(millis)));
    }

    private void memory(HeadlessPeers peers) throws IOException {
        List<LabPeer> pair = peers.group("alice", "bob");
        LabPeer alice = pair.get(0);
        verdicts.figure("resident after joining: in the large room %.0f MB, in a new one %.0f MB"
                .formatted(residentMegabytes(alice), residentMegabytes(pair.get(1))));
        for (int i = 0; i < LATEST; i++) say(pair.get(1), i);
        alice.awaitMessage(message -> message.text().equals("text " + (LATEST - 1)), PATIENCE);
        PeerOutput.Result history = alice.run("history " + LATEST, PATIENCE);
        if (history.lines().size() < LATEST) throw new IOException("history: " + history.error());
        double megabytes = residentMegabytes(alice);
        verdicts.atMost(
                MOST_MEGABYTES,
                megabytes,
                "resident after %,d messages and history %,d: in the large room %.0f MB, in the other %.0f MB"
                        .formatted(LATEST, LATEST, megabytes, residentMegabytes(pair.get(1))));
    }

    private static void say(LabPeer peer, int number) throws IOException {
        PeerOutput.Result result = peer.run("msg text " + number, PATIENCE);
        if (!result.ok()) throw new IOException("msg: " + result.error());
    }

    /** What proc(5) says of the process. */
    private static double residentMegabytes(LabPeer peer) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(peer.pid()), "status")))
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) * 1_024 / 1e6;
        throw new IOException("There is no VmRSS of " + peer + "; this needs Linux.");
    }
}
