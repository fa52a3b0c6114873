package dev.parley.chat;

import static dev.parley.chat.Entries.ALICE;
import static dev.parley.chat.Entries.BOB;
import static dev.parley.chat.Entries.many;
import static dev.parley.chat.Entries.said;
import static dev.parley.chat.Entries.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SearchTest {
    private final Path folder = temporaryFolder();
    private final HistoryFile file = new HistoryFile(folder.resolve("lobby.db"));

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("parley-search");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    @AfterProperty
    void clear() throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private HistoryStore open() throws HistoryException {
        return SqliteHistoryStore.open(file, 100);
    }

    private static LogSearch search(String text) throws SessionException {
        return new LogSearch(SearchQuery.parse(text), Set.of());
    }

    private static LogSearch words(List<String> words) {
        return new LogSearch(new SearchQuery(words, Optional.empty(), Optional.empty(), Optional.empty()), Set.of());
    }

    private static List<String> texts(HistoryStore store, String text, int limit) throws Exception {
        try (LogReader reader = store.reader()) {
            return reader.search(search(text), limit).stream()
                    .map(LogEntry::text)
                    .toList();
        }
    }

    private void awaitIndexed(long last) {
        await().until(() -> indexed() == last);
    }

    private long indexed() throws SQLException {
        if (!Files.exists(file.searchIndex())) return -1;
        try (Connection index = new HistoryFile(file.searchIndex()).openForReading();
                Statement statement = index.createStatement()) {
            return statement.executeQuery("SELECT last FROM progress").getLong(1);
        } catch (SQLException notMadeYet) {
            return -1;
        }
    }

    private static List<LogEntry> conversation() {
        List<String> texts = List.of(
                "Grüße aus ΑΘΗΝΑ",
                "gesehen: 你好，世界",
                "ОБЩИЙ сбор",
                "İstanbul",
                "ab",
                "a",
                "100% \"sure\"",
                "b\0c nul",
                "two\nlines",
                "emoji 😀😃",
                "* OR NEAR(x)",
                "界");
        List<LogEntry> entries = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) entries.add(said(ALICE, i + 1, i + 1, texts.get(i)));
        return entries;
    }

    @Test
    void wordsOfAllScriptsAreFoundInsideWordsInUpperAndLowerCaseBeforeAndAfterTheyAreIndexed() throws Exception {
        try (HistoryStore store = open()) {
            store.append(conversation());
            for (int round = 1; round <= 2; round++) {
                assertThat(texts(store, "grüSSE", 9)).isEmpty();
                assertThat(texts(store, "RÜSS aus", 9)).isEmpty();
                assertThat(texts(store, "GRÜ αθη", 9)).containsExactly("Grüße aus ΑΘΗΝΑ");
                assertThat(texts(store, "世界", 9)).containsExactly("gesehen: 你好，世界");
                assertThat(texts(store, "界", 9)).containsExactly("gesehen: 你好，世界", "界");
                assertThat(texts(store, "界", 1)).containsExactly("界");
                assertThat(texts(store, "бщ", 9)).containsExactly("ОБЩИЙ сбор");
                assertThat(texts(store, "istan", 9)).containsExactly("İstanbul");
                assertThat(texts(store, "AB", 9)).containsExactly("ab");
                assertThat(texts(store, "\"0% \"", 9)).containsExactly("100% \"sure\"");
                assertThat(texts(store, "nul c", 9)).containsExactly("b\0c nul");
                assertThat(texts(store, "😃", 9)).containsExactly("emoji 😀😃");
                assertThat(texts(store, "NEAR(x) OR", 9)).containsExactly("* OR NEAR(x)");
                awaitIndexed(conversation().size());
            }
        }
    }

    @Test
    void theNewestMatchesComeOldestFirstPrivateOnesToo() throws Exception {
        try (HistoryStore store = open()) {
            store.append(many(ALICE, 1, 100, "needle"));
            store.append(List.of(told(BOB, 1, 50)));
            store.append(List.of(said(BOB, 1, 7, "late needle")));
            awaitIndexed(102);
            try (LogReader reader = store.reader()) {
                assertThat(reader.search(search("needle"), 3))
                        .extracting(entry -> entry.clock().millis())
                        .containsExactly(98L, 99L, 100L);
                assertThat(reader.search(search("needle before:1970-01-02"), 200))
                        .hasSize(101)
                        .isSorted();
                assertThat(reader.search(search("told 1"), 3)).containsExactly(told(BOB, 1, 50));
            }
        }
    }

    @Test
    void timesAndAuthorsNarrowASearch() throws Exception {
        try (HistoryStore store = open()) {
            store.append(many(ALICE, 1, 50, "x"));
            store.append(many(BOB, 1, 50, "x"));
            SearchQuery query = new SearchQuery(
                    List.of("x"),
                    Optional.of("somebody"),
                    Optional.of(Instant.ofEpochMilli(11)),
                    Optional.of(Instant.ofEpochMilli(21)));
            try (LogReader reader = store.reader()) {
                assertThat(reader.search(new LogSearch(query, Set.of(BOB.author())), 100))
                        .isEqualTo(many(BOB, 10, 19, "x"));
                assertThat(reader.search(new LogSearch(query, Set.of()), 100)).isEmpty();
                assertThat(reader.search(search("from:NAME before:1970-01-02"), 7))
                        .hasSize(7);
            }
        }
    }

    @Test
    void aFrequentWordThatOccursOnlyLongAgoIsFound() throws Exception {
        try (HistoryStore store = open()) {
            store.append(many(ALICE, 1, 6_000, "ancient zebra"));
            for (int batch = 0; batch < 31; batch++)
                store.append(many(BOB, 10_001 + batch * 1_000, 11_000 + batch * 1_000, "modern"));
            awaitIndexed(37_000);
            try (LogReader reader = store.reader()) {
                for (String words : List.of("zebra", "z", "zebra ancient"))
                    assertThat(reader.search(search(words), 100)).isEqualTo(many(ALICE, 5_901, 6_000, "ancient zebra"));
                assertThat(reader.search(search("zebra modern"), 100)).isEmpty();
            }
        }
    }

    @Test
    void anIndexThatWasClosedAfterARestGoesOnWhereItWas() throws Exception {
        Path openOnly = file.searchIndex().resolveSibling(file.searchIndex().getFileName() + "-wal");
        try (HistoryStore store = open()) {
            store.append(many(ALICE, 1, 100, "needle"));
            awaitIndexed(100);
            await().atMost(Duration.ofSeconds(30)).until(() -> Files.notExists(openOnly));
            try (Connection index = DriverManager.getConnection("jdbc:sqlite:" + file.searchIndex());
                    Statement statement = index.createStatement()) {
                statement.executeUpdate("PRAGMA application_id = 17");
            }

            store.append(many(BOB, 101, 102, "haystack"));

            assertThat(texts(store, "haystack", 9)).hasSize(2);
            awaitIndexed(102);
            assertThat(texts(store, "haystack", 9)).hasSize(2);
            assertThat(texts(store, "needle", 200)).hasSize(100);
            try (Connection index = new HistoryFile(file.searchIndex()).openForReading();
                    Statement statement = index.createStatement()) {
                assertThat(statement.executeQuery("PRAGMA application_id").getInt(1))
                        .as("it is the same index")
                        .isEqualTo(17);
            }
        }
    }

    @Test
    void anIndexThatIsMissingDamagedOrOfAnotherFileIsMadeAnew() throws Exception {
        try (HistoryStore store = open()) {
            store.append(many(ALICE, 1, 100, "needle"));
            awaitIndexed(100);
        }
        byte[] other = Files.readAllBytes(file.searchIndex());
        for (String trouble : List.of("missing", "damaged", "of another file")) {
            switch (trouble) {
                case "missing" -> Files.delete(file.searchIndex());
                case "damaged" -> Files.writeString(file.searchIndex(), "no database ".repeat(1_000));
                default -> {
                    Files.delete(file.path());
                    Files.write(file.searchIndex(), other);
                }
            }
            try (HistoryStore store = open()) {
                if (trouble.equals("of another file")) {
                    assertThat(texts(store, "needle", 5)).isEmpty();
                    store.append(many(BOB, 1, 30, "hay"));
                    awaitIndexed(30);
                    assertThat(texts(store, "needle", 5)).isEmpty();
                    assertThat(texts(store, "hay", 50)).hasSize(30);
                } else {
                    awaitIndexed(100);
                    assertThat(texts(store, "needle", 500)).hasSize(100);
                }
            }
        }
    }

    @Property(tries = 40)
    void everyStoreFindsWhatReadingAllTextsFinds(
            @ForAll("conversations") List<List<String>> batches, @ForAll("queries") List<String> words)
            throws Exception {
        try (HistoryStore sqlite = open();
                HistoryStore memory = new MemoryHistoryStore()) {
            List<LogEntry> all = new ArrayList<>();
            for (List<String> batch : batches) {
                List<LogEntry> entries = new ArrayList<>();
                for (String text : batch)
                    entries.add(said(
                            ALICE, all.size() + entries.size() + 1, (all.size() + entries.size()) * 7_919L % 50, text));
                sqlite.append(entries);
                memory.append(entries);
                all.addAll(entries);
            }
            List<LogEntry> expected = all.stream()
                    .filter(entry -> words.stream().allMatch(word -> occurs(word, entry.text())))
                    .sorted()
                    .toList();
            expected = expected.subList(Math.max(0, expected.size() - 5), expected.size());
            for (HistoryStore store : List.of(sqlite, memory))
                try (LogReader reader = store.reader()) {
                    assertThat(reader.search(words(words), 5)).isEqualTo(expected);
                }
            awaitIndexed(all.size());
            try (LogReader reader = sqlite.reader()) {
                assertThat(reader.search(words(words), 5)).isEqualTo(expected);
            }
        } finally {
            clear();
            Files.createDirectories(folder);
        }
    }

    private static boolean occurs(String word, String text) {
        for (int at = 0; at + word.length() <= text.length(); at++)
            if (text.regionMatches(true, at, word, 0, word.length())) return true;
        return false;
    }

    /** Few characters, so that words occur; none of those whose upper case depends on what surrounds them. */
    private static Arbitrary<String> text(int most) {
        return Arbitraries.strings()
                .withChars("abAB \"'%*世界ЖжΩω\0")
                .ofMinLength(1)
                .ofMaxLength(most);
    }

    @Provide
    static Arbitrary<List<List<String>>> conversations() {
        return text(8).list().ofMaxSize(40).list().ofMaxSize(3);
    }

    @Provide
    static Arbitrary<List<String>> queries() {
        return text(4).filter(word -> word.indexOf('\0') < 0)
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
    }
}
