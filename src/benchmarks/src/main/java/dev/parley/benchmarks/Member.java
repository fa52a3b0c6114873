package dev.parley.benchmarks;

import dev.parley.chat.HistorySettings;
import dev.parley.chat.PeerName;
import dev.parley.chat.RoomName;
import dev.parley.chat.SessionSettings;
import dev.parley.group.StackFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.Histogram;

/**
 * One member as a process: does what the lines on its standard input say, answers each with one line, and ends with its
 * input. {@link MemberProcess} is the other end.
 */
final class Member {
    /** What an answer begins with; the JVM may have something to say too. */
    static final String ANSWER = "> ";

    /** The argument of a session that keeps history files as usual. */
    static final String KEEPING = "keeping";

    /** The argument of a session that keeps no history file. */
    static final String FORGETFUL = "in-memory";

    private static final long PATIENCE_SECONDS = 60;

    private final AtomicLong heard = new AtomicLong();
    private final Semaphore toAnswer = new Semaphore(0);
    private final Speaker speaker;
    private volatile boolean answering;
    private volatile boolean sending;
    private volatile Optional<Exception> failure = Optional.empty();
    private Optional<Thread> sender = Optional.empty();
    private long sent;

    private Member(String[] arguments) throws Exception {
        speaker = switch (arguments[0]) {
            case "raw" -> new RawSpeaker(arguments[1], this::heard);
            case "session" -> new SessionSpeaker(settings(arguments), this::heard);
            default -> throw new IllegalArgumentException("raw or session, not " + arguments[0]);
        };
    }

    /** Arguments: {@code raw STACK-FILE}, or {@code session NAME SERVICE FOLDER HISTORY}, the last {@link #KEEPING} or {@link #FORGETFUL}. */
    public static void main(String[] arguments) throws Exception {
        Member member = new Member(arguments);
        member.speaker.join();
        System.out.println(ANSWER + "joined " + member.speaker.address());
        try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = input.readLine(); line != null; line = input.readLine())
                System.out.println(ANSWER + member.answer(line.split(" ", -1)));
        } finally {
            member.speaker.close();
        }
        System.exit(0);
    }

    /** With and without history files they are in two rooms. */
    private static SessionSettings settings(String[] arguments) throws Exception {
        return new SessionSettings(
                new PeerName(arguments[1]),
                new RoomName(arguments[4]),
                Optional.of(URI.create(arguments[2])),
                StackFile.bundled("tcp"),
                List.of(),
                new SessionSettings.Bind(Optional.empty(), OptionalInt.of(0)),
                Path.of(arguments[3]),
                arguments[4].equals(FORGETFUL) ? HistorySettings.inMemory() : HistorySettings.USUAL);
    }

    /** @throws Exception also what a sending thread failed with */
    private String answer(String[] request) throws Exception {
        if (failure.isPresent()) throw failure.get();
        return switch (request[0]) {
            case "members" -> "" + speaker.members();
            case "send" -> send(Integer.parseInt(request[1]), Long.parseLong(request[2]));
            case "stop" -> stop();
            case "count" -> heard.get() + " " + System.nanoTime();
            case "heap" -> "" + heapAfterCollection();
            case "answer" -> answerFromNowOn(Integer.parseInt(request[1]));
            case "ping" ->
                ping(Integer.parseInt(request[1]), Integer.parseInt(request[2]), Integer.parseInt(request[3]));
            default -> throw new IOException("Not a request: " + request[0]);
        };
    }

    private void heard(int texts) {
        heard.addAndGet(texts);
        if (answering) toAnswer.release(texts);
    }

    /** Says texts as fast as it can, or no more a second than {@code most} if that is not 0. */
    private String send(int bytes, long most) {
        sending = true;
        Thread thread = new Thread(() -> sendOn(speaker.inNumbers(bytes), most), "sender");
        thread.start();
        sender = Optional.of(thread);
        return "sending";
    }

    private void sendOn(Speaker.Saying saying, long most) {
        long begun = System.nanoTime();
        long now = 0;
        try {
            while (sending) {
                now += saying.say();
                if (most > 0) awaitTurn(begun + now * TimeUnit.SECONDS.toNanos(1) / most);
            }
        } catch (Exception e) {
            failure = Optional.of(e);
        }
        sent += now;
    }

    private static void awaitTurn(long at) throws InterruptedException {
        long early = at - System.nanoTime();
        if (early > TimeUnit.MILLISECONDS.toNanos(1)) TimeUnit.NANOSECONDS.sleep(early);
    }

    private String stop() throws InterruptedException {
        sending = false;
        if (sender.isPresent()) sender.get().join();
        sender = Optional.empty();
        return "" + sent;
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private String answerFromNowOn(int bytes) {
        Speaker.Saying saying = speaker.oneByOne(bytes);
        answering = true;
        Thread thread = new Thread(() -> answerOn(saying), "answerer");
        thread.setDaemon(true);
        thread.start();
        return "answering";
    }

    private void answerOn(Speaker.Saying saying) {
        try {
            while (true) {
                toAnswer.acquire();
                saying.say();
            }
        } catch (Exception e) {
            failure = Optional.of(e);
        }
    }

    /** Says a text, waits for the answer, so many times; tells half the round trips' percentiles in nanoseconds. */
    private String ping(int count, int perSecond, int bytes) throws Exception {
        Speaker.Saying saying = speaker.oneByOne(bytes);
        Histogram halves = new Histogram(3);
        long interval = TimeUnit.SECONDS.toNanos(1) / perSecond;
        answering = true;
        long next = System.nanoTime();
        for (int i = 0; i < count; i++, next += interval) {
            long early = next - System.nanoTime();
            if (early > 0) TimeUnit.NANOSECONDS.sleep(early);
            long begun = System.nanoTime();
            saying.say();
            if (!toAnswer.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) throw new IOException("No answer came.");
            halves.recordValue((System.nanoTime() - begun) / 2);
        }
        answering = false;
        return "%d %d %d"
                .formatted(halves.getValueAtPercentile(50), halves.getValueAtPercentile(99), halves.getMaxValue());
    }
}
