package dev.parley.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import dev.parley.chat.HistorySettings;
import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionSettings;
import dev.parley.group.StackFile;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * So many members in one process, which then says what they cost. The arguments: {@code raw} or {@code session}, how many, the
 * stack file, the service, and a folder.
 */
final class Crowd {
    static final String RAW = "raw";
    static final String SESSION = "session";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Until what was made only to come together is gone: OkHttp's threads last a minute. */
    private static final long REST_SECONDS = 75;

    private final String kind;
    private final Path stack;
    private final URI service;
    private final Path folder;
    private final List<Speaker> members = new ArrayList<>();

    private Crowd(String kind, Path stack, URI service, Path folder) {
        this.kind = kind;
        this.stack = stack;
        this.service = service;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        Crowd crowd = new Crowd(arguments[0], Path.of(arguments[2]), URI.create(arguments[3]), Path.of(arguments[4]));
        int count = Integer.parseInt(arguments[1]);
        for (int i = 0; i < count; i++) crowd.join(i);
        crowd.awaitEachOther();
        System.out.println(cost().line());
        System.exit(0);
    }

    /**
     * What a process with its members takes when they are at rest.
     *
     * @param heap in use after a collection, in bytes
     * @param resident memory of the process, in bytes
     * @param files that are open, sockets among them
     * @param cpu time of the processors up to now, in milliseconds
     * @param filled resident memory once the young generation has been filled, as after some hours, in bytes; looked at last
     */
    record Cost(long threads, long heap, long resident, long files, long cpu, long filled) {
        private String line() {
            return "%d %d %d %d %d %d".formatted(threads, heap, resident, files, cpu, filled);
        }

        static Cost parse(String line) {
            long[] fields =
                    Stream.of(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
            return new Cost(fields[0], fields[1], fields[2], fields[3], fields[4], fields[5]);
        }
    }

    private void join(int number) throws Exception {
        Speaker member = kind.equals(RAW) ? channel() : session("p" + number);
        members.add(member);
        member.join();
    }

    /** The first asks itself, as a list without addresses is not to JGroups' taste. */
    private Speaker channel() throws Exception {
        int port = Team.freePort();
        System.setProperty("parley.bind_port", "" + port);
        if (members.isEmpty()) System.setProperty("parley.initial_hosts", "127.0.0.1[" + port + "]");
        return new RawSpeaker(stack.toString(), texts -> {});
    }

    private Speaker session(String name) throws Exception {
        return new SessionSpeaker(
                new SessionSettings(
                        new PeerName(name),
                        new RoomName("crowd"),
                        Optional.of(service),
                        StackFile.load(stack),
                        List.of(),
                        new SessionSettings.Bind(Optional.empty(), OptionalInt.of(0)),
                        Files.createDirectories(folder.resolve(name)),
                        HistorySettings.USUAL),
                texts -> {});
    }

    private void awaitEachOther() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (members.stream().anyMatch(member -> member.members() < members.size())) {
            if (System.nanoTime() > end) throw new IOException("Not all members see each other.");
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static Cost cost() throws IOException, InterruptedException {
        TimeUnit.SECONDS.sleep(REST_SECONDS);
        for (int i = 0; i < 3; i++) {
            TimeUnit.SECONDS.sleep(1);
            System.gc();
        }
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return new Cost(
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    heap,
                    resident(),
                    files.count(),
                    TimeUnit.NANOSECONDS.toMillis(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                            .getProcessCpuTime()),
                    residentOnceFilled());
        }
    }

    /** What members at rest leave behind fills the young generation too, and slowly: here it is filled at once, by looking. */
    private static long residentOnceFilled() throws IOException {
        long before = collections();
        long resident = resident();
        while (collections() == before) resident = resident();
        return resident;
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    private static long resident() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status")))
            if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) * 1_024;
        throw new IOException("There is no VmRSS; this needs Linux.");
    }
}
