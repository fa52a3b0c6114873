package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.console.testing.ConsoleHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;
    private Console console;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        console = house.joined("alice", "bob", "Bert").get(0).console();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void commandsAreOfferedWithTheirSummaries() {
        assertThat(values("memberlistst")).containsExactly("memberliststart");
        assertThat(values("")).contains("msg", "wait", "log").doesNotContain("wait members");
        assertThat(complete("pin").candidates())
                .containsExactly(new Completion.Candidate(
                        "ping", "round trip to a chat member, in milliseconds, or that it does not answer", true));
    }

    @Test
    void subcommandsFollowTheirFirstWord() {
        assertThat(values("wait ")).containsExactly("members", "message");
        assertThat(values("wait mem")).containsExactly("members");
        assertThat(values("log o")).containsExactly("off", "on");
        assertThat(values("help wa")).containsExactly("wait");
    }

    @Test
    void membersAreOfferedWithoutOneself() {
        assertThat(values("tell ")).containsExactly("Bert", "bob");
        assertThat(values("ping b")).containsExactly("Bert", "bob");
        assertThat(values("ping a")).isEmpty();
        assertThat(values("tell bob ")).isEmpty();
        assertThat(values("msg b")).isEmpty();
    }

    @Test
    void whatNothingBeginsWithIsCompletedByLettersInOrderAndByTypingErrors() {
        assertThat(values("mlst")).startsWith("memberlist");
        assertThat(values("joincaht")).isEmpty();
        assertThat(values("hlep")).containsExactly("help");
        assertThat(values("ping br")).containsExactly("Bert");
        assertThat(values("wait msg")).containsExactly("message");
        assertThat(values("zzzz")).isEmpty();
    }

    @Test
    void filesAreOfferedWithFoldersOpenAndSpacesQuoted() throws IOException {
        Files.createFile(folder.resolve("hello.txt"));
        Files.createFile(folder.resolve("hello two.txt"));
        Files.createDirectory(folder.resolve("help"));
        assertThat(complete("execute " + folder + "/hel").candidates())
                .extracting(Completion.Candidate::insertion, Completion.Candidate::finished)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("\"" + folder + "/hello two.txt\"", true),
                        org.assertj.core.groups.Tuple.tuple(folder + "/hello.txt", true),
                        org.assertj.core.groups.Tuple.tuple(folder + "/help/", false));
        assertThat(complete("execute \"" + folder + "/hello t").candidates())
                .extracting(Completion.Candidate::insertion)
                .containsExactly("\"" + folder + "/hello two.txt\"");
        assertThat(values("execute --")).contains("--strict");
        assertThat(values("execute --strict " + folder + "/help")).containsExactly(folder + "/help/");
        assertThat(values("execute /no/such/folder/x")).isEmpty();
    }

    @Test
    void aCandidateReplacesTheWordAtTheCursor() {
        Completion completion = console.complete("tell bo and more", 7);
        assertThat(completion.start()).isEqualTo(5);
        assertThat(completion.end()).isEqualTo(7);
        assertThat(completion.candidates())
                .extracting(Completion.Candidate::value)
                .containsExactly("bob");
    }

    @Test
    void commentsUnknownCommandsAndOddCursorsOfferNothing() {
        assertThat(values("# me")).isEmpty();
        assertThat(values("nosuch x")).isEmpty();
        assertThat(console.complete("ping", 99).candidates()).hasSize(1);
        assertThat(console.complete("ping", -1).candidates()).isNotEmpty();
    }

    private List<String> values(String line) {
        return complete(line).candidates().stream()
                .map(Completion.Candidate::value)
                .toList();
    }

    private Completion complete(String line) {
        return console.complete(line, line.length());
    }
}
