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
