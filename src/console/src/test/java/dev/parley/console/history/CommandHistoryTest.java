package dev.parley.console.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandHistoryTest {
    @TempDir
    Path folder;

    @Test
    void linesAreKeptFromOneSessionToTheNext() {
        Path file = folder.resolve("new/folder/history");
        CommandHistory first = new CommandHistory(file);
        first.add("msg grüße 😀");
        first.add("memberlist");
        assertThat(new CommandHistory(file).lines()).containsExactly("msg grüße 😀", "memberlist");
        assertThat(first.problem()).isEmpty();
    }

    @Test
    void aLineInARowAgainABlankOneAndOneThatBeginsWithASpaceAreNotKept() {
        CommandHistory history = new CommandHistory(folder.resolve("history"));
        List.of("a", "a", "", "   ", " secret", "b", "a").forEach(history::add);
        assertThat(history.lines()).containsExactly("a", "b", "a");
        assertThat(new CommandHistory(folder.resolve("history")).lines()).containsExactly("a", "b", "a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set token hunter2",
                "/set api-token hunter2",
                "set $key hunter2",
                "set TOKEN hunter2",
                "alias login = set $token hunter2",
                "expect failure set password hunter2",
                "execute deploy.parley --token hunter2",
                "execute deploy.parley --key=hunter2",
                "execute deploy.parley -key hunter2",
                "bootstrapuse https://parley.example.org --token hunter2",
                "bootstrapuse https://ann:hunter2@parley.example.org",
                "bootstrapuse https://hunter2@parley.example.org/list",
                "bootstrapuse https://parley.example.org/?key=hunter2",
                "set bootstrap-production https://ann:hunter2@parley.example.org",
                "set service https://parley.example.org/?access_token=hunter2",
                "msg password: hunter2",
                "broadcastadd login secret=hunter2",
                "java send(\"Authorization: Bearer hunter2\")",
                "msg -----BEGIN PRIVATE KEY-----hunter2"
            })
    void keysAndTokensAreNeverKept(String line) throws IOException {
        Path file = folder.resolve("history");
        CommandHistory history = new CommandHistory(file);
        history.add("memberlist");
        history.add(line);
        assertThat(history.lines()).containsExactly("memberlist");
        assertThat(Files.readString(file)).doesNotContain("hunter2");

        Files.writeString(file, line + "\n");
        assertThat(new CommandHistory(file).lines()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set theme dark",
                "set token",
                "bootstrapuse https://parley.example.org token.txt",
                "bootstrapuse development",
                "execute start.parley --key-file room.key",
                "broadcastadd key value",
                "msg who has the key to the cellar?",
                "tell bob mail me at ann@example.org",
                "stack get SYM_ENCRYPT.key_store_name"
            })
    void whatOnlySpeaksOfKeysIsKept(String line) {
        CommandHistory history = new CommandHistory(folder.resolve("history"));
        history.add(line);
        assertThat(history.lines()).containsExactly(line);
    }

    @Test
    void theFileNeverGrowsForever() throws IOException {
        Path file = folder.resolve("history");
        int many = 2 * CommandHistory.MOST_LINES + 1;
        Files.write(file, IntStream.range(0, many).mapToObj(i -> "echo " + i).toList());
        assertThat(new CommandHistory(file).lines())
                .hasSize(CommandHistory.MOST_LINES)
                .last()
                .isEqualTo("echo " + (many - 1));
        assertThat(Files.readAllLines(file)).hasSize(CommandHistory.MOST_LINES);
    }

    @Test
    void severalInstancesAtOnceLoseNoLine() throws Exception {
        Path file = folder.resolve("history");
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int writer = i;
            CommandHistory history = new CommandHistory(file);
            writers.add(
                    new Thread(() -> IntStream.range(0, 100).forEach(n -> history.add("echo " + writer + " " + n))));
        }
        writers.forEach(Thread::start);
        for (Thread writer : writers) writer.join();
        assertThat(new CommandHistory(file).lines()).hasSize(400).doesNotHaveDuplicates();
    }

    @Test
    void aFileThatCannotBeWrittenIsToldOnceAndLinesStayInMemory() {
        CommandHistory history = new CommandHistory(folder);
        history.add("a");
        history.add("b");
        assertThat(history.problem()).get().asString().contains("not kept").contains(folder.toString());
        assertThat(history.lines()).containsExactly("a", "b");
    }

    @Test
    void rubbishInTheFileDoesNoHarm() throws IOException {
        Path file = folder.resolve("history");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, '\n', 0, 1, 2, '\n', 'o', 'k'});
        assertThat(new CommandHistory(file).lines()).last().isEqualTo("ok");
    }
}
