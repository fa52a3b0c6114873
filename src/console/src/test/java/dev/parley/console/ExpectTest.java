package dev.parley.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.console.testing.ConsoleHouse;
import dev.parley.console.testing.ConsolePeer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectTest {
    @TempDir
    Path folder;

    private ConsoleHouse house;
    private ConsolePeer alice;
    private ConsolePeer bob;

    @BeforeEach
    void open() throws Exception {
        house = new ConsoleHouse(folder);
        List<ConsolePeer> peers = house.joined("alice", "bob");
        alice = peers.get(0);
        bob = peers.get(1);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void whatHoldsIsSaid() {
        String both = "There are 2 members: alice, bob, with alice as coordinator";
        assertThat(alice.lines("expect members 2")).containsExactly(both);
        assertThat(alice.lines("expect member bob 0")).containsExactly(both);
        assertThat(alice.lines("expect coordinator alice")).containsExactly(both);
        assertThat(alice.lines("expect gone carol 0")).containsExactly(both);
        assertThat(alice.lines("expect state joined")).containsExactly("The state is joined");
    }

    @Test
    void whatDoesNotHoldFailsWithWhatIsInstead() {
        assertThat(alice.error("expect members 3 0.1"))
                .isEqualTo("Expected 3 members within 0.1 s, but there are 2 members: alice, bob,"
                        + " with alice as coordinator.");
        assertThat(alice.error("expect member carol 0"))
                .startsWith("Expected a member carol within 0 s, but there are");
        assertThat(alice.error("expect gone bob 0")).startsWith("Expected no member bob within 0 s");
        assertThat(alice.error("expect coordinator bob 0")).startsWith("Expected bob as coordinator");
        assertThat(alice.error("expect state alone 0"))
                .isEqualTo("Expected the state alone within 0 s, but it is joined.");
        assertThat(alice.error("expect state happy")).contains("one of joining, joined, alone, left");
        assertThat(alice.error("expect message never 0")).contains("nothing has been said at all");
        assertThat(alice.error("expect members 0")).contains("usage: expect members N [seconds]");
    }

    @Test
    void anExpectationIsMetAsSoonAsItHolds() {
        CompletableFuture<Optional<CommandResult>> alone = alice.console().executeAsync("expect state alone 60");
        CompletableFuture<Optional<CommandResult>> gone = alice.console().executeAsync("expect gone bob 60");
        bob.lines("leave");
        assertThat(alone.join()).get().isInstanceOf(CommandResult.Done.class);
        assertThat(gone.join()).get().isInstanceOf(CommandResult.Done.class);
    }

    @Test
    void aMessageCountsOwnOrNotAndHoweverOften() {
        alice.lines("msg from me");
        bob.lines("msg from him");
        assertThat(alice.lines("expect message \"from him\" 10")).containsExactly("bob said: from him");
        assertThat(alice.lines("expect message \"from him\" 0")).containsExactly("bob said: from him");
        assertThat(alice.lines("expect message \"from me\" 10")).containsExactly("alice said: from me");
        assertThat(alice.error("expect message \"from her\" 0")).contains("the last thing said was 'from him', by bob");
    }

    @Test
    void outputAndFailureOfACommandAreExpected() {
        alice.lines("echo one two");
        assertThat(alice.lines("expect output one")).containsExactly("one two");
        assertThat(alice.lines("expect output two")).containsExactly("one two");
        assertThat(alice.error("expect output three"))
                .isEqualTo("Expected 'three' in what the command before put out, but it put out 'one two'.");
        assertThat(alice.lines("expect failure ping nobody"))
                .containsExactly("It failed, as expected: There is no member 'nobody'; here are: alice, bob.");
        assertThat(alice.lines("expect output nobody")).hasSize(1);
        assertThat(alice.error("expect failure echo fine"))
                .isEqualTo("Expected that 'echo fine' fails, but it worked.");
    }

    @Test
    void ctrlCEndsTheListening() {
        CompletableFuture<Optional<CommandResult>> waiting = alice.console().executeAsync("expect members 9 600");
        await().until(alice.console()::interrupt);
        assertThat(waiting.join()).contains(new CommandResult.Failed("expect members 9 600", "Stopped by the user."));
    }
}
