package dev.parley.chat;

import static dev.parley.chat.Entries.ALICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistorySchemaTest {
    @TempDir
    private Path folder;

    /** As the first version wrote it. */
    private HistoryFile firstVersion() throws Exception {
        Path path = folder.resolve("lobby.db");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = database.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.executeUpdate("""
                    CREATE TABLE message (
                        author BLOB NOT NULL, incarnation INTEGER NOT NULL, number INTEGER NOT NULL,
                        direct INTEGER NOT NULL, kind TEXT NOT NULL, millis INTEGER NOT NULL, counter INTEGER NOT NULL,
                        sent INTEGER NOT NULL, name TEXT NOT NULL, recipient TEXT, text TEXT NOT NULL,
                        PRIMARY KEY (author, incarnation, direct, number)) WITHOUT ROWID""");
            statement.executeUpdate(
                    "CREATE INDEX message_log ON message (millis, counter, author, incarnation, number, direct)");
            statement.executeUpdate("""
                    CREATE TABLE floor (author BLOB NOT NULL, incarnation INTEGER NOT NULL, low INTEGER NOT NULL,
                        PRIMARY KEY (author, incarnation)) WITHOUT ROWID""");
            String alice = "x'00000000000000010000000000000001', 1";
            statement.executeUpdate("INSERT INTO message VALUES (" + alice
                    + ", 3, 0, 'TEXT', 30, 4294967295, 31, 'alice', NULL, 'three')");
            statement.executeUpdate(
                    "INSERT INTO message VALUES (" + alice + ", 4, 0, 'ACTION', 40, 0, 41, 'alice', NULL, 'four')");
            statement.executeUpdate(
                    "INSERT INTO message VALUES (" + alice + ", 7, 0, 'TEXT', 70, 0, 71, 'alice', NULL, 'seven')");
            statement.executeUpdate(
                    "INSERT INTO message VALUES (" + alice + ", 1, 1, 'DIRECT', 20, 0, 21, 'alice', 'bob', 'one')");
            statement.executeUpdate("INSERT INTO floor VALUES (" + alice + ", 3)");
            statement.executeUpdate("PRAGMA user_version = 1");
        }
        return new HistoryFile(path);
    }

    @Test
    void aFileOfTheFirstVersionIsTakenOverWhole() throws Exception {
        HistoryFile file = firstVersion();
        for (int opening = 1; opening <= 2; opening++) {
            try (HistoryStore store = SqliteHistoryStore.open(file, 100)) {
                assertThat(store.last(10)).extracting(LogEntry::text).containsExactly("one", "three", "four", "seven");
                assertThat(store.last(10).get(1))
                        .isEqualTo(new LogEntry(
                                new MessageId(new UUID(1, 1), 1, 3, false),
                                ChatMessage.Kind.TEXT,
                                new Stamp(30, -1),
                                31,
                                31,
                                "alice",
                                Optional.empty(),
                                "three"));
                assertThat(store.last(10).get(0).to()).contains("bob");
                assertThat(store.held().get(ALICE).ranges())
                        .containsExactly(new Numbers.Range(3, 4), new Numbers.Range(7, 7));
            }
        }
        try (HistoryStore store = SqliteHistoryStore.open(file, 100)) {
            store.append(List.of(Entries.said(ALICE, 5, 50), Entries.said(ALICE, 6, 60)));
            assertThat(store.held().get(ALICE).ranges()).containsExactly(new Numbers.Range(3, 7));
        }
    }

    @Test
    void aFileOfANewerVersionIsLeftAsItIs() throws Exception {
        Path path = folder.resolve("lobby.db");
        try (Connection database = DriverManager.getConnection("jdbc:sqlite:" + path);
                Statement statement = database.createStatement()) {
            statement.executeUpdate("CREATE TABLE novelty (id INTEGER)");
            statement.executeUpdate("PRAGMA user_version = 3");
        }
        byte[] before = Files.readAllBytes(path);
        assertThatThrownBy(() -> SqliteHistoryStore.open(new HistoryFile(path), 100))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("A newer Parley has written")
                .hasMessageEndingWith("update this one.");
        assertThat(Files.readAllBytes(path)).isEqualTo(before);
    }
}
