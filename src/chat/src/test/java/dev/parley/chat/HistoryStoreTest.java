package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryStoreTest {
    private static final AuthorRun ALICE = new AuthorRun(new UUID(1, 1), 1);
    private static final AuthorRun BOB = new AuthorRun(new UUID(2, 2), 5);

    @TempDir
    private Path folder;

    private HistoryStore open(String kind) throws HistoryException {
        return kind.equals("memory") ? new MemoryHistoryStore() : new SqliteHistoryStore(folder.resolve("lobby.db"));
    }

    private static LogEntry entry(AuthorRun run, long number, long millis, boolean direct) {
        return new LogEntry(
                new MessageId(run.author(), run.incarnation(), number, direct),
                direct ? ChatMessage.Kind.DIRECT : ChatMessage.Kind.TEXT,
                new Stamp(millis, -1),
                millis,
                millis,
                "name",
                direct ? Optional.of("you") : Optional.empty(),
                "text " + number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory", "sqlite"})
    void everyStoreKeepsTheLogInItsOrderAndWhatIsHeldByRun(String kind) throws Exception {
        try (HistoryStore store = open(kind)) {
            store.append(List.of(entry(ALICE, 1, 30, false), entry(ALICE, 2, 40, false), entry(ALICE, 5, 50, false)));
            store.append(List.of(entry(BOB, 4, 35, false), entry(BOB, 1, 45, true), entry(ALICE, 1, 99, false)));
            store.floor(BOB, 4);

            assertThat(store.last(10)).extracting(one -> one.clock().millis()).containsExactly(30L, 35L, 40L, 45L, 50L);
            assertThat(store.last(2)).extracting(one -> one.clock().millis()).containsExactly(45L, 50L);
            assertThat(store.last(1).get(0)).isEqualTo(entry(ALICE, 5, 50, false));
            Map<AuthorRun, Numbers> held = store.held();
            assertThat(held.get(ALICE).high()).isEqualTo(2);
            assertThat(held.get(ALICE).holds(5)).isTrue();
            assertThat(held.get(BOB).high()).isEqualTo(4);
            assertThat(store.lowestOfLast(Optional.empty(), 2)).isEqualTo(Map.of(ALICE, 2L));
            assertThat(store.lowestOfLast(Optional.of(new Stamp(40, -1)), 2)).isEqualTo(Map.of(ALICE, 1L, BOB, 4L));
            assertThat(store.oldest()).contains(new Stamp(30, -1));
            assertThat(store.range(ALICE, 2, 9, 10))
                    .extracting(one -> one.id().number())
                    .containsExactly(2L, 5L);
            assertThat(store.range(BOB, 1, 9, 10))
                    .extracting(one -> one.id().direct())
                    .containsExactly(false);
        }
    }

    @Test
    void theLogIsThereAfterReopening() throws Exception {
        List<LogEntry> said = new ArrayList<>();
        for (int i = 1; i <= 200; i++) said.add(entry(ALICE, i, i, false));
        try (HistoryStore store = open("sqlite")) {
            store.append(said);
        }
        try (HistoryStore store = open("sqlite")) {
            assertThat(store.last(1_000)).isEqualTo(said);
            assertThat(store.held().get(ALICE).high()).isEqualTo(200);
        }
    }

    @Test
    void aFileThatIsNoneOfOursIsRefusedInASentence() throws Exception {
        Files.writeString(folder.resolve("lobby.db"), "not a database, whatever its name says; ".repeat(100));
        assertThatThrownBy(() -> open("sqlite"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("lobby.db cannot be opened");
    }
}
