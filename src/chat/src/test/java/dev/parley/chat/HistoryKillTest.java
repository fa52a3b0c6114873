package dev.parley.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they write. */
class HistoryKillTest {
    private static final Random RANDOM = new Random();

    @TempDir
    private Path folder;

    @TempDir
    private Path temporary;

    @Test
    void aKillLosesNothingThatWasShownAndDamagesNothing() throws Exception {
        kill(3);
    }

    @Tag("soak")
    @Test
    @Timeout(900)
    void fiftyKillsLoseNothingThatWasShownAndDamageNothing() throws Exception {
        kill(50);
    }

    private void kill(int times) throws Exception {
        Map<AuthorRun, Numbers> shown = new HashMap<>();
        for (int incarnation = 1; incarnation <= times; incarnation++) {
            for (long number : writtenUntilKilled(incarnation))
                shown.computeIfAbsent(new AuthorRun(WritingPeer.author(number), incarnation), any -> new Numbers(1))
                        .add(WritingPeer.numberOfAuthor(number));
            expectWhole(shown);
        }
        assertThat(temporary).isEmptyDirectory();
    }

    private List<Long> writtenUntilKilled(int incarnation) throws IOException, InterruptedException {
        int lines = 1 + RANDOM.nextInt(60);
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        WritingPeer.class.getName(),
                        folder.toString(),
                        Integer.toString(incarnation))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Long> written = new ArrayList<>();
        try (BufferedReader output = writer.inputReader()) {
            String line;
            for (int read = 1; (line = output.readLine()) != null; read++) {
                // Not of Process, which would close the stream with what is still in it.
                if (read == lines) writer.toHandle().destroyForcibly();
                String[] words = line.split(" ");
                assertThat(words).as(line).hasSize(3);
                for (long number = Long.parseLong(words[1]); number <= Long.parseLong(words[2]); number++)
                    written.add(number);
            }
        }
        assertThat(writer.waitFor()).as("killed").isEqualTo(128 + 9);
        return written;
    }

    private void expectWhole(Map<AuthorRun, Numbers> shown) throws Exception {
        HistoryFile file = new HistoryFile(folder.resolve("lobby.db"));
        try (HistoryStore store = JournaledHistoryStore.open(file, 1_000);
                Connection database = file.openForReading();
                Statement statement = database.createStatement()) {
            assertThat(statement.executeQuery("PRAGMA integrity_check").getString(1))
                    .isEqualTo("ok");
            Map<AuthorRun, Numbers> held = store.held();
            shown.forEach((run, numbers) ->
                    assertThat(held.get(run).high()).as("%s", run).isGreaterThanOrEqualTo(numbers.high()));
            expectSpansToBe(scanned(statement), held);
            long last = statement.executeQuery("SELECT max(id) FROM message").getLong(1);
            await().atMost(Duration.ofMinutes(2)).until(() -> indexed(file) == last);
        }
    }

    private static void expectSpansToBe(Map<AuthorRun, Numbers> scanned, Map<AuthorRun, Numbers> held) {
        assertThat(held).containsOnlyKeys(scanned.keySet());
        held.forEach((run, numbers) ->
                assertThat(numbers.ranges()).isEqualTo(scanned.get(run).ranges()));
    }

    private static Map<AuthorRun, Numbers> scanned(Statement statement) throws SQLException {
        Map<AuthorRun, Numbers> scanned = new HashMap<>();
        try (ResultSet row =
                statement.executeQuery("SELECT author, incarnation, number FROM message WHERE direct = 0")) {
            while (row.next())
                scanned.computeIfAbsent(EntryRows.run(row, 1), any -> new Numbers(1))
                        .add(row.getLong(3));
        }
        return scanned;
    }

    private static long indexed(HistoryFile file) throws SQLException {
        try (Connection index = new HistoryFile(file.searchIndex()).openForReading();
                Statement statement = index.createStatement()) {
            return statement.executeQuery("SELECT last FROM progress").getLong(1);
        }
    }
}
