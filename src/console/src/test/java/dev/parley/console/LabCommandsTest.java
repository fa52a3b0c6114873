package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lab's commands refuse; that they work is shown with real processes, in the acceptance tests. */
class LabCommandsTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;
    private ConsolePeer alice;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        alice = house.peer("alice");
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void peersAreStartedOnlyFromARoomAndInASensibleNumber() {
        assertThat(alice.error("lab start 3")).isEqualTo("Lab peers join your room, and you are in none: type join.");
        alice.lines("join");
        for (String number : List.of("0", "101", "many"))
            assertThat(alice.error("lab start " + number)).contains("is not a number from 1 to 100");
        assertThat(alice.error("lab start 3 --stack")).contains("usage: lab start N [--stack file]");
        assertThat(alice.error("lab start 3 stock-tcp")).contains("usage: lab start N [--stack file]");
    }

    @Test
    void aProgramThatCannotBeStartedIsToldInOneSentence() {
        alice.lines("join");
        assertThat(alice.error("lab start 1"))
                .isEqualTo("This program does not know how it is started, so it cannot start peers.");
    }

    @Test
    void withoutPeersThereIsNothingToSeeNorToDo() {
        assertThat(alice.lines("lab list")).containsExactly("There is no lab peer: type lab start 3");
        for (String deed : List.of("kill", "freeze", "thaw"))
            assertThat(alice.error("lab " + deed + " p1"))
                    .isEqualTo("There is no lab peer 'p1', and none at all: type lab start 3.");
        assertThat(alice.error("lab send 10 5")).isEqualTo("There is no lab peer running: type lab start 3.");
        assertThat(alice.error("lab send 10 0")).contains("rate: '0' is not a number from 1 to 10000");
        assertThat(alice.error("lab send 10 5 70000")).contains("bytes: '70000' is not a number from 1 to 60000");
        assertThat(alice.error("lab ask p1 events"))
                .isEqualTo("There is no lab peer 'p1', and none at all: type lab start 3.");
        assertThat(alice.error("lab check")).isEqualTo("There is no lab peer running: type lab start 3.");
        assertThat(alice.lines("lab stop")).containsExactly("There was no lab peer running");
    }

    @Test
    void theStackOfPeersIsCompleted() {
        assertThat(alice.console().complete("lab start 3 ", 12).candidates())
                .extracting(Completion.Candidate::value)
                .containsExactly("--stack");
        assertThat(alice.console().complete("memberlistconfigure BindPort ", 29).candidates())
                .isEmpty();
    }
}
