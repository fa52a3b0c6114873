package dev.parley.chat;

import static dev.parley.chat.Entries.ALICE;
import static dev.parley.chat.Entries.BOB;
import static dev.parley.chat.Entries.ZOE;
import static dev.parley.chat.Entries.many;
import static dev.parley.chat.Entries.numbers;
import static dev.parley.chat.Entries.said;
import static dev.parley.chat.Entries.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryStoreTest {
    @TempDir
    private Path folder;

    private HistoryStore open(String kind) throws HistoryException {
        return switch (kind) {
            case "memory" -> new MemoryHistoryStore();
            case "layered" -> new LayeredHistoryStore(openFile("below"), new MemoryHistoryStore());
            default -> openFile("lobby");
        };
    }

    private SqliteHistoryStore openFile(String name) throws HistoryException {
        return SqliteHistoryStore.open(new HistoryFile(folder.resolve(name + ".db")), 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite", "layered"})
    void everyStoreKeepsTheLogInItsOrderAndWhatIsHeldByRun(String kind) throws Exception {
        try (HistoryStore store = open(kind)) {
            store.append(List.of(said(ALICE, 1, 30), said(ALICE, 2, 40), said(ALICE, 5, 50)));
            store.append(List.of(said(BOB, 4, 35), told(BOB, 1, 45), said(ALICE, 1, 30)));
            store.floor(BOB, 4);

            assertThat(store.last(10)).extracting(one -> one.clock().millis()).containsExactly(30L, 35L, 40L, 45L, 50L);
            assertThat(store.last(2)).extracting(one -> one.clock().millis()).containsExactly(45L, 50L);
            assertThat(store.before(Optional.of(told(BOB, 1, 45).place()), 2))
                    .extracting(one -> one.clock().millis())
                    .containsExactly(35L, 40L);
            assertThat(store.last(2)).containsExactly(told(BOB, 1, 45), said(ALICE, 5, 50));
            Map<AuthorRun, Numbers> held = store.held();
            assertThat(held.get(ALICE).high()).isEqualTo(2);
            assertThat(held.get(ALICE).holds(5)).isTrue();
            assertThat(held.get(BOB).high()).isEqualTo(4);
            assertThat(store.lowestOfLast(Optional.empty(), 2)).isEqualTo(Map.of(ALICE, 2L));
            assertThat(store.lowestOfLast(Optional.of(new Stamp(40, -1)), 2)).isEqualTo(Map.of(ALICE, 1L, BOB, 4L));
            assertThat(store.oldest()).contains(new Stamp(30, -1));
            assertThat(numbers(store.range(ALICE, 2, 9, 10))).containsExactly(2L, 5L);
            assertThat(store.range(BOB, 1, 9, 10))
                    .extracting(one -> one.id().direct())
                    .containsExactly(false);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite", "layered"})
    void whatHasOneClockStandsInTheSameOrderInEveryStore(String kind) throws Exception {
        List<LogEntry> tied = new ArrayList<>();
        for (AuthorRun run :
                List.of(ALICE, BOB, ZOE, new AuthorRun(new UUID(1, -1), -7), new AuthorRun(ALICE.author(), 2)))
            for (long number = 1; number <= 3; number++) {
                tied.add(said(run, number, 7));
                tied.add(told(run, number, 7));
            }
        Collections.shuffle(tied, new Random(11));
        List<LogEntry> ordered = tied.stream().sorted().toList();
        assertThat(ordered.get(ordered.size() - 1).run()).isEqualTo(ZOE);

        try (HistoryStore store = open(kind)) {
            store.append(tied);
            assertThat(store.last(100)).isEqualTo(ordered);
            assertThat(store.before(Optional.of(ordered.get(7).place()), 3)).isEqualTo(ordered.subList(4, 7));
            try (LogReader reader = store.reader()) {
                assertThat(reader.after(Optional.of(ordered.get(7).place()), 4)).isEqualTo(ordered.subList(8, 12));
                assertThat(reader.after(Optional.empty(), 100)).isEqualTo(ordered);
            }
            assertThat(new ArrayList<>(store.held().keySet())).isSorted();
        }
    }

    @Test
    void theLogIsThereAfterReopening() throws Exception {
        List<LogEntry> said = many(ALICE, 1, 200, "something");
        try (HistoryStore store = open("sqlite")) {
            store.append(said);
            store.floor(BOB, 9);
            store.floor(BOB, 4);
        }
        try (HistoryStore store = open("sqlite")) {
            assertThat(store.last(1_000)).isEqualTo(said);
            assertThat(store.held().get(ALICE).high()).isEqualTo(200);
            assertThat(store.held().get(BOB).low()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void numbersThatComeInAnyOrderAndTwiceAreHeldAsTheyAre(String kind) throws Exception {
        List<LogEntry> said = new ArrayList<>(many(ALICE, 1, 300, "x"));
        said.addAll(many(BOB, 50, 250, "y"));
        said.removeIf(entry -> entry.id().number() % 50 == 0);
        Collections.shuffle(said, new Random(5));
        Map<AuthorRun, Numbers> expected = new HashMap<>();
        said.forEach(entry -> expected.computeIfAbsent(entry.run(), any -> new Numbers(1))
                .add(entry.id().number()));
        try (HistoryStore store = open(kind)) {
            for (int at = 0; at < said.size(); at += 40)
                store.append(said.subList(Math.max(0, at - 10), Math.min(said.size(), at + 40)));
            for (AuthorRun run : List.of(ALICE, BOB))
                assertThat(store.held().get(run).ranges())
                        .isEqualTo(expected.get(run).ranges());
            assertThat(store.last(1_000)).isEqualTo(said.stream().sorted().toList());
        }
    }

    @Test
    void aFileKeepsToItsSizeByGivingUpTheOldest() throws Exception {
        String kibibyte = "x".repeat(1024);
        try (HistoryStore store = SqliteHistoryStore.open(new HistoryFile(folder.resolve("small.db")), 4)) {
            Map<AuthorRun, Long> floors = new HashMap<>();
            store.append(many(BOB, 1, 500, kibibyte));
            for (int batch = 0; batch < 20; batch++) {
                store.append(many(ALICE, batch * 1_000 + 1, batch * 1_000 + 1_000, kibibyte));
                for (Optional<Map<AuthorRun, Long>> raised = store.prune(); raised.isPresent(); raised = store.prune())
                    floors.putAll(raised.get());
            }
            List<LogEntry> kept = store.last(100_000);
            long low = kept.get(0).id().number();
            assertThat(kept).hasSizeBetween(1_000, 4_000);
            assertThat(numbers(kept)).endsWith(20_000L);
            assertThat(floors).isEqualTo(Map.of(ALICE, low, BOB, 501L));
            assertThat(store.held().get(ALICE).low()).isEqualTo(low);
            assertThat(store.held().get(ALICE).high()).isEqualTo(20_000);
            assertThat(store.held().get(BOB).high()).isEqualTo(500);
            assertThat(store.held().get(BOB).ranges()).isEmpty();
            assertThat(Files.size(folder.resolve("small.db"))).isLessThan(8L << 20);
        }
    }

    @Test
    void memoryKeepsTheLatestByClockAndForgetsTheRest() throws Exception {
        try (HistoryStore store = new MemoryHistoryStore()) {
            store.append(many(BOB, 1, 10, "old"));
            store.append(List.of(told(BOB, 1, 5)));
            for (int batch = 0; batch < 50; batch++) {
                store.append(many(ALICE, batch * 1_000 + 11, batch * 1_000 + 1_010, "new"));
                store.prune();
            }
            List<LogEntry> kept = store.last(100_000);
            assertThat(kept.size()).isBetween(MemoryHistoryStore.MOST_ENTRIES, MemoryHistoryStore.MOST_ENTRIES + 1_000);
            assertThat(numbers(kept)).endsWith(50_010L);
            assertThat(store.held().get(ALICE).low()).isEqualTo(kept.get(0).id().number());
            assertThat(store.held().get(BOB).high()).isEqualTo(10);
            assertThat(store.oldest()).contains(kept.get(0).clock());
        }
    }

    @Test
    void memoryKeepsNoMoreTextThanItMay() throws Exception {
        String large = "x".repeat(64 * 1024);
        try (HistoryStore store = new MemoryHistoryStore()) {
            for (int number = 1; number <= 1_000; number++) {
                store.append(List.of(said(ALICE, number, number, large)));
                store.prune();
            }
            assertThat(store.last(10_000).size() * (long) large.length())
                    .isBetween(30L << 20, MemoryHistoryStore.MOST_BYTES);
        }
    }

    @Test
    void anAuthorWhoseClockRunsBackwardsIsPrunedByClockAllTheSame() throws Exception {
        try (HistoryStore store = new MemoryHistoryStore()) {
            List<LogEntry> backwards = new ArrayList<>();
            for (int number = 1; number <= 12_000; number++) backwards.add(said(ALICE, number, 20_000 - number));
            store.append(backwards);
            store.prune();
            assertThat(numbers(store.last(100_000)))
                    .hasSize(MemoryHistoryStore.MOST_ENTRIES)
                    .endsWith(1L);
        }
    }
}
