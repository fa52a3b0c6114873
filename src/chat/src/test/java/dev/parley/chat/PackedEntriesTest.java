package dev.parley.chat;

import static dev.parley.chat.Entries.ALICE;
import static dev.parley.chat.Entries.said;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PackedEntriesTest {
    private final PackedEntries packed = new PackedEntries();

    private static LogEntry any(Random random, boolean direct) {
        String text = random.nextInt(20) == 0
                ? "x".repeat(random.nextInt(Chat.MAX_TEXT_BYTES))
                : random.ints(random.nextInt(40), 1, 0xD800)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
        ChatMessage.Kind kind = direct
                ? ChatMessage.Kind.DIRECT
                : random.nextBoolean() ? ChatMessage.Kind.ACTION : ChatMessage.Kind.TEXT;
        return new LogEntry(
                new MessageId(ALICE.author(), ALICE.incarnation(), random.nextLong(Long.MAX_VALUE), direct),
                kind,
                new Stamp(random.nextLong(), random.nextInt()),
                random.nextLong(),
                random.nextLong(),
                random.nextBoolean() ? "żółw" : "",
                random.nextBoolean() ? Optional.of("bob") : Optional.empty(),
                text);
    }

    @Property(tries = 50)
    void whatIsKeptComesBackAsItWasWhateverElseGoes(@ForAll long seed) {
        Random random = new Random(seed);
        Map<Long, LogEntry> kept = new HashMap<>();
        for (int i = 0; i < 1_000; i++) {
            if (random.nextInt(3) == 0 && !kept.isEmpty()) {
                long place = kept.keySet().stream()
                        .skip(random.nextInt(kept.size()))
                        .findFirst()
                        .orElseThrow();
                packed.remove(place);
                kept.remove(place);
            } else {
                LogEntry entry = any(random, seed % 2 == 0);
                assertThat(kept.put(packed.put(entry), entry)).isNull();
            }
        }
        kept.forEach((place, entry) -> {
            assertThat(packed.get(place, ALICE, seed % 2 == 0)).isEqualTo(entry);
            assertThat(packed.number(place)).isEqualTo(entry.id().number());
            assertThat(packed.clock(place)).isEqualTo(entry.clock());
            assertThat(PackedEntries.size(place)).isGreaterThan(entry.text().length());
        });
    }

    @Test
    void aTextThatIsThreeTimesAsLongOnceItsMalformedBytesAreReplacedIsKept() {
        LogEntry entry = said(ALICE, 1, 1, "\uFFFD".repeat(Chat.MAX_TEXT_BYTES));
        assertThat(packed.get(packed.put(entry), ALICE, false)).isEqualTo(entry);
    }

    @Test
    void blocksAreUsedAgainSoThatALongTalkTakesNoMoreThanAShortOne() {
        Deque<Long> latest = new ArrayDeque<>();
        for (int number = 1; number <= 100_000; number++) {
            latest.add(packed.put(said(ALICE, number, number, "x".repeat(1_000))));
            if (latest.size() > 1_000) packed.remove(latest.remove());
        }
        assertThat(packed.blocks()).isBetween(4, 7);
    }
}
