package dev.parley.chat;

import dev.parley.chat.WireMessage.Page;
import dev.parley.chat.WireMessage.Said;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How long it takes to make a message's bytes, and to read them. In the codec's own package, because nothing else has to see
 * it. Run by {@code src/benchmarks/codec}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "-XX:+UseSerialGC")
public class WireCodecBenchmark {
    private static final int PAGE_ENTRIES = 500;
    private static final UUID AUTHOR = new UUID(0x1234_5678_9abc_4defL, 0x8123_4567_89ab_cdefL);
    private static final long MILLIS = 1_795_000_000_000L;

    /** What the bytes stand for: a text of 100 B or 1 KB, or a page of 500 texts of 100 B. */
    @Param({"TEXT_100_B", "TEXT_1_KB", "PAGE"})
    private Sort sort;

    private final WireCodec codec = new WireCodec();
    private WireMessage message;
    private byte[] bytes;

    /** A sort of message. */
    public enum Sort {
        TEXT_100_B,
        TEXT_1_KB,
        PAGE
    }

    /** Makes the message and its bytes. */
    @Setup
    public void compose() {
        message = switch (sort) {
            case TEXT_100_B -> new Said(entry(1, 100, ""));
            case TEXT_1_KB -> new Said(entry(1, 1_000, ""));
            case PAGE ->
                new Page(LongStream.rangeClosed(1, PAGE_ENTRIES)
                        .mapToObj(number -> entry(number, 100, "alice"))
                        .toList());
        };
        bytes = codec.encode(message);
    }

    private static LogEntry entry(long number, int length, String name) {
        return new LogEntry(
                new MessageId(AUTHOR, MILLIS, number, false),
                ChatMessage.Kind.TEXT,
                new Stamp(MILLIS + number, 0),
                MILLIS + number,
                MILLIS + number,
                name,
                Optional.empty(),
                "x".repeat(length));
    }

    /** Message to bytes. */
    @Benchmark
    public byte[] encode() {
        return codec.encode(message);
    }

    /** Bytes to message. */
    @Benchmark
    public Object decode() throws WireException {
        return codec.decode(bytes);
    }
}
