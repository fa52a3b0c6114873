package dev.parley.chat;

import static dev.parley.chat.Entries.ALICE;
import static dev.parley.chat.Entries.BOB;
import static dev.parley.chat.Entries.many;
import static dev.parley.chat.Entries.numbers;
import static dev.parley.chat.Entries.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.parley.chat.WireMessage.AuthorMarks;
import dev.parley.chat.WireMessage.Mark;
import dev.parley.chat.WireMessage.Span;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFailureTest {
    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();

    private HistoryStore openShelf() {
        return new HistoryShelf(folder, HistorySettings.USUAL, told::add).open(RoomName.LOBBY);
    }

    private Path file() {
        return folder.resolve("lobby.db");
    }

    /** 3,000 messages of 100 characters, everything of which is in the file itself. */
    private void fill() throws HistoryException {
        try (HistoryStore store = openShelf()) {
            store.append(many(ALICE, 1, 3_000, "x".repeat(100)));
        }
    }

    /** Overwrites pages from one on. */
    private void damagePages(int from, int to) throws IOException {
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            byte[] garbage = new byte[PAGE];
            java.util.Arrays.fill(garbage, (byte) 0xA5);
            for (long page = from; page < Math.min(to, raw.length() / PAGE); page++) {
                raw.seek(page * PAGE);
                raw.write(garbage);
            }
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.map(path -> path.getFileName().toString()).toList();
        }
    }

    private void expectFreshOne(HistoryStore store) throws Exception {
        assertThat(told).singleElement().asString().contains("was damaged and is now " + file() + ".damaged;");
        store.append(List.of(said(BOB, 1, 1)));
        store.close();
        told.clear();
        try (HistoryStore again = openShelf()) {
            assertThat(again.last(10)).containsExactly(said(BOB, 1, 1));
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aFileOfGarbageIsSetAsideAndAFreshOneBegun() throws Exception {
        Files.writeString(file(), "not a database, whatever its name says; ".repeat(1_000));
        expectFreshOne(openShelf());
        assertThat(folder.resolve("lobby.db.damaged")).content().startsWith("not a database");
    }

    @Test
    void aTruncatedFileIsSetAsideAndAFreshOneBegun() throws Exception {
        fill();
        try (RandomAccessFile raw = new RandomAccessFile(file().toFile(), "rw")) {
            raw.setLength(raw.length() / 2);
        }
        expectFreshOne(openShelf());
        assertThat(files()).contains("lobby.db.damaged");
    }

    @Test
    void aFileWhosePagesMakeNoSenseIsSetAsideAndAFreshOneBegun() throws Exception {
        fill();
        damagePages(1, 10_000);
        expectFreshOne(openShelf());
    }

    @Test
    void damageThatShowsLaterIsToldOnceAndTheChatGoesOnFromMemory() throws Exception {
        fill();
        HistoryStore store = openShelf();
        assertThat(told).isEmpty();
        try (Transcript transcript = new Transcript(store, told::add)) {
            damageAllButTheFirstLeaves();
            List<LogEntry> read = transcript.last(3_000);
            for (long number = 3_001; number <= 3_100; number++) {
                transcript.add(ALICE, List.of(said(ALICE, number, number)));
                transcript.flush();
            }
            assertThat(read.size()).isLessThan(3_000);
            assertThat(numbers(transcript.last(100))).contains(3_001L, 3_100L);
            assertThat(told).singleElement().asString().contains("is damaged and is now " + file() + ".damaged;");
            expectOnlyWhatIsServedIsOffered(transcript);
        }
        told.clear();
        try (HistoryStore fresh = openShelf()) {
            assertThat(fresh.last(10)).isEmpty();
        }
        assertThat(told).isEmpty();
    }

    /** SQLite keeps pages that it has read, so the damage is to pages that opening does not need. */
    private void damageAllButTheFirstLeaves() throws IOException {
        int pages = (int) (Files.size(file()) / PAGE);
        damagePages(40, pages - 10);
    }

    private static void expectOnlyWhatIsServedIsOffered(Transcript transcript) {
        for (AuthorMarks author : transcript.summary(0))
            for (Mark mark : author.runs())
                for (Numbers.Range range : mark.held())
                    for (long number = range.from(); number <= range.to(); number++)
                        assertThat(transcript
                                        .page(List.of(new Span(
                                                new AuthorRun(author.author(), mark.incarnation()), number, number)))
                                        .entries())
                                .as("%s of %s", number, mark)
                                .hasSize(1);
    }

    @Test
    void aFullDiskIsToldOnceAndAllThatWasSaidStaysReadable() throws Exception {
        SqliteHistoryStore store = SqliteHistoryStore.open(new HistoryFile(file()), 100);
        store.append(many(ALICE, 1, 500, "x".repeat(100)));
        store.limitPages(60);
        try (Transcript transcript = new Transcript(store, told::add)) {
            for (long number = 501; number <= 4_000; number++) {
                transcript.add(ALICE, List.of(said(ALICE, number, number, "x".repeat(100))));
                if (number % 100 == 0) transcript.flush();
            }
            expectEverything(transcript, 4_000, "There is no room left for the history file");
        }
        expectBeginning();
    }

    @Test
    void aFileThatCanOnlyBeReadStaysReadable() throws Exception {
        SqliteHistoryStore store = SqliteHistoryStore.open(new HistoryFile(file()), 100);
        store.append(many(ALICE, 1, 500, "x".repeat(100)));
        store.refuseWrites();
        try (Transcript transcript = new Transcript(store, told::add)) {
            for (long number = 501; number <= 1_000; number++) {
                transcript.add(ALICE, List.of(said(ALICE, number, number, "x".repeat(100))));
                if (number % 100 == 0) transcript.flush();
            }
            expectEverything(transcript, 1_000, "cannot be written");
        }
        expectBeginning();
    }

    private static AuthorMarks marks(long low, long high) {
        Mark mark = new Mark(ALICE.incarnation(), low, List.of(new Numbers.Range(low, high)));
        return new AuthorMarks(ALICE.author(), List.of(mark), 0);
    }

    private void expectEverything(Transcript transcript, int count, String sentence) throws HistoryException {
        assertThat(told).singleElement().asString().contains(sentence).contains(file().toString());
        List<LogEntry> log = transcript.last(10_000);
        assertThat(log).hasSize(count).isSorted();
        assertThat(transcript.summary(0)).containsExactly(marks(1, count));
        assertThat(transcript.summary(300)).containsExactly(marks(count - 299, count));
        assertThat(numbers(transcript.page(List.of(new Span(ALICE, 490, 510))).entries()))
                .hasSize(21)
                .isSorted();
        try (LogReader reader = transcript.reader()) {
            assertThat(reader.search(
                            new LogSearch(
                                    new SearchQuery(
                                            List.of("XXX"), Optional.empty(), Optional.empty(), Optional.empty()),
                                    java.util.Set.of()),
                            9_999))
                    .isEqualTo(log);
            assertThat(reader.after(Optional.of(log.get(480).place()), 50)).isEqualTo(log.subList(481, 531));
            assertThat(reader.before(Optional.of(log.get(520).place()), 50)).isEqualTo(log.subList(470, 520));
        }
    }

    private void expectBeginning() throws HistoryException {
        told.clear();
        try (HistoryStore store = openShelf()) {
            assertThat(numbers(store.last(10_000))).startsWith(1L, 2L, 3L).contains(500L);
        }
        assertThat(told).isEmpty();
    }

    @Test
    void aFileThatAnotherProgramLocksHoldsTheSessionUpOnceAndBriefly() throws Exception {
        fill();
        try (Transcript transcript = new Transcript(openShelf(), told::add);
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            long start = System.nanoTime();
            for (long number = 3_001; number <= 3_200; number++) {
                transcript.add(ALICE, List.of(said(ALICE, number, number)));
                transcript.flush();
                transcript.settle();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(told).singleElement().asString().startsWith("Another program holds the history file");
            assertThat(transcript.last(10_000)).hasSize(3_200);
            statement.executeUpdate("ROLLBACK");
        }
    }

    @Test
    void aFileThatIsLockedFromTheBeginningIsReadAndMemoryTakesTheRest() throws Exception {
        fill();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = other.createStatement()) {
            statement.executeUpdate("BEGIN IMMEDIATE");
            try (Transcript transcript = new Transcript(openShelf(), told::add)) {
                transcript.add(ALICE, List.of(said(ALICE, 3_001, 3_001)));
                assertThat(transcript.last(10_000)).hasSize(3_001);
            }
            assertThat(told).singleElement().asString().startsWith("Another program holds the history file");
            statement.executeUpdate("ROLLBACK");
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsReadAndMemoryTakesTheRest() throws Exception {
        assumeFalse(System.getProperty("user.name").equals("root"), "root writes everywhere");
        fill();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("r--r--r--"));
        try (Transcript transcript = new Transcript(openShelf(), told::add)) {
            transcript.add(ALICE, List.of(said(ALICE, 3_001, 3_001)));
            assertThat(transcript.last(10_000)).hasSize(3_001);
            assertThat(told).singleElement().asString().contains("cannot be written");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    @Test
    void whereNoFolderCanBeMadeTheChatIsInMemoryAndTheUserIsTold() throws Exception {
        Path blocked = Files.writeString(folder.resolve("rooms"), "a file");
        try (HistoryStore store = new HistoryShelf(blocked, HistorySettings.USUAL, told::add).open(RoomName.LOBBY)) {
            store.append(List.of(said(ALICE, 1, 1)));
            assertThat(store.last(1)).containsExactly(said(ALICE, 1, 1));
        }
        assertThat(told).singleElement().asString().contains("The folder " + blocked + " cannot be made");
    }

    @Test
    void withoutHistoryNothingIsWritten() throws Exception {
        Path rooms = folder.resolve("rooms");
        try (HistoryStore store = new HistoryShelf(rooms, HistorySettings.inMemory(), told::add).open(RoomName.LOBBY)) {
            store.append(List.of(said(ALICE, 1, 1)));
            assertThat(store.last(1)).containsExactly(said(ALICE, 1, 1));
        }
        assertThat(rooms).doesNotExist();
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsLostIsNeitherOfferedNorFetchedAgain() {
        Numbers held = new Numbers(1);
        held.addRange(1, 100);
        held.addRange(110, 120);
        Numbers kept = new Numbers(1);
        kept.addRange(60, 100);
        kept.addRange(115, 120);
        held.keepOnlyWhatIsIn(kept);
        assertThat(held.low()).isEqualTo(115);
        assertThat(held.ranges()).containsExactly(new Numbers.Range(115, 120));
        assertThat(held.missing(1, 130)).containsExactly(new Numbers.Range(121, 130));
    }
}
