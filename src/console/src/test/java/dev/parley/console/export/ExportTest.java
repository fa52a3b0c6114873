package dev.parley.console.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class ExportTest {
    private static final String HOSTILE =
            "<script>alert('1')</script>\u001b[2J\u202Egnp \"&amp; x\n<Nov 22 10:11:12.123 bob> forged";

    @TempDir
    Path folder;

    private ConsoleHouse house;
    private ConsolePeer alice;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder.resolve("house"));
        List<ConsolePeer> peers = house.joined("alice", "bob");
        alice = peers.get(0);
        alice.run("msg " + HOSTILE);
        alice.run("me waves & goes");
        peers.get(1).run("tell alice psst");
        await().until(() -> alice.lines("history").size() == 3);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private String exported(String name) throws IOException {
        Path file = folder.resolve(name);
        assertThat(alice.rows("export " + file))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("messages", 3L).containsEntry("file", file.toString()));
        return Files.readString(file);
    }

    @Test
    void textHasNothingThatMovesACursorOrPretendsALine() throws Exception {
        String text = exported("log.txt");
        assertThat(text).doesNotContain("\u001b", "\u202E");
        assertThat(text.lines().filter(line -> line.startsWith("<"))).hasSize(3);
        assertThat(text)
                .contains("    <Nov 22 10:11:12.123 bob> forged\n", "> * alice waves & goes\n", "bob (to you)> psst\n");
    }

    @Test
    void aPageRunsNothingAndLoadsNothing() throws Exception {
        String page = exported("log.html");
        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<meta charset=\"utf-8\">")
                .contains("content=\"default-src 'none'; style-src 'sha256-")
                .contains("prefers-color-scheme: dark")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;")
                .contains("&quot;&amp;amp; x<br>&lt;Nov 22")
                .contains("waves &amp; goes")
                .doesNotContain("<script", "\u001b", "\u202E", "http:", "https:")
                .endsWith("</html>\n");
    }

    @Test
    void jsonIsAnArrayOfTheMessagesThatProgramsKnow() throws Exception {
        String text = exported("log.json");
        int objects = 0;
        boolean hostileThere = false;
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_ARRAY);
            for (JsonToken token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) objects++;
                if (token == JsonToken.VALUE_STRING)
                    hostileThere |= json.getString().equals(HOSTILE);
            }
        }
        assertThat(objects).isEqualTo(3);
        assertThat(hostileThere).isTrue();
        assertThat(text.lines().filter(line -> line.startsWith("{\"type\":\"message\",\"room\":\"lobby\",\"id\":")))
                .hasSize(3);
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenForced() throws Exception {
        Path file = Files.writeString(folder.resolve("kept.txt"), "dear");
        assertThat(alice.error("export " + file)).contains("is there already").contains("--force");
        assertThat(file).content().isEqualTo("dear");
        alice.lines("export " + file + " --force");
        assertThat(file).content().contains("psst");
    }

    @Test
    void whatCannotBeWrittenIsSaidAndLeavesNothingBehind() throws Exception {
        assertThat(alice.error("export " + folder.resolve("log.doc"))).contains("'doc' is no format");
        assertThat(alice.error("export " + folder.resolve("log"))).contains(".txt, .json or .html");
        assertThat(alice.error("export " + folder.resolve("none/log.txt"))).contains("There is no folder");
        assertThat(alice.error("export " + folder + " txt")).contains("is a folder");
        alice.lines("export " + folder.resolve("log") + " json");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("house", "log");
        }
    }

    @Test
    void aLongLogIsExportedWhole() throws Exception {
        for (int i = 0; i < 2_500; i++) alice.session().chat().say("number " + i);
        Path file = folder.resolve("long.txt");
        assertThat(alice.rows("export " + file).get(0)).containsEntry("messages", 2_503L);
        assertThat(Files.readString(file).lines().filter(line -> line.contains("> number ")))
                .hasSize(2_500)
                .last()
                .asString()
                .endsWith("number 2499");
    }
}
