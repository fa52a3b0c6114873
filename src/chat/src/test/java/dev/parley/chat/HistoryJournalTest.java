package dev.parley.chat;

import static dev.parley.chat.Entries.ALICE;
import static dev.parley.chat.Entries.BOB;
import static dev.parley.chat.Entries.many;
import static dev.parley.chat.Entries.said;
import static dev.parley.chat.Entries.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryJournalTest {
    private static final List<LogEntry> FIRST = List.of(said(ALICE, 1, 10, "größer als 世界 🙂"), told(BOB, 1, 11));
    private static final List<LogEntry> SECOND = many(BOB, 1, 300, "x".repeat(100));

    @TempDir
    private Path folder;

    private Path path() {
        return folder.resolve("lobby.journal");
    }

    private HistoryFile file() {
        return new HistoryFile(folder.resolve("lobby.db"));
    }

    private void write(List<LogEntry> entries) throws IOException {
        try (HistoryJournal journal = HistoryJournal.open(path())) {
            journal.read();
            journal.write(entries);
        }
    }

    private List<LogEntry> read() throws IOException {
        try (HistoryJournal journal = HistoryJournal.open(path())) {
            return journal.read();
        }
    }

    private static List<LogEntry> both() {
        List<LogEntry> both = new ArrayList<>(FIRST);
        both.addAll(SECOND);
        return both;
    }

    @Test
    void whatWasWrittenComesBackAsItWasUntilItIsForgotten() throws Exception {
        write(FIRST);
        write(SECOND);
        assertThat(read()).isEqualTo(both());
        try (HistoryJournal journal = HistoryJournal.open(path())) {
            journal.clear();
            journal.write(SECOND);
        }
        assertThat(read()).isEqualTo(SECOND);
    }

    @Test
    void aRecordTornAnywhereIsLeftOutAndWhatIsWrittenNextFollowsTheWholeOnes() throws Exception {
        write(FIRST);
        byte[] whole = Files.readAllBytes(path());
        write(SECOND);
        byte[] all = Files.readAllBytes(path());
        for (int length = whole.length; length < all.length; length += 97) {
            Files.write(path(), java.util.Arrays.copyOf(all, length));
            assertThat(read()).as("%d bytes", length).isEqualTo(FIRST);
            write(SECOND);
            assertThat(read()).isEqualTo(both());
        }
    }

    @Test
    void aRecordWithAWrongByteEndsWhatIsRead() throws Exception {
        write(FIRST);
        long end = Files.size(path());
        write(SECOND);
        try (RandomAccessFile raw = new RandomAccessFile(path().toFile(), "rw")) {
            raw.seek(end + 500);
            raw.write(0xA5);
        }
        assertThat(read()).isEqualTo(FIRST);
    }

    @Test
    void aFileThatIsNoJournalIsBegunAnew() throws Exception {
        Files.writeString(path(), "not a journal, whatever its name says");
        assertThat(read()).isEmpty();
        write(FIRST);
        assertThat(read()).isEqualTo(FIRST);
    }

    @Test
    void whatAKilledProcessLeftInTheJournalIsInTheLogOnceThoughPartOfItWasThereAlready() throws Exception {
        try (HistoryStore store = JournaledHistoryStore.open(file(), 100)) {
            store.append(SECOND.subList(0, 200));
        }
        write(both());
        try (HistoryStore store = JournaledHistoryStore.open(file(), 100)) {
            assertThat(store.last(1_000)).containsExactlyInAnyOrderElementsOf(both());
            assertThat(store.held().get(BOB).ranges()).containsExactly(new Numbers.Range(1, 300));
        }
        assertThat(read()).isEmpty();
    }

    @Test
    void whatIsAppendedIsInTheJournalAtOnceAndInTheDatabaseOnceItIsSettled() throws Exception {
        try (HistoryStore store = JournaledHistoryStore.open(file(), 100)) {
            store.append(FIRST);
            assertThat(rows()).isZero();
            assertThat(Files.size(path())).isGreaterThan(100);
            store.settle();
            assertThat(rows()).isEqualTo(FIRST.size());
            assertThat(Files.size(path())).isLessThan(100);
            store.append(many(ALICE, 2, 10_001, "text"));
            assertThat(rows()).as("so many do not wait").isEqualTo(FIRST.size() + 10_000);
        }
    }

    private long rows() throws Exception {
        try (Connection database = file().openForReading();
                Statement statement = database.createStatement()) {
            return statement.executeQuery("SELECT count(*) FROM message").getLong(1);
        }
    }

    @Test
    void withoutAJournalEachMessageGoesToTheDatabaseAtOnce() throws Exception {
        Files.createDirectory(path());
        try (HistoryStore store = JournaledHistoryStore.open(file(), 100)) {
            store.append(FIRST);
            assertThat(rows()).isEqualTo(FIRST.size());
        }
    }
}
