package dev.parley.benchmarks;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Members of one group, all of one kind, each a process. */
final class Team implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final List<MemberProcess> members = new ArrayList<>();

    /** Members of bare JGroups on a stack file. */
    static Team raw(int size, Path stack, Path folder) throws IOException, InterruptedException {
        Team team = new Team();
        for (int i = 0; i < size; i++) {
            List<String> jvm = new ArrayList<>(List.of("-Dparley.bind_port=" + freePort()));
            if (i > 0) jvm.add("-Dparley.initial_hosts=" + team.members.get(0).address());
            team.members.add(MemberProcess.start(jvm, folder.resolve("raw" + i + ".err"), "raw", stack.toString()));
        }
        team.awaitAll();
        return team;
    }

    /** Sessions of one room of a bootstrap service, with history files. */
    static Team sessions(int size, URI service, Path folder) throws IOException, InterruptedException {
        return sessions(size, service, folder, Member.KEEPING);
    }

    /** The same without history files. */
    static Team forgetful(int size, URI service, Path folder) throws IOException, InterruptedException {
        return sessions(size, service, folder, Member.FORGETFUL);
    }

    private static Team sessions(int size, URI service, Path folder, String history)
            throws IOException, InterruptedException {
        Team team = new Team();
        for (int i = 0; i < size; i++) {
            String name = history + i;
            Path own = Files.createDirectories(folder.resolve(name));
            team.members.add(MemberProcess.start(
                    List.of(),
                    folder.resolve(name + ".err"),
                    "session",
                    name,
                    service.toString(),
                    own.toString(),
                    history));
        }
        team.awaitAll();
        return team;
    }

    /** A port of loopback that nobody had a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitAll() throws IOException, InterruptedException {
        for (MemberProcess member : members)
            await("the members see each other", () -> asked(member, "members") == members.size());
    }

    List<MemberProcess> members() {
        return members;
    }

    /**
     * Delivered texts a second per receiver, the mean of all receivers.
     *
     * @param senders how many say something; what they say reaches all others
     */
    double perSecond(int senders, int bytes, Duration warmUp, Duration window)
            throws IOException, InterruptedException {
        List<MemberProcess> receivers = senders == members.size() ? members : members.subList(senders, members.size());
        for (MemberProcess sender : members.subList(0, senders)) sender.ask("send " + bytes + " 0");
        pause(warmUp);
        List<MemberProcess.Count> before = counts(receivers);
        pause(window);
        List<MemberProcess.Count> after = counts(receivers);
        settle();
        double sum = 0;
        for (int i = 0; i < receivers.size(); i++) sum += after.get(i).perSecondSince(before.get(i));
        return sum / receivers.size();
    }

    private static List<MemberProcess.Count> counts(List<MemberProcess> of) throws IOException {
        List<MemberProcess.Count> counts = new ArrayList<>();
        for (MemberProcess member : of) counts.add(member.count());
        return counts;
    }

    /** Stops all senders and waits until everybody has heard everything the others ever said. */
    void settle() throws IOException, InterruptedException {
        List<Long> sent = new ArrayList<>();
        for (MemberProcess member : members) sent.add(member.number("stop"));
        long all = sent.stream().mapToLong(Long::longValue).sum();
        for (int i = 0; i < members.size(); i++) {
            MemberProcess member = members.get(i);
            long wanted = all - sent.get(i);
            await("all %,d texts of others are heard".formatted(wanted), () -> counted(member) == wanted);
        }
    }

    private static long asked(MemberProcess member, String request) {
        try {
            return member.number(request);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long counted(MemberProcess member) {
        try {
            return member.count().heard();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(String what, BooleanSupplier condition) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) throw new IOException("Not within " + PATIENCE + ": " + what);
            pause(Duration.ofMillis(20));
        }
    }

    static void pause(Duration time) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(time.toNanos());
    }

    @Override
    public void close() {
        members.forEach(MemberProcess::close);
    }
}
