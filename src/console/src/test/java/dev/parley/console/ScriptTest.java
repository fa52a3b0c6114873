package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;
    private ConsolePeer peer;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        peer = house.peer("alice");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aLineGoesOnBehindABackslash() throws IOException {
        Path script =
                script("long.txt", "echo one \\", "    two \\", "three", "echo C:\\\\", "# comment \\", "echo last \\");
        peer.lines("execute " + script);
        assertThat(outputs()).containsExactly("one two three", "C:\\\\", "last \\");
        assertThat(peer.started()).contains("long.txt: echo one two three");
    }

    @Test
    void theLineThatFailedIsNamedByItsPlaceInTheFile() throws IOException {
        Path script = script("long.txt", "echo one \\", "two", "", "nosuch");
        assertThat(peer.error("execute --strict " + script)).isEqualTo("long.txt stopped at line 4, which failed.");
    }

    @Test
    void argumentsAndVariablesAreReplaced() throws IOException {
        Path script = script(
                "args.txt",
                "set $greeting good morning",
                "echo $greeting, $1 and ${2}; ${3:-nobody} else; ($*) costs $$1",
                "echo ${unset:-by default} ${greeting:-never}");
        peer.lines("execute " + script + " \"dear bob\" carol");
        assertThat(outputs())
                .containsExactly(
                        "$greeting = good morning",
                        "good morning, dear bob and carol; nobody else; (dear bob carol) costs $1",
                        "by default good morning");
        assertThat(peer.lines("echo $greeting $1")).containsExactly("good morning $1");
    }

    @Test
    void aScriptWithoutArgumentsSaysPricesAsTheyAreWritten() throws IOException {
        peer.lines("execute " + script("old.txt", "echo it costs $5, or $NO"));
        assertThat(outputs()).containsExactly("it costs $5, or $NO");
    }

    @Test
    void aWordStaysOneWordHoweverManySpacesItsValueHas() throws IOException {
        Path inner = script("inner file.txt", "echo [$1] [$2]");
        peer.lines("set $file " + inner);
        Path outer = script("outer.txt", "execute $file $1 end", "execute $file $*");
        peer.lines("execute " + outer + " \"a b\" c");
        assertThat(outputs()).contains("[a b] [end]", "[a b] [c]");
    }

    @Test
    void argumentsOfTheInnerScriptEndWithIt() throws IOException {
        Path inner = script("inner.txt", "echo inner $1");
        Path outer = script("outer.txt", "execute " + inner + " x", "echo outer $1");
        peer.lines("execute " + outer + " y");
        assertThat(outputs()).containsSubsequence("inner x", "outer y");
    }

    @Test
    void aScriptThatCallsItselfEnds() throws IOException {
        Path script = folder.resolve("self.txt");
        Files.writeString(script, "execute " + script + "\n");
        peer.lines("execute " + script);
        assertThat(peer.inner()).hasSize(10);
        assertThat(peer.inner().get(0).toString()).contains("at most 10 deep; does it call itself?");
    }

    @Test
    void whatIsNoScriptIsOneSentence() throws IOException {
        assertThat(peer.error("execute " + folder)).contains("is a folder, not a script");
        assertThat(peer.error("execute " + folder.resolve("nothing"))).contains("There is no file");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xCA, (byte) 0xFE, 0, 1});
        assertThat(peer.error("execute " + binary)).contains("not a text in UTF-8");
        Path large = folder.resolve("large");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        assertThat(peer.error("execute " + large)).contains("larger than 10 MB");
        assertThat(peer.lines("echo still here")).containsExactly("still here");
    }

    private List<String> outputs() {
        return peer.inner().stream()
                .map(CommandResult.Done.class::cast)
                .flatMap(done -> done.lines().stream())
                .toList();
    }

    private Path script(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }
}
