package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WireCodecTest {
    private final WireCodec codec = new WireCodec();

    @Property(tries = 500)
    void everyMessageComesBackAsItWas(@ForAll("messages") WireMessage message) throws WireException {
        assertThat(codec.decode(codec.encode(message))).isEqualTo(message);
    }

    @Property(tries = 100)
    void aTruncatedMessageIsRefusedOrAShorterText(@ForAll("messages") WireMessage message) {
        byte[] whole = codec.encode(message);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            if (message instanceof WireMessage.Said) continue;
            assertThatThrownBy(() -> codec.decode(part)).isInstanceOf(WireException.class);
        }
    }

    @Property(tries = 2_000)
    void randomBytesNeverDoMoreThanBeRefused(@ForAll byte[] bytes) {
        try {
            assertThat(codec.decode(bytes)).isNotNull();
        } catch (WireException e) {
            assertThat(e).hasMessageNotContaining("null");
        }
    }

    @Example
    void newerVersionsAndUnknownTypesAreToldApartFromRubbish() throws WireException {
        assertThat(codec.decode(new byte[] {2, 2, 1})).isEqualTo(new WireMessage.Unknown(2, 2));
        assertThat(codec.decode(new byte[] {1, 99, 1})).isEqualTo(new WireMessage.Unknown(1, 99));
        assertThatThrownBy(() -> codec.decode(new byte[] {0, 2})).isInstanceOf(WireException.class);
    }

    @Example
    void aTextCostsAtMostFortyEightBytesMoreThanItsLetters() {
        MessageId id = new MessageId(UUID.randomUUID(), 1_790_000_000_000L, 1_000_000_000, false);
        LogEntry entry = new LogEntry(
                id,
                ChatMessage.Kind.TEXT,
                new Stamp(1_790_000_000_000L, 7),
                1_790_000_100_000L,
                1_790_000_100_000L,
                "",
                Optional.empty(),
                "héllo");
        int text = "héllo".getBytes(StandardCharsets.UTF_8).length;
        assertThat(codec.encode(new WireMessage.Said(entry)).length - text).isLessThanOrEqualTo(48);
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

    @Provide
    Arbitrary<WireMessage> messages() {
        Arbitrary<Long> numbers = Arbitraries.longs().between(0, Long.MAX_VALUE / 4);
        Arbitrary<UUID> ids =
                Combinators.combine(Arbitraries.longs(), Arbitraries.longs()).as(UUID::new);
        Arbitrary<AuthorRun> runs = Combinators.combine(ids, numbers).as(AuthorRun::new);
        Arbitrary<Stamp> stamps =
                Combinators.combine(numbers, Arbitraries.integers()).as(Stamp::new);
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
        Arbitrary<LogEntry> seenByAll =
                entries.filter(entry -> !entry.id().direct()).map(entry -> named(entry, "alice"));
        Arbitrary<WireMessage.Mark> marks =
                Combinators.combine(runs, numbers, numbers).as(WireMessage.Mark::new);
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
                Arbitraries.longs().map(WireMessage.Ping::new),
                Arbitraries.longs().map(WireMessage.Pong::new),
                Combinators.combine(numbers, numbers, numbers).as(WireMessage.Ack::new),
                Combinators.combine(
                                marks.list().ofMaxSize(5),
                                Arbitraries.integers().between(0, 5_000),
                                flags)
                        .as(WireMessage.Marks::new),
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
                Combinators.combine(seenByAll.list().ofMaxSize(5), flags).as(WireMessage.Page::new));
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
