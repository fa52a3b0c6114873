package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.parley.group.StackPrint;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class WireCodecTest {
    private final WireCodec codec = new WireCodec();

    @Property(tries = 500)
    void everyMessageComesBackAsItWas(@ForAll("messages") WireMessage message) throws WireException {
        assertThat(codec.decode(codec.encode(message))).isEqualTo(message);
    }

    @Property(tries = 100)
    void aMessageCutShortAnywhereIsRefused(@ForAll("messages") WireMessage message) {
        byte[] whole = codec.encode(message);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> codec.decode(part)).isInstanceOf(WireException.class);
        }
    }

    @Property(tries = 2_000)
    void randomBytesNeverDoMoreThanBeRefused(@ForAll byte[] bytes) {
        decodeOrRefuse(bytes);
    }

    @Property(tries = 2_000)
    void randomFieldsOfEveryTypeNeverDoMoreThanBeRefused(
            @ForAll @IntRange(min = 1, max = 20) int type, @ForAll byte[] fields) {
        decodeOrRefuse(typed(type, fields));
    }

    @Property(tries = 500)
    void aFlippedBitIsRefusedOrAnotherMessage(@ForAll("messages") WireMessage message, @ForAll Random random) {
        byte[] bytes = codec.encode(message);
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        decodeOrRefuse(bytes);
    }

    private void decodeOrRefuse(byte[] bytes) {
        try {
            assertThat(codec.decode(bytes)).isNotNull();
        } catch (WireException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    private static byte[] typed(int type, byte[] fields) {
        return ByteBuffer.allocate(2 + fields.length)
                .put((byte) WireCodec.VERSION)
                .put((byte) type)
                .put(fields)
                .array();
    }

    @Property(tries = 50)
    void decodingAllocatesNoMoreThanTwiceALargeInput(
            @ForAll @IntRange(min = 1, max = 20) int type, @ForAll Random random) {
        byte[] fields = new byte[400_000];
        random.nextBytes(fields);
        byte[] bytes = typed(type, fields);
        assertThat(allocatedBy(() -> decodeOrRefuse(bytes))).isLessThan(2L * bytes.length);
    }

    @Example
    void verySmallThingsAreTooManyBeforeTheyCostMuchMemory() {
        List<WireMessage.Mark> marks = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) marks.add(new WireMessage.Mark(1, 1, List.of()));
        byte[] bytes = codec.encode(new WireMessage.Marks(
                List.of(new WireMessage.AuthorMarks(new UUID(1, 1), marks, 0)), 0, WireMessage.Marks.Purpose.DETAILS));
        assertThat(allocatedBy(() -> decodeOrRefuse(bytes))).isLessThan(2L * bytes.length);
        assertThatThrownBy(() -> codec.decode(bytes)).hasMessage("too many things");
    }

    @Example
    void countsAndLengthsThatLieCostNoMemory() {
        for (int type = 1; type <= 20; type++) {
            byte[] fields = new byte[200];
            Arrays.fill(fields, (byte) 0x7F);
            fields[40] = (byte) 0xFF;
            byte[] bytes = typed(type, fields);
            assertThat(allocatedBy(() -> decodeOrRefuse(bytes)))
                    .as("type %d", type)
                    .isLessThan(100_000);
        }
    }

    @Example
    void aTextIsDecodedWithLessThanTwiceItsBytes() {
        byte[] bytes = codec.encode(said("x".repeat(64 * 1024)));
        decodeOrRefuse(bytes);
        assertThat(allocatedBy(() -> decodeOrRefuse(bytes))).isLessThan(2L * bytes.length);
    }

    /** The second time: the first also loads classes. */
    private static long allocatedBy(Runnable work) {
        work.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        work.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Example
    void textsOverTheLimitAndTooManyInABurstAreRefused() {
        assertThatThrownBy(() -> codec.decode(codec.encode(said("x".repeat(64 * 1024 + 1)))))
                .isInstanceOf(WireException.class);
        List<LogEntry> many = new ArrayList<>();
        for (int number = 1; number <= WireMessage.Burst.MOST_ENTRIES + 1; number++)
            many.add(entry(number, new Stamp(1, number), 1, "x"));
        assertThatThrownBy(() -> codec.decode(codec.encode(new WireMessage.Burst(many))))
                .isInstanceOf(WireException.class);
    }

    @Example
    void aStampBeyondTimeIsRefused() {
        Stamp beyond = new Stamp(HybridClock.LAST.millis() + 1, 0);
        byte[] bytes = codec.encode(new WireMessage.Said(entry(1, beyond, 1, "x")));
        assertThatThrownBy(() -> codec.decode(bytes)).isInstanceOf(WireException.class);
    }

    @Example
    void newerVersionsAndUnknownTypesAreToldApartFromRubbish() throws WireException {
        assertThat(codec.decode(new byte[] {2, 2, 1})).isEqualTo(new WireMessage.Unknown(2, 2));
        assertThat(codec.decode(new byte[] {1, 99, 1})).isEqualTo(new WireMessage.Unknown(1, 99));
        assertThatThrownBy(() -> codec.decode(new byte[] {0, 2})).isInstanceOf(WireException.class);
    }

    @Example
    void aTextCostsAtMostFortyEightBytesMoreThanItsLetters() {
        for (String text : List.of("héllo", "x".repeat(127), "x".repeat(128), "x".repeat(64 * 1024))) {
            LogEntry entry = entry(1_000_000_000, new Stamp(1_790_000_000_000L, 7), 1_790_003_600_000L, text);
            int letters = text.getBytes(StandardCharsets.UTF_8).length;
            assertThat(codec.encode(new WireMessage.Said(entry)).length - letters)
                    .isLessThanOrEqualTo(48);
        }
    }

    private static WireMessage said(String text) {
        return new WireMessage.Said(entry(1, new Stamp(1, 0), 1, text));
    }

    private static LogEntry entry(long number, Stamp clock, long sentMillis, String text) {
        return new LogEntry(
                new MessageId(new UUID(7, 7), 1_790_000_000_000L, number, false),
                ChatMessage.Kind.TEXT,
                clock,
                sentMillis,
                sentMillis,
                "",
                Optional.empty(),
                text);
    }

    @Example
    void anEntryOfTheMapWithALongKeyAControlCharacterALongValueOrNoNameIsRefused() throws WireException {
        assertThat(codec.decode(mapWritten("alice", "k".repeat(256), "v".repeat(4_096))))
                .isInstanceOf(WireMessage.MapWritten.class);
        for (byte[] refused : List.of(
                mapWritten("alice", "k".repeat(257), "v"),
                mapWritten("alice", "", "v"),
                mapWritten("alice", "a\nb", "v"),
                mapWritten("alice", "key", "v".repeat(4_097)),
                mapWritten("", "key", "v")))
            assertThatThrownBy(() -> codec.decode(refused)).isInstanceOf(WireException.class);
    }

    @Example
    void aVersionOrStackThatCannotBeSeenIsRefused() throws WireException {
        assertThat(codec.decode(about("1.0", "tcp"))).isInstanceOf(WireMessage.AboutTold.class);
        for (byte[] refused : List.of(
                about("", "tcp"),
                about("1.0", ""),
                about("1 0", "tcp"),
                about("1.0", "t\u202ecp"),
                about("1.0", "x".repeat(65))))
            assertThatThrownBy(() -> codec.decode(refused)).isInstanceOf(WireException.class);
    }

    private static byte[] about(String version, String stack) {
        return new WireWriter()
                .octet(1)
                .octet(19)
                .text(version)
                .text(stack)
                .fixed(7)
                .bytes();
    }

    private static byte[] mapWritten(String name, String key, String value) {
        return new WireWriter()
                .octet(1)
                .octet(8)
                .uuid(new UUID(1, 2))
                .stamp(new Stamp(3, 4))
                .text(name)
                .text(key)
                .octet(1)
                .text(value)
                .bytes();
    }

    @Example
    void anOrderOfTooManyWordsAndAnAnswerOfTooLongASentenceAreRefused() throws WireException {
        assertThat(codec.decode(codec.encode(new WireMessage.OrderAnswer(1, true, "x".repeat(8 * 1024)))))
                .isInstanceOf(WireMessage.OrderAnswer.class);
        for (WireMessage refused : List.of(
                new WireMessage.Order(1, List.of("x".repeat(64 * 1024 + 1))),
                new WireMessage.Order(1, Collections.nCopies(20_001, "x")),
                new WireMessage.OrderAnswer(1, true, "x".repeat(8 * 1024 + 1))))
            assertThatThrownBy(() -> codec.decode(codec.encode(refused))).isInstanceOf(WireException.class);
    }

    @Provide
    Arbitrary<WireMessage> messages() {
        Arbitrary<Long> numbers = Arbitraries.longs().between(0, Long.MAX_VALUE / 4);
        Arbitrary<UUID> ids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        Arbitrary<AuthorRun> runs = Combinators.combine(ids, numbers).as(AuthorRun::new);
        Arbitrary<Stamp> stamps = Combinators.combine(
                        Arbitraries.longs().between(0, HybridClock.LAST.millis()), Arbitraries.integers())
                .as(Stamp::new);
        Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(50).map(WireCodecTest::wellFormed);
        Arbitrary<LogEntry> entries = Combinators.combine(
                        runs, numbers, Arbitraries.of(ChatMessage.Kind.class), stamps, numbers, texts)
                .as((run, number, kind, stamp, sent, text) -> new LogEntry(
                        new MessageId(run.author(), run.incarnation(), number, kind == ChatMessage.Kind.DIRECT),
                        kind,
                        stamp,
                        sent,
                        sent,
                        "",
                        Optional.empty(),
                        text));
        Arbitrary<LogEntry> seenByAll = entries.filter(entry -> !entry.id().direct());
        Arbitrary<Integer> small = Arbitraries.integers().between(0, Integer.MAX_VALUE);
        Arbitrary<WireMessage.AuthorMarks> marks = Combinators.combine(
                        ids, marks(numbers).list().ofMaxSize(3), Arbitraries.longs())
                .as(WireMessage.AuthorMarks::new);
        Arbitrary<WireMessage.Span> spans =
                Combinators.combine(runs, numbers, numbers).as(WireMessage.Span::new);
        Arbitrary<MapEntry> mapEntries = Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(256), texts.optional(), stamps, ids)
                .as((key, value, stamp, author) -> new MapEntry(key, value, stamp, author, "alice"));
        Arbitrary<WireMessage.MapSum> sums = Combinators.combine(
                        Arbitraries.integers().between(0, 255), Arbitraries.longs())
                .as(WireMessage.MapSum::new);
        Arbitrary<Boolean> flags = Arbitraries.of(true, false);
        return Arbitraries.oneOf(
                Combinators.combine(ids, numbers, texts, flags, stamps, numbers, flags)
                        .as(WireMessage.Hello::new),
                entries.map(WireMessage.Said::new),
                abouts(),
                Arbitraries.longs().map(WireMessage.Ping::new),
                Arbitraries.longs().map(WireMessage.Pong::new),
                Combinators.combine(numbers, numbers, numbers).as(WireMessage.Ack::new),
                Combinators.combine(marks.list().ofMaxSize(5), small, Arbitraries.of(WireMessage.Marks.Purpose.class))
                        .as(WireMessage.Marks::new),
                Combinators.combine(ids.list().ofMaxSize(5), small).as(WireMessage.MarksRequest::new),
                Combinators.combine(stamps, small).as(WireMessage.OlderRequest::new),
                mapEntries.map(WireMessage.MapWritten::new),
                Combinators.combine(
                                Arbitraries.of(WireMessage.MapDigest.Purpose.class),
                                sums.set().ofMaxSize(5),
                                numbers,
                                texts)
                        .as(WireMessage.MapDigest::new),
                Combinators.combine(numbers, mapEntries.list().ofMaxSize(3), flags)
                        .as(WireMessage.MapEntries::new),
                spans.list().ofMaxSize(5).map(WireMessage.PageRequest::new),
                Combinators.combine(Arbitraries.longs(), texts.list().ofMaxSize(5))
                        .as(WireMessage.Order::new),
                Combinators.combine(Arbitraries.longs(), flags, texts).as(WireMessage.OrderAnswer::new),
                Combinators.combine(runs, numbers, seenByAll.list().ofMinSize(1).ofMaxSize(5))
                        .as(WireCodecTest::burst),
                seenByAll
                        .map(entry -> named(entry, "alice"))
                        .list()
                        .ofMaxSize(5)
                        .map(WireMessage.Page::new));
    }

    private static Arbitrary<WireMessage> abouts() {
        Arbitrary<String> names = Arbitraries.strings()
                .withChars("aé-.\u4e2d\ud83d")
                .ofMinLength(1)
                .ofMaxLength(64)
                .map(WireCodecTest::wellFormed);
        return Combinators.combine(names, names, Arbitraries.longs())
                .as((version, stack, fingerprint) ->
                        new WireMessage.AboutTold(new About(version, new StackPrint(stack, fingerprint))));
    }

    private static Arbitrary<WireMessage.Mark> marks(Arbitrary<Long> numbers) {
        Arbitrary<List<Numbers.Range>> held =
                Arbitraries.longs().between(0, 1_000_000).list().ofMaxSize(6).map(WireCodecTest::ranges);
        return Combinators.combine(numbers, held)
                .as((incarnation, ranges) -> new WireMessage.Mark(
                        incarnation, ranges.isEmpty() ? 5 : ranges.get(0).from(), ranges));
    }

    private static List<Numbers.Range> ranges(List<Long> steps) {
        List<Numbers.Range> ranges = new ArrayList<>();
        long at = 1;
        for (int i = 0; i + 1 < steps.size(); i += 2) {
            Numbers.Range range = new Numbers.Range(at + steps.get(i), at + steps.get(i) + steps.get(i + 1));
            ranges.add(range);
            at = range.to() + 2;
        }
        return ranges;
    }

    private static WireMessage burst(AuthorRun run, long first, List<LogEntry> like) {
        List<LogEntry> entries = new ArrayList<>();
        for (LogEntry entry : like)
            entries.add(new LogEntry(
                    new MessageId(run.author(), run.incarnation(), first + entries.size(), false),
                    entry.kind(),
                    entry.clock(),
                    entry.sentMillis(),
                    entry.shownMillis(),
                    "",
                    Optional.empty(),
                    entry.text()));
        return new WireMessage.Burst(entries);
    }

    private static LogEntry named(LogEntry entry, String name) {
        return new LogEntry(
                entry.id(),
                entry.kind(),
                entry.clock(),
                entry.sentMillis(),
                entry.shownMillis(),
                name,
                entry.to(),
                entry.text());
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
